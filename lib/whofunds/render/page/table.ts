// All facts that are shown, as a table: what the picture tells, in words.
import type { App } from './app';
import { button, element, named, sign } from './element';

const kRows = 200;

function row(app: App, place: number): HTMLElement {
  const { graph, speech } = app;
  const fact = graph.fact(place);
  const subject = fact.subject === undefined ? speech.word('nobody_named') : named(graph.entity(fact.subject).name);
  const open = button(speech.relation(fact.relation), () => app.change({ fact: place, entity: undefined }));
  const cells = [
    open,
    named(graph.entity(fact.object).name),
    fact.amount ? speech.money(fact.amount) : '',
    fact.stake ? speech.stake(fact.stake) : '',
    speech.status(fact.status),
    fact.date ?? '',
  ];
  return element('tr', { class: fact.status }, element('th', { scope: 'row' }, subject),
    ...cells.map((cell) => element('td', {}, cell)));
}

/** Draws the table anew, at first with so many rows. */
export function drawTable(host: HTMLElement, app: App, rows = kRows): void {
  const { speech } = app;
  host.setAttribute('aria-label', speech.word('facts'));
  if (host.hidden) return host.replaceChildren();
  const places = app.visible.facts.flatMap((shown, place) => (shown ? [place] : []));
  const head = ['from', 'relation', 'to', 'amount', 'stake', 'status', 'date'];
  const more = places.length > rows
    && button(speech.word('more_rows', { count: speech.count(places.length - rows) }), () => drawTable(host, app, rows + 5 * kRows));
  host.replaceChildren(
    button(sign('close'), () => app.toggleTable(), { class: 'close', 'aria-label': speech.word('close') }),
    element('div', { class: 'scroll', tabindex: '0' },
      element('table', {},
        element('caption', {}, speech.word('facts_shown', { count: speech.count(places.length) })),
        element('thead', {}, element('tr', {}, ...head.map((key) => element('th', { scope: 'col' }, speech.word(key))))),
        element('tbody', {}, ...places.slice(0, rows).map((place) => row(app, place)))),
      more));
}
