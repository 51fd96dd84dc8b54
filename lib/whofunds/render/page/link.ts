// A view as the part of an address behind "#", so that it can be handed on.
import type { Graph } from './data';
import { openFilter, type Filter } from './filter';
import type { Place } from './picture';

export interface View {
  filter: Filter;
  around?: Set<number>; // only these entities are shown
  entity?: number; // picked
  fact?: number; // picked
  from?: number; // ends of the path
  to?: number;
  language: string;
  dark: boolean;
}

/** Writes only what is not as it is when the page opens. Entities and facts go by their ids, which outlive the page. */
export function toHash(view: View, place: Place, graph: Graph): string {
  const id = (entity: number | undefined) => (entity === undefined ? '' : graph.entity(entity).id);
  const { filter } = view;
  const parts: Record<string, string> = {
    entity: id(view.entity),
    fact: view.fact === undefined ? '' : graph.fact(view.fact).id,
    around: [...(graph.data.served ? graph.data.entities.keys() : view.around ?? [])].sort((a, b) => a - b).map(id).join(','),
    from: id(view.from),
    to: id(view.to),
    without: [...filter.hiddenRelations].sort().join(','),
    not: [...filter.hiddenStatuses].sort().join(','),
    since: filter.since,
    until: filter.until,
    minimum: filter.minimum > 0 ? String(filter.minimum) : '',
    currency: filter.minimum > 0 ? filter.currency : '',
    language: view.language,
    theme: view.dark ? 'dark' : 'light',
    at: `${place.x.toFixed(0)},${place.y.toFixed(0)},${place.scale.toFixed(3)}`,
  };
  const written = Object.entries(parts).filter(([, value]) => value);
  return '#' + written.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');
}

/** Reads what `toHash` wrote. What the graph does not know, or makes no sense, is left out. */
export function fromHash(hash: string, graph: Graph, usual: View): { view: View; place?: Place } {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const list = (key: string) => (parts.get(key) ?? '').split(',').filter(Boolean);
  const entity = (key: string) => graph.placeOf(parts.get(key) ?? '');
  const date = (key: string) => /^\d{4}(-\d\d){0,2}$/.exec(parts.get(key) ?? '')?.[0] ?? '';
  const filter = {
    ...openFilter(),
    hiddenRelations: new Set(list('without')),
    hiddenStatuses: new Set(list('not')),
    since: date('since'),
    until: date('until'),
    minimum: Number(parts.get('minimum')) || 0,
    currency: parts.get('currency') ?? '',
  };
  const around = list('around').map((id) => graph.placeOf(id)).filter((place) => place !== undefined);
  const [x, y, scale] = list('at').map(Number);
  const language = parts.get('language') ?? '';
  const view: View = {
    ...usual,
    filter,
    around: around.length > 0 ? new Set(around) : undefined,
    entity: entity('entity'),
    fact: graph.placeOfFact(parts.get('fact') ?? ''),
    from: entity('from'),
    to: entity('to'),
    language: graph.data.languages[language] ? language : usual.language,
    dark: parts.has('theme') ? parts.get('theme') === 'dark' : usual.dark,
  };
  const isPlace = [x, y, scale].every(Number.isFinite) && scale! > 0;
  return { view, place: isPlace ? { x: x!, y: y!, scale: scale! } : undefined };
}
