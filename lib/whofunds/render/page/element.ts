// Elements of the page. Texts go in as text, never as markup: whatever a name holds, it is shown and not run.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | boolean | number | undefined | ((event: Event) => void)>;

/** An element with attributes, listeners ("onclick": …) and children. What is undefined, null or false is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child): child is Node | string => !!child));
  return made;
}

/** A button. `title` is read out and shown on hovering where the text is but a sign. */
export function button(text: Child, action: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return element('button', { type: 'button', onclick: () => action(), ...attributes }, text);
}

/** A name from outside, whose direction of writing is kept from what stands around it. */
export function named(name: string): HTMLElement {
  return element('bdi', {}, name);
}

export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

/** Says a thing to those who hear the page. */
export function say(text: string): void {
  byId('said').textContent = text;
}

const kSigns: Record<string, string> = {
  minus: 'M5 12h14',
  plus: 'M5 12h14M12 5v14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  close: 'M6 6l12 12M18 6L6 18',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  save: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  theme: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.5',
  swap: 'M7 4v14M4 15l3 3 3-3M17 20V6M14 9l3-3 3 3',
};

/** A small drawing for a button. */
export function sign(name: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', kSigns[name] ?? '');
  svg.append(path);
  return svg;
}
