// The picture that Graphviz drew: moved, zoomed, pointed at, partly hidden. Every element has an id (render/dot.hpp): "e4"
// is the fourth entity, "i7" the seventh item, "i7_2" the line of that item to its second party.
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom';
import { compact, endsOf, moveNode, restore, straighten, type Shift } from './arrange';
import { centreOf, drawnBox, nextBox, plainBox, union, type Box } from './box';
import { Culling } from './culling';
import type { Graph } from './data';
import type { Visible } from './filter';

export interface Place {
  x: number; // in the picture, what stands in the middle of the window
  y: number;
  scale: number;
}

interface Listener {
  entity(entity: number): void;
  item(item: number, party: number | undefined): void;
  expand(entity: number): void;
  nothing(): void;
}

const kMostArranged = 300; // with more to be seen, things stay where they are
const kMostHitLines = 3000; // with more arrows, wider lines to click on would cost more than they help
const kMostDrawn = 1500; // with more parts, only those in the window are drawn
const kLeastTextScale = 0.4; // smaller, and names cannot be read
const kLeastHeadScale = 0.2; // smaller, and arrowheads and dashes, which are slow to draw, cannot be made out
const kMostScale = 6;

export class Picture {
  readonly root: SVGSVGElement;
  private readonly view: SVGGElement;
  private readonly entities: SVGGElement[] = [];
  private readonly items: { self?: SVGGElement; lines: SVGGElement[] }[] = [];
  private readonly boxes: (Box | undefined)[] = [];
  private readonly observer = new ResizeObserver(() => this.resized());
  private readonly bent = new Set<SVGGElement>(); // lines that were moved with them
  private readonly culling: Culling | undefined;
  private shifts = new Map<SVGGElement, Shift>(); // what does not lie where Graphviz put it
  private readonly zooming: ZoomBehavior<SVGSVGElement, unknown>;
  private colours: [Element, string, string][] | undefined;
  private shift = { x: 0, y: 0 };
  private natural = { width: 1, height: 1 };
  private scale = 1;
  private offset = { x: 0, y: 0 };
  private focused = -1;
  private isFitted = false; // nobody has moved it since it was fitted into the window
  private isDark = false;
  private size = { width: 0, height: 0 };

