// The buttons of the page, and what they and the keys do.
import type { App } from './app';
import { button, byId, element, say, sign } from './element';
import { toHash } from './link';
import { download, toPng, toSvg } from './save';

const kPanStep = 80;
const kZoomStep = 1.4;

function signButton(app: App, name: string, word: string, action: () => void, attributes = {}): HTMLButtonElement {
  const label = app.speech.word(word);
  return button(sign(name), action, { 'aria-label': label, title: label, id: `tool-${word}`, ...attributes });
}

async function copyLink(app: App): Promise<void> {
  const hash = toHash(app.view, app.picture.where(), app.graph);
  location.replace(hash);
  try {
    await navigator.clipboard.writeText(location.href);
    app.tell(app.speech.word('link_copied'));
  } catch {
    app.tell(app.speech.word('link_in_address'));
  }
}

async function save(app: App, format: 'svg' | 'png'): Promise<void> {
  const style = getComputedStyle(document.documentElement);
  const svg = toSvg(app.picture.whole(), {
    title: app.graph.data.title,
    source: byId('source').textContent ?? '',
    paper: style.getPropertyValue('--paper').trim(),
    ink: style.getPropertyValue('--ink').trim(),
  });
  const blob = format === 'svg' ? new Blob([svg.text], { type: 'image/svg+xml' }) : await toPng(svg);
  download(blob, `whofunds.${format}`);
  app.tell(app.speech.word('saved', { name: `whofunds.${format}` }));
}

function languageChoice(app: App): HTMLElement {
  const choice = element('select', { id: 'language', 'aria-label': app.speech.word('language'),
    onchange: () => app.change({ language: choice.value }) },
  ...Object.keys(app.graph.data.languages).map((language) =>
    element('option', { value: language, selected: language === app.view.language, lang: language },
      app.graph.data.languages[language]!.word['language_name'] ?? language)));
  return choice;
}

export function drawTools(host: HTMLElement, app: App): void {
  host.setAttribute('role', 'toolbar');
  host.setAttribute('aria-label', app.speech.word('tools'));
  const labelled = (name: string, word: string, text: string, action: () => void) =>
    button(element('span', {}, sign(name), text), action, { 'aria-label': app.speech.word(word), title: app.speech.word(word), id: `tool-${word}` });
  host.replaceChildren(
    signButton(app, 'filter', 'filters', () => app.toggleFilters(), { 'aria-pressed': String(!byId('filters').hidden) }),
    signButton(app, 'table', 'facts', () => app.toggleTable(), { 'aria-pressed': String(!byId('facts').hidden) }),
    signButton(app, 'link', 'copy_link', () => void copyLink(app)),
    labelled('save', 'save_svg', 'SVG', () => void save(app, 'svg')),
    labelled('save', 'save_png', 'PNG', () => void save(app, 'png')),
    signButton(app, 'theme', 'theme', () => app.change({ dark: !app.view.dark }), { 'aria-pressed': String(app.view.dark) }),
    languageChoice(app),
    signButton(app, 'help', 'help', () => openHelp(app)));
}

export function drawZoom(host: HTMLElement, app: App): void {
  host.setAttribute('role', 'toolbar');
  host.setAttribute('aria-label', app.speech.word('zoom'));
  host.replaceChildren(
    signButton(app, 'plus', 'zoom_in', () => app.picture.zoomBy(kZoomStep)),
    signButton(app, 'minus', 'zoom_out', () => app.picture.zoomBy(1 / kZoomStep)),
    signButton(app, 'fit', 'fit', () => app.picture.fit()));
}

// ---- keys

const kKeys: [string, string][] = [
  ['/', 'key_search'], ['+ −', 'zoom'], ['0', 'fit'], ['← ↑ → ↓', 'key_arrows'], ['⇧ ← ↑ → ↓', 'key_pan'], ['↵', 'key_enter'],
  ['E', 'expand'], ['O', 'only_near'], ['A', 'show_all'], ['F', 'filters'], ['T', 'facts'], ['D', 'theme'], ['L', 'copy_link'],
  ['Esc', 'close'], ['?', 'help'],
];

function openHelp(app: App): void {
  const { speech } = app;
  const licences = byId('licences') as HTMLTemplateElement;
  const dialog = element('dialog', { 'aria-label': speech.word('help'), onclose: () => dialog.remove() },
    button(sign('close'), () => dialog.close(), { class: 'close', 'aria-label': speech.word('close') }),
    element('h2', {}, speech.word('help')),
    element('p', {}, speech.word('help_text')),
    element('table', { class: 'keys' }, element('tbody', {}, ...kKeys.map(([key, word]) =>
      element('tr', {}, element('th', { scope: 'row' }, element('kbd', {}, key)), element('td', {}, speech.word(word)))))),
    element('details', {}, element('summary', {}, speech.word('licences')),
      element('pre', {}, licences.content.textContent)));
  document.body.append(dialog);
  dialog.showModal();
}

const kDirections: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

function arrow(app: App, [x, y]: [number, number], pans: boolean): void {
  const from = app.picture.focusedEntity;
  const next = from === undefined || pans ? undefined : app.picture.next(from, x, y);
  if (next !== undefined) app.picture.focus(next);
  else if (from === undefined || pans) app.picture.pan(-x * kPanStep, -y * kPanStep);
}

function chosen(app: App): number | undefined {
  return app.picture.focusedEntity ?? app.view.entity;
}

const kActions: Record<string, (app: App) => void> = {
  '/': (app) => app.search(),
  '+': (app) => app.picture.zoomBy(kZoomStep),
  '=': (app) => app.picture.zoomBy(kZoomStep),
  '-': (app) => app.picture.zoomBy(1 / kZoomStep),
  '0': (app) => app.picture.fit(),
  e: (app) => void (chosen(app) !== undefined && app.expand(chosen(app)!)),
  o: (app) => void (chosen(app) !== undefined && app.showOnly(chosen(app)!)),
  a: (app) => app.showAll(),
  f: (app) => app.toggleFilters(),
  t: (app) => app.toggleTable(),
  d: (app) => app.change({ dark: !app.view.dark }),
  l: (app) => void copyLink(app),
  '?': (app) => openHelp(app),
  Escape: (app) => app.close(),
};

// The Latin letter on the key, whatever the layout of the keyboard.
function letterOf(event: KeyboardEvent): string {
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
}

/** Listens to the keys of the page; those typed into a field are not for it. */
export function listenToKeys(app: () => App): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select, textarea, dialog')) return;
    const focused = app().picture.focusedEntity;
    const direction = kDirections[event.key];
    if ((event.key === 'Enter' || event.key === ' ') && focused !== undefined) app().change({ entity: focused, fact: undefined });
    else if (direction && !target.closest('#panel, #facts, #filters')) arrow(app(), direction, event.shiftKey);
    else if (kActions[event.key]) kActions[event.key]!(app());
    else if (kActions[letterOf(event)]) kActions[letterOf(event)]!(app());
    else return;
    event.preventDefault();
  });
}

export function tellUser(text: string): void {
  say(text);
  document.querySelector('.toast')?.remove();
  const toast = element('p', { class: 'toast', 'aria-hidden': 'true' }, text);
  document.body.append(toast);
  setTimeout(() => toast.remove(), 2500);
}
