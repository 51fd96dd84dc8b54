// What of the graph is shown: facts chosen one by one, and the entities around which one looks. As query/selection.hpp.
import type { Fact, Graph } from './data';

export interface Filter {
  hiddenRelations: Set<string>;
  hiddenStatuses: Set<string>;
  since: string; // 2023, 2023-01 or 2023-01-15; empty = no limit
  until: string;
  minimum: number; // 0 = none
  currency: string; // only sums in it reach the minimum; empty = in any currency
}

export function openFilter(): Filter {
  return { hiddenRelations: new Set(), hiddenStatuses: new Set(), since: '', until: '', minimum: 0, currency: '' };
}

export function isOpen(filter: Filter): boolean {
  return filter.hiddenRelations.size + filter.hiddenStatuses.size + filter.minimum === 0 && !filter.since && !filter.until;
}

// The last day that a date may mean. Its first day needs no such thing: a shorter date sorts before all in it.
function latest(date: string): string {
  return date + '-12-31'.slice(Math.max(date.length - 4, 0));
}

export function isChosen(fact: Fact, filter: Filter): boolean {
  if (filter.hiddenRelations.has(fact.relation) || filter.hiddenStatuses.has(fact.status)) return false;
  if (fact.date && filter.since && latest(fact.date) < filter.since) return false;
  if (fact.date && filter.until && fact.date > latest(filter.until)) return false;
  if (filter.minimum <= 0) return true;
  if (!fact.amount || fact.amount.value < filter.minimum) return false;
  return !filter.currency || fact.amount.currency === filter.currency;
}

export interface Visible {
  entities: boolean[];
  facts: boolean[];
  items: boolean[];
  counts: { entities: number; facts: number };
}

/** What is to be seen of the graph. `around` = only these entities; undefined = all. */
export function visibleOf(graph: Graph, filter: Filter, around: Set<number> | undefined): Visible {
  const facts = graph.data.facts.map((fact) => isChosen(fact, filter)
    && (!around || (around.has(fact.subject ?? fact.object) && around.has(fact.object))));
  const items = graph.data.items.map((item) => item.facts.some((fact) => facts[fact]));
  const entities = graph.data.entities.map(() => false);
  graph.data.facts.forEach((fact, place) => {
    if (!facts[place]) return;
    entities[fact.object] = true;
    if (fact.subject !== undefined) entities[fact.subject] = true;
  });
  const count = (list: boolean[]) => list.filter(Boolean).length;
  return { entities, facts, items, counts: { entities: count(entities), facts: count(facts) } };
}

/** "5 m", "1.5 bn", "2 млрд", "100 000" → a number; undefined if it is none. */
export function parseSum(text: string): number | undefined {
  const scales: Record<string, number> = {
    '': 1, k: 1e3, т: 1e3, тыс: 1e3, m: 1e6, mn: 1e6, м: 1e6, млн: 1e6, b: 1e9, bn: 1e9, млрд: 1e9, t: 1e12, tn: 1e12, трлн: 1e12,
  };
  const parts = /^([\d\s.,]*\d)\s*([a-zа-я]*)\.?$/.exec(text.trim().toLowerCase());
  if (!text.trim()) return 0;
  const scale = scales[parts?.[2] ?? 'none'];
  if (!parts || scale === undefined) return undefined;
  const digits = parts[1]!.replace(/\s/g, '');
  // A mark before three digits parts thousands, any other decimals.
  const number = /^\d{1,3}([.,]\d{3})+$/.test(digits) && scale === 1 ? digits.replace(/[.,]/g, '') : digits.replace(',', '.');
  const value = Number(number) * scale;
  return Number.isFinite(value) ? value : undefined;
}
