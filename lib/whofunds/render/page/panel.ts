// The side that tells what was picked: an entity, a fact with the words that say it, or a path.
import type { App } from './app';
import type { Evidence, Fact, Source } from './data';
import { button, element, named, sign } from './element';
import type { Path, Step } from './path';
import { sumsOf } from './sums';

type Part = Node | string | false | undefined;

function entityButton(app: App, entity: number): HTMLElement {
  return button(named(app.graph.entity(entity).name), () => app.goTo(entity), { class: 'name' });
}

function tag(app: App, fact: Fact): HTMLElement | false {
  return fact.status !== 'completed' && element('span', { class: `tag ${fact.status}` }, app.speech.status(fact.status));
}

// A fact as a line of a list: the other side, what is said.
function factLine(app: App, place: number, other: number | undefined): HTMLElement {
  const fact = app.graph.fact(place);
  const relation = element('span', { class: 'relation' }, app.speech.relation(fact.relation));
  relation.style.color = app.colour(app.graph.data.relations[fact.relation]?.colour ?? '');
  const details = app.speech.details(fact).join(' · ');
  const classes = `fact ${app.visible.facts[place] ? '' : 'hidden-fact'} ${fact.status}`;
  return element('li', {}, button(
    element('span', { class: 'line' }, other !== undefined && named(app.graph.entity(other).name), relation,
      details && element('span', { class: 'details' }, details), tag(app, fact)),
    () => app.change({ fact: place, entity: undefined }), { class: classes }));
}

function section(title: string, lines: HTMLElement[]): HTMLElement | false {
  return lines.length > 0 && element('section', {}, element('h3', {}, title), element('ul', { class: 'facts' }, ...lines));
}

function sumLine(app: App, label: string, places: number[]): HTMLElement | false {
  const sums = sumsOf(places.map((place) => app.graph.fact(place)));
  return sums.length > 0 && element('p', { class: 'sum' }, element('span', {}, label + ' '),
    element('strong', {}, sums.map((sum) => app.speech.money(sum)).join(', ')));
}

// Whether others fund with the subject of the fact, so that its sum is nobody's alone.
function isShared(app: App, place: number): boolean {
  const item = app.graph.itemOf[place]!;
  const { subject } = app.graph.fact(place);
  return item >= 0 && app.graph.item(item).facts.some((fact) => ![undefined, subject].includes(app.graph.fact(fact).subject));
}

function entityPart(app: App, entity: number): Part[] {
  const { graph, speech, view } = app;
  const { name, kind, aliases, countries = [] } = graph.entity(entity);
  const places = graph.factsOf[entity]!;
  const is = (place: number, side: 'subject' | 'object') => graph.fact(place)[side] === entity;
  const funding = (place: number) => graph.isFunding(graph.fact(place)) || graph.fact(place).relation === 'raised';
  const incoming = places.filter((place) => funding(place) && is(place, 'object'));
  const outgoing = places.filter((place) => funding(place) && is(place, 'subject'));
  const ties = places.filter((place) => !funding(place));
  const line = (place: number) => {
    const { subject, object } = graph.fact(place);
    return factLine(app, place, subject === entity ? object : subject);
  };
  const others = aliases.filter((alias) => alias !== name);
  const hidden = app.hiddenNeighbours(entity);
  return [
    element('h2', {}, named(name)),
    element('p', { class: 'kind' }, [speech.kind(kind), ...countries.map((code) => speech.country(code))].join(', ')),
    others.length > 0 && element('p', { class: 'aliases' }, element('span', {}, speech.word('also') + ' '),
      ...others.flatMap((alias, at) => [at > 0 ? ', ' : '', named(alias)])),
    element('div', { class: 'actions' },
      button(speech.word('only_near'), () => app.showOnly(entity), { id: 'only-near' }),
      button(speech.word('expand') + (hidden > 0 ? ` (${hidden})` : ''), () => app.expand(entity),
        { id: 'expand', disabled: hidden === 0 && !app.isServed }),
      (view.around || app.isServed) && button(speech.word('show_all'), () => app.showAll(), { id: 'show-all' }),
      button(speech.word('path_from_here'), () => app.setEnds(graph.entity(entity).id, undefined), { id: 'path-from' }),
      button(speech.word('path_to_here'), () => app.setEnds(undefined, graph.entity(entity).id), { id: 'path-to' })),
    sumLine(app, speech.word('got'), incoming),
    sumLine(app, speech.word('gave'), outgoing.filter((place) => !isShared(app, place))),
    sumLine(app, speech.word('gave_with_others'), outgoing.filter((place) => isShared(app, place))),
    section(speech.word('funded_by'), incoming.map(line)),
    section(speech.word('funds'), outgoing.map(line)),
    section(speech.word('ties'), ties.map(line)),
  ];
}

// The quoted text with the names of the two parties standing out.
function quoted(app: App, fact: Fact, text: string): HTMLElement {
  const parties = [fact.subject, fact.object].filter((entity) => entity !== undefined);
  const names = parties.flatMap((entity) => [app.graph.entity(entity).name, ...app.graph.entity(entity).aliases])
    .filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const mark = element('mark', { dir: 'auto' });
  const pattern = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const parts = pattern ? text.split(new RegExp(`(${pattern})`, 'gu')) : [text];
  parts.forEach((part, at) => mark.append(at % 2 === 1 ? element('b', {}, part) : part));
  return mark;
}