  constructor(private readonly host: HTMLElement, private readonly graph: Graph, private readonly on: Listener) {
    this.root = host.querySelector('svg')!;
    this.view = this.prepare();
    this.index();
    const parts = [...this.root.querySelectorAll<SVGGElement>('g.node, g.edge')];
    if (parts.length > kMostDrawn) this.culling = new Culling(parts);
    this.zooming = zoom<SVGSVGElement, unknown>()
      .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => this.moved(event.transform));
    select(this.root).call(this.zooming).on('dblclick.zoom', null);
    this.observer.observe(host);
    this.root.addEventListener('click', (event) => this.clicked(event));
    this.root.addEventListener('dblclick', (event) => {
      const entity = this.entities.indexOf((event.target as Element).closest<SVGGElement>('g.node')!);
      if (entity >= 0) this.on.expand(entity);
    });
    this.root.addEventListener('focusin', (event) => {
      const entity = this.entities.indexOf(event.target as SVGGElement);
      if (entity >= 0) this.setFocus(entity);
    });
  }

  /** Lets go of the place that it was drawn in, for another picture. */
  dispose(): void {
    this.observer.disconnect();
    select(this.root).on('.zoom', null);
  }

  // ---- reading what Graphviz wrote

  // Takes size and paper from the drawing and puts a layer around it that is moved.
  private prepare(): SVGGElement {
    const drawing = this.root.querySelector<SVGGElement>('g.graph')!;
    const size = this.root.viewBox.baseVal;
    this.natural = { width: size.width, height: size.height };
    const matrix = drawing.transform.baseVal.consolidate()?.matrix;
    this.shift = { x: matrix?.e ?? 0, y: matrix?.f ?? 0 };
    drawing.querySelector(':scope > polygon')?.remove();
    drawing.querySelector(':scope > title')?.remove();
    for (const name of ['width', 'height', 'viewBox']) this.root.removeAttribute(name);
    const view = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    drawing.replaceWith(view);
    view.append(drawing);
    return view;
  }

  private index(): void {
    this.graph.data.items.forEach(() => this.items.push({ lines: [] }));
    for (const part of this.root.querySelectorAll<SVGGElement>('g.node, g.edge')) {
      const [, sort, place, line] = /^([ei])(\d+)(?:_(\d+))?$/.exec(part.id) ?? [];
      const at = Number(place) - 1;
      if (sort === 'e') this.entities[at] = part;
      else if (line) this.items[at]!.lines[Number(line) - 1] = part;
      else if (sort === 'i') this.items[at]!.self = part;
    }
    const edges = this.root.querySelectorAll<SVGGElement>('g.edge');
    if (edges.length <= kMostHitLines) edges.forEach(addHitLine);
    this.entities.forEach((part) => {
      part.setAttribute('role', 'button');
      part.setAttribute('tabindex', '-1');
    });
  }

  /** Says what the whole and its entities are called, for those who hear the page. */
  describe(title: string, names: (entity: number) => string): void {
    this.root.setAttribute('role', 'group');
    this.root.setAttribute('aria-label', title);
    this.entities.forEach((part, entity) => part.setAttribute('aria-label', names(entity)));
  }

  // ---- what is seen of it

  show(visible: Visible): void {
    this.entities.forEach((part, entity) => part.classList.toggle('gone', !visible.entities[entity]));
    this.items.forEach(({ self, lines }, place) => {
      const item = this.graph.item(place);
      self?.classList.toggle('gone', !visible.items[place]);
      lines.forEach((line, number) => {
        const party = item.parties[number]!;
        const said = item.facts.some((fact) => visible.facts[fact]
          && (this.graph.fact(fact).subject === party || this.graph.fact(fact).object === party));
        line.classList.toggle('gone', !said);
      });
    });
    const first = visible.entities.indexOf(true);
    if (!visible.entities[this.focused]) this.setFocus(first);
  }

  /** Brings what is to be seen near each other where it would be too small to be read; else all lies as it was drawn. */
  arrange(wanted: boolean): void {
    this.shifts = new Map();
    this.culling?.seeAll();
    const nodes = [...this.entities, ...this.items.map(({ self }) => self)]
      .filter((part): part is SVGGElement => !!part?.classList.contains('node') && !part.classList.contains('gone'));
    const boxes = wanted && nodes.length <= kMostArranged ? nodes.map(plainBox) : [];
    const area = union(boxes);
    if (area && this.scaleFor(area) < kLeastTextScale) {
      compact(boxes).forEach((shift, place) => this.shifts.set(nodes[place]!, shift));
    }
    for (const part of [...this.entities, ...this.items.map(({ self }) => self)]) {
      if (part?.classList.contains('node')) moveNode(part, this.shifts.get(part));
    }
    this.items.forEach((_, item) => this.arrangeLines(item));
  }

  private arrangeLines(place: number): void {
    const { self, lines } = this.items[place]!;
    const { parties } = this.graph.item(place);
    if (self && !self.classList.contains('node')) return this.arrangeLine(self, this.entities[parties[0]!], this.entities[parties[1]!]);
    lines.forEach((line, number) => this.arrangeLine(line, this.entities[parties[number]!], self));
  }

  private arrangeLine(line: SVGGElement, a: SVGGElement | undefined, b: SVGGElement | undefined): void {
    if (!a || !b || line.classList.contains('gone') || !(this.shifts.has(a) && this.shifts.has(b))) {
      if (this.bent.delete(line)) restore(line);
      return;
    }
    const [begin] = endsOf(line);
    const distance = (part: SVGGElement) => {
      const at = centreOf(plainBox(part));
      return Math.hypot(at.x - begin.x, at.y - begin.y);
    };
    const [tail, head] = distance(a) <= distance(b) ? [a, b] : [b, a];
    straighten(line, this.placed(tail), this.placed(head));
    this.bent.add(line);
  }

  private placed(part: SVGGElement): Box {
    const box = plainBox(part);
    const shift = this.shifts.get(part);
    return shift ? { ...box, x: box.x + shift.x, y: box.y + shift.y } : box;
  }

  /** Marks what was picked. */
  pick(entity: number | undefined, item: number | undefined): void {
    this.root.querySelectorAll('.picked').forEach((part) => part.classList.remove('picked'));
    const parts = entity !== undefined ? [this.entities[entity]] : item !== undefined ? this.partsOf(item) : [];
    parts.forEach((part) => part?.classList.add('picked'));
  }

  /** Lets all but these stand back; undefined = nothing stands back. */
  stress(entities: Set<number> | undefined, items: Set<number> = new Set()): void {
    this.entities.forEach((part, entity) => part.classList.toggle('faded', !!entities && !entities.has(entity)));
    this.items.forEach((_, place) => {
      const { parties } = this.graph.item(place);
      const { self, lines } = this.items[place]!;
      const on = !entities || items.has(place);
      self?.classList.toggle('faded', !on);
      lines.forEach((line, number) => line.classList.toggle('faded', !on || (!!entities && !entities.has(parties[number]!))));
    });
  }

  setTheme(dark: boolean): void {
    if (dark === this.isDark) return;
    this.isDark = dark;
    this.colours ??= [...this.root.querySelectorAll('[fill], [stroke]')].flatMap((part) =>
      ['fill', 'stroke'].flatMap((name): [Element, string, string][] => {
        const colour = part.getAttribute(name)?.toLowerCase();
        return colour && this.graph.data.dark[colour] ? [[part, name, colour]] : [];
      }));
    for (const [part, name, colour] of this.colours) part.setAttribute(name, dark ? this.graph.data.dark[colour]! : colour);
  }

  private partsOf(item: number): SVGGElement[] {
    const { self, lines } = this.items[item]!;
    return self ? [self, ...lines] : lines;
  }

  // ---- moving

  zoomBy(factor: number): void {
    select(this.root).call(this.zooming.scaleBy, factor);
  }

  pan(x: number, y: number): void {
    select(this.root).call(this.zooming.translateBy, x / this.scale, y / this.scale);
  }

  /** Shows these entities, or all that is not hidden, as large as they fit. */
  fit(entities?: Iterable<number>): void {
    const box = union([...(entities ?? this.entities.keys())].map((entity) => this.boxOf(entity)));
    if (!box || this.host.clientWidth === 0) return;
    this.place({ x: box.x + box.width / 2, y: box.y + box.height / 2, scale: this.scaleFor(box) });
    this.isFitted = !entities;
  }

  /** Shows the whole or, where its names would be too small to be read, the middle of its largest part. */
  open(): void {
    this.fit();
    if (this.scale >= kLeastTextScale) return;
    const isSeen = (entity: number) => !!this.boxOf(entity);
    const part = union(this.graph.largestPart(isSeen).map((entity) => this.boxOf(entity)));
    if (!part) return;
    const scale = Math.max(this.scaleFor(part), kOpeningScale);
    this.place({ x: part.x + part.width / 2, y: part.y + part.height / 2, scale });
  }

  // So large that the box fits into the window.
  private scaleFor(box: Box): number {
    const { clientWidth: width, clientHeight: height } = this.host;
    return Math.min(width / (box.width + kMargin), height / (box.height + kMargin), kMostFitScale);
  }

  // Keeps in the middle what was there, or the whole in the window.
  private resized(): void {
    if (this.isFitted) return this.fit();
    const place = this.where();
    this.place(place);
  }

  place(place: Place): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    const least = Math.min(width / this.natural.width, height / this.natural.height, 1) / 2;
    this.size = { width, height };
    this.zooming.scaleExtent([Math.min(least, place.scale), kMostScale]);
    select(this.root).call(this.zooming.transform, zoomIdentity
      .translate(width / 2, height / 2).scale(place.scale).translate(-place.x - this.shift.x, -place.y - this.shift.y));
  }

  where(): Place {
    const { width, height } = this.size;
    return {
      x: (width / 2 - this.offset.x) / this.scale - this.shift.x,
      y: (height / 2 - this.offset.y) / this.scale - this.shift.y,
      scale: this.scale,
    };
  }

  /** Brings an entity into the window if it is not, large enough to be read. */
  reveal(entity: number): void {
    const box = this.boxOf(entity);
    if (!box) return;
    const { clientWidth: width, clientHeight: height } = this.host;
    const x = (box.x + box.width / 2 + this.shift.x) * this.scale + this.offset.x;
    const y = (box.y + box.height / 2 + this.shift.y) * this.scale + this.offset.y;
    const inside = x > 60 && y > 40 && x < width - 60 && y < height - 40;
    if (inside && this.scale >= kLeastTextScale) return;
    this.place({ x: box.x + box.width / 2, y: box.y + box.height / 2, scale: Math.max(this.scale, 0.8) });
  }

  private moved(transform: { x: number; y: number; k: number }): void {
    this.isFitted = false;
    this.scale = transform.k;
    this.offset = transform;
    this.view.setAttribute('transform', `translate(${transform.x} ${transform.y}) scale(${transform.k})`);
    this.cull();
    this.root.classList.toggle('far', transform.k < kLeastTextScale);
    this.root.classList.toggle('tiny', transform.k < kLeastHeadScale);
  }

  // What was brought near each other is little, and does not lie where it was drawn.
  private cull(): void {
    if (this.shifts.size > 0) return this.culling?.seeAll();
    const { width, height } = this.size;
    const { x, y } = this.where();
    this.culling?.see({ x: x - width / 2 / this.scale, y: y - height / 2 / this.scale, width: width / this.scale, height: height / this.scale });
  }

  /** The drawing with all of its parts. */
  whole(): SVGSVGElement {
    this.culling?.seeAll();
    return this.root;
  }

  private boxOf(entity: number): Box | undefined {
    const part = this.entities[entity];
    if (!part || part.classList.contains('gone')) return undefined;
    const box = (this.boxes[entity] ??= drawnBox(part, false));
    const shift = this.shifts.get(part);
    return shift ? { ...box, x: box.x + shift.x, y: box.y + shift.y } : box;
  }

  // ---- pointing

  private clicked(event: Event): void {
    const part = (event.target as Element).closest<SVGGElement>('g.node, g.edge');
    const [, sort, place, line] = /^([ei])(\d+)(?:_(\d+))?$/.exec(part?.id ?? '') ?? [];
    if (sort === 'e') {
      this.setFocus(Number(place) - 1);
      this.on.entity(Number(place) - 1);
    } else if (sort === 'i') {
      const item = Number(place) - 1;
      this.on.item(item, line ? this.graph.item(item).parties[Number(line) - 1] : undefined);
    } else {
      this.on.nothing();
    }
  }

  /** The one entity that the Tab key comes to; arrow keys lead from it to others. */
  setFocus(entity: number): void {
    this.entities[this.focused]?.setAttribute('tabindex', '-1');
    this.focused = entity;
    this.entities[entity]?.setAttribute('tabindex', '0');
    this.culling?.keep(this.entities[entity]);
  }

  focus(entity: number): void {
    this.setFocus(entity);
    this.reveal(entity);
    this.entities[entity]?.focus({ preventScroll: true });
  }

  get focusedEntity(): number | undefined {
    return document.activeElement && this.entities[this.focused] === document.activeElement ? this.focused : undefined;
  }

  /** The visible entity that lies next in a direction; undefined if there is none. */
  next(entity: number, x: number, y: number): number | undefined {
    const box = this.boxOf(entity);
    const others = [...this.entities.keys()].map((other): [number, Box | undefined] => [other, other === entity ? undefined : this.boxOf(other)]);
    return box && nextBox(others.filter((each): each is [number, Box] => !!each[1]), box, x, y);
  }
}

const kMargin = 120; // lines may run outside of the entities
const kMostFitScale = 1.6;
const kOpeningScale = 0.6; // at which names are read with ease

function addHitLine(edge: SVGGElement): void {
  const line = edge.querySelector('path');
  if (!line) return;
  const wide = line.cloneNode() as SVGPathElement;
  wide.setAttribute('class', 'hit');
  for (const name of ['stroke', 'stroke-width', 'stroke-dasharray']) wide.removeAttribute(name);
  line.parentElement!.insertBefore(wide, line);
}
