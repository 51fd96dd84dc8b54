// The side on which one chooses what is shown; at the same time the key of the picture.
import type { App } from './app';
import { button, element, say, sign } from './element';
import { isOpen, openFilter, parseSum, type Filter } from './filter';
import { searchBox } from './search_box';

function present(app: App, of: 'relation' | 'status', order: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const fact of app.graph.data.facts) counts.set(fact[of], (counts.get(fact[of]) ?? 0) + 1);
  return order.filter((name) => counts.has(name)).map((name) => [name, counts.get(name)!]);
}

function checkBox(hidden: Set<string>, name: string, label: string, count: string, swatch: Element | undefined,
                  change: (hidden: Set<string>) => void): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: !hidden.has(name), value: name, onchange: () => {
    const next = new Set(hidden);
    if (box.checked) next.delete(name);
    else next.add(name);
    change(next);
  } });
  return element('label', { class: 'choice' }, box, swatch, element('span', {}, label), element('small', {}, count));
}

// A bit of line as the picture draws it.
function stroke(colour: string, dashes: string): SVGSVGElement {
  const svg = sign('minus');
  svg.setAttribute('class', 'stroke');
  svg.setAttribute('viewBox', '0 0 28 12');
  const line = svg.querySelector('path')!;
  line.setAttribute('d', 'M1 6h26');
  line.setAttribute('stroke', colour);
  if (dashes) line.setAttribute('stroke-dasharray', dashes);
  return svg;
}

const kDashes: Record<string, string> = { announced: '5 3', rumoured: '1.5 3.5' };

function group(title: string, ...content: (Node | false)[]): HTMLElement {
  return element('fieldset', {}, element('legend', {}, title), ...content);
}

function dateField(app: App, label: string, value: string, change: (date: string) => void): HTMLElement {
  const input = element('input', { type: 'text', inputmode: 'numeric', placeholder: app.speech.word('date_form'), value,
    'aria-label': label, maxlength: 10, onchange: () => {
      const date = input.value.trim();
      const good = date === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date);
      input.setAttribute('aria-invalid', String(!good));
      if (good) change(date);
      else say(app.speech.word('bad_date', { date }));
    } });
  return element('label', { class: 'field' }, element('span', {}, label), input);
}

function sumFields(app: App, filter: Filter, change: (part: Partial<Filter>) => void): HTMLElement {
  const { speech } = app;
  const label = speech.word('least_sum');
  const shown = filter.minimum > 0 ? speech.count(filter.minimum) : '';
  const input = element('input', { type: 'text', placeholder: speech.word('sum_form'), value: shown, 'aria-label': label,
    onchange: () => {
      const minimum = parseSum(input.value);
      input.setAttribute('aria-invalid', String(minimum === undefined));
      if (minimum !== undefined) change({ minimum });
      else say(speech.word('bad_sum', { sum: input.value }));
    } });
  const codes = [...new Set(app.graph.data.facts.flatMap((fact) => (fact.amount ? [fact.amount.currency] : [])))].sort();
  const currency = element('select', { 'aria-label': speech.word('currency'), onchange: () => change({ currency: currency.value }) },
    element('option', { value: '' }, speech.word('any_currency')),
    ...codes.map((code) => element('option', { value: code, selected: code === filter.currency }, code)));
  return element('div', { class: 'pair' }, input, currency);
}

function pathGroup(app: App): HTMLElement {
  const { speech, view } = app;
  const from = searchBox(app, speech.word('path_from'), view.from, (id) => app.setEnds(id, undefined));
  const to = searchBox(app, speech.word('path_to'), view.to, (id) => app.setEnds(undefined, id));
  const isSet = view.from !== undefined || view.to !== undefined;
  return group(speech.word('path'), from.root, to.root, element('div', { class: 'pair' },
    button(speech.word('swap'), () => app.change({ from: view.to, to: view.from }), { disabled: !isSet, id: 'path-swap' }),
    button(speech.word('clear'), () => app.change({ from: undefined, to: undefined }), { disabled: !isSet, id: 'path-clear' })));
}

/** Draws the side anew. */
export function drawFilters(host: HTMLElement, app: App): void {
  const { graph, speech, view } = app;
  const { filter } = view;
  const change = (part: Partial<Filter>) => app.change({ filter: { ...filter, ...part } });
  const colour = (relation: string) => app.colour(graph.data.relations[relation]?.colour ?? '');
  const relations = present(app, 'relation', Object.keys(graph.data.relations)).map(([name, count]) =>
    checkBox(filter.hiddenRelations, name, speech.relation(name), speech.count(count), stroke(colour(name), ''),
      (hiddenRelations) => change({ hiddenRelations })));
  const statuses = present(app, 'status', ['completed', 'announced', 'rumoured', 'denied', 'ended']).map(([name, count]) =>
    checkBox(filter.hiddenStatuses, name, speech.status(name), speech.count(count),
      stroke(name === 'denied' || name === 'ended' ? 'var(--not-so)' : 'currentColor', kDashes[name] ?? ''),
      (hiddenStatuses) => change({ hiddenStatuses })));
  const kinds = Object.keys(graph.data.kinds).filter((kind) => graph.data.entities.some((entity) => entity.kind === kind))
    .map((kind) => {
      const { fill, border } = graph.data.kinds[kind]!;
      const swatch = element('span', { class: 'swatch' }, speech.kind(kind));
      [swatch.style.background, swatch.style.borderColor] = [app.colour(fill), app.colour(border)];
      return swatch;
    });
  host.setAttribute('aria-label', speech.word('filters'));
  host.replaceChildren(
    element('h2', {}, speech.word('filters')),
    group(speech.word('relation'), ...relations),
    group(speech.word('status'), ...statuses),
    group(speech.word('date'), element('div', { class: 'pair' },
      dateField(app, speech.word('since'), filter.since, (since) => change({ since })),
      dateField(app, speech.word('until'), filter.until, (until) => change({ until })))),
    group(speech.word('least_sum'), sumFields(app, filter, change)),
    button(speech.word('reset_filters'), () => app.change({ filter: openFilter() }), { id: 'reset', disabled: isOpen(filter) }),
    pathGroup(app),
    group(speech.word('kinds'), element('div', { class: 'swatches' }, ...kinds)));
}