function sourceLine(app: App, evidence: Evidence, source: Source | undefined): HTMLElement {
  const title = source?.title || evidence.doc;
  const isWeb = /^https?:\/\//.test(source?.url ?? '');
  const name = isWeb
    ? element('a', { href: source!.url, target: '_blank', rel: 'noopener noreferrer' }, named(title)) : named(title);
  const where = app.speech.word('characters', { begin: evidence.begin, end: evidence.end });
  return element('cite', {}, name, source?.date && ` · ${source.date}`, ' · ' + where);
}

function row(label: string, ...value: Part[]): HTMLElement[] {
  return [element('dt', {}, label), element('dd', {}, ...value)];
}

// With whom the sum is shared, so that it is not taken for this one's. Of whom it is denied has no part in it.
function partners(app: App, fact: Fact): number[] {
  if (!fact.deal || fact.status === 'denied') return [];
  const others = app.graph.dealFacts.get(fact.deal)!.map((place) => app.graph.fact(place))
    .filter((other) => other.relation === fact.relation && other.status !== 'denied' && other.subject !== fact.subject
      && sameSum(fact, other));
  return [...new Set(others.map((other) => other.subject))].filter((entity) => entity !== undefined);
}

function sameSum({ amount }: Fact, other: Fact): boolean {
  return !amount || !other.amount || (amount.value === other.amount.value && amount.currency === other.amount.currency);
}

function factPart(app: App, place: number): Part[] {
  const { graph, speech } = app;
  const fact = graph.fact(place);
  const together = partners(app, fact);
  const relation = element('span', { class: 'relation' }, speech.relation(fact.relation));
  relation.style.color = app.colour(graph.data.relations[fact.relation]?.colour ?? '');
  return [
    element('h2', { class: 'said' }, fact.subject !== undefined && entityButton(app, fact.subject),
      fact.subject === undefined && entityButton(app, fact.object), ' ', relation, ' ',
      fact.subject !== undefined && entityButton(app, fact.object)),
    element('dl', {},
      ...(fact.amount ? row(speech.word('amount'), element('strong', {}, speech.money(fact.amount))) : []),
      ...(together.length > 0 ? row(speech.word('together'), ...together.flatMap((entity, at) =>
        [at > 0 ? ', ' : '', entityButton(app, entity)])) : []),
      ...(fact.stake ? row(speech.word('stake'), speech.stake(fact.stake)) : []),
      ...(fact.round ? row(speech.word('round'), speech.round(fact.round)) : []),
      ...(fact.lead ? row(speech.word('role'), speech.word('lead')) : []),
      ...(fact.valuation ? row(speech.word('valued_at'), speech.money(fact.valuation)) : []),
      ...row(speech.word('status'), element('span', { class: `tag ${fact.status}` }, speech.status(fact.status))),
      ...(fact.date ? row(speech.word('date'), fact.date) : []),
      ...row(speech.word('confidence'), `${Math.round(100 * fact.confidence)}\u00a0%`)),
    element('h3', {}, speech.word('evidence')),
    ...fact.evidence.map((evidence) => element('blockquote', {}, quoted(app, fact, evidence.text),
      sourceLine(app, evidence, graph.data.documents[evidence.doc]))),
    ...otherFacts(app, place),
  ];
}

// What else the same arrow or deal of the picture says.
function otherFacts(app: App, place: number): Part[] {
  const item = app.graph.itemOf[place]!;
  const others = item < 0 ? [] : app.graph.item(item).facts.filter((fact) => fact !== place);
  return [section(app.speech.word('in_same_deal'), others.map((fact) => factLine(app, fact, app.graph.fact(fact).subject ?? app.graph.fact(fact).object)))];
}

function stepPart(app: App, step: Step): HTMLElement {
  return element('li', {}, entityButton(app, step.from),
    element('ul', { class: 'facts' }, ...step.facts.map((fact) => factLine(app, fact, undefined))));
}

function pathPart(app: App, path: Path | undefined): Part[] {
  const { speech, view } = app;
  if (view.from === undefined || view.to === undefined) {
    const missing = view.from === undefined ? 'pick_from' : 'pick_to';
    return [element('section', { class: 'path' }, element('h2', {}, speech.word('path')), element('p', {}, speech.word(missing)))];
  }
  if (!path) {
    return [element('section', { class: 'path' }, element('h2', {}, speech.word('path')), element('p', {}, speech.word('no_path')))];
  }
  return [element('section', { class: 'path' },
    element('h2', {}, speech.word('path')),
    element('p', {}, speech.word(path.directed ? 'path_directed' : 'path_undirected', { count: path.steps.length })),
    element('ol', { class: 'steps' }, ...path.steps.map((step) => stepPart(app, step)),
      element('li', {}, entityButton(app, path.steps.at(-1)!.to))))];
}

/** Draws the side anew; without anything to tell it is hidden. */
export function drawPanel(host: HTMLElement, app: App): void {
  const { speech, view } = app;
  const hasPath = view.from !== undefined || view.to !== undefined;
  const isEmpty = view.entity === undefined && view.fact === undefined && !hasPath;
  host.hidden = isEmpty;
  host.setAttribute('aria-label', speech.word('details'));
  if (isEmpty) return host.replaceChildren();
  const parts = view.fact !== undefined ? factPart(app, view.fact)
    : view.entity !== undefined ? entityPart(app, view.entity) : [];
  const close = button(sign('close'), () => app.close(), { class: 'close', 'aria-label': speech.word('close'), title: speech.word('close') });
  host.replaceChildren(close, ...parts.filter((part): part is Node | string => !!part),
    ...(hasPath ? pathPart(app, app.path).filter((part): part is Node | string => !!part) : []));
  host.scrollTop = 0;
}
