// A field in which one types a name and picks an entity.
import { element, named, say } from './element';
import type { App } from './app';
import { find, type Hit } from './search';
import { askNames } from './server';

const kMostHits = 12;
let made = 0;

export interface SearchBox {
  root: HTMLElement;
  input: HTMLInputElement;
}

/** `label` is read out and stands in the empty field; `value` is the entity that is picked already. */
export function searchBox(app: App, label: string, value: number | undefined, pick: (id: string) => void): SearchBox {
  const listId = `hits-${++made}`;
  const list = element('ul', { id: listId, role: 'listbox', 'aria-label': app.speech.word('names_found'), class: 'hits', hidden: true });
  const input = element('input', {
    type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-label': label, placeholder: label,
    'aria-expanded': 'false', 'aria-controls': listId, 'aria-autocomplete': 'list',
    value: value === undefined ? '' : app.graph.entity(value).name,
  });
  let hits: Hit[] = [];
  let current = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (place: number) => {
    const hit = hits[place];
    if (!hit) return;
    close();
    input.value = hit.name;
    pick(hit.id);
  };
  const move = (place: number) => {
    current = Math.max(0, Math.min(place, hits.length - 1));
    [...list.children].forEach((option, number) => option.setAttribute('aria-selected', String(number === current)));
    input.setAttribute('aria-activedescendant', `${listId}-${current}`);
    list.children[current]?.scrollIntoView({ block: 'nearest' });
  };
  const option = (hit: Hit, place: number) => {
    const { name, kind } = hit;
    return element('li', { id: `${listId}-${place}`, role: 'option', 'aria-selected': 'false', onpointerdown: (event) => {
      event.preventDefault();
      choose(place);
    } }, named(name), element('small', {}, app.speech.kind(kind)),
    hit.alias !== name && element('small', { class: 'alias' }, named(hit.alias)));
  };
  const show = (found: Hit[]) => {
    hits = found;
    current = -1;
    list.replaceChildren(...(hits.length > 0 ? hits.map(option) : [element('li', { class: 'none' }, app.speech.word('nobody_found'))]));
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) return;
    if (hits.length > 0) move(0);
    say(hits.length > 0 ? app.speech.word('hits', { count: hits.length }) : app.speech.word('nobody_found'));
  };
  const look = async () => {
    const query = input.value;
    const found = app.isServed ? await app.answered(askNames(query, kMostHits)) : find(app.graph, query, kMostHits);
    if (found && query === input.value) show(found);
  };

  input.addEventListener('input', () => void look());
  input.addEventListener('focus', () => input.select());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Enter') choose(current);
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { root: element('div', { class: 'search' }, input, list), input };
}
