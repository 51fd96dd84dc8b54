// Brings a few things that lie far apart in a large picture near each other, where they can be read. Directions stay about
// as Graphviz chose them: all distances shrink alike, and what would then overlap is pushed apart.
import { centreOf, type Box } from './box';

export interface Shift {
  x: number;
  y: number;
}

const kGap = 46; // between two boxes, room for an arrow
const kSteps = 200;
const kShrunk = 0.85; // the part of all pairs that may not touch by shrinking alone

// How much the distance of two boxes can shrink before they touch.
function leastFactor(a: Box, b: Box): number {
  const [from, to] = [centreOf(a), centreOf(b)];
  const across = ((a.width + b.width) / 2 + kGap) / Math.abs(to.x - from.x);
  const along = ((a.height + b.height) / 2 + kGap) / Math.abs(to.y - from.y);
  return Math.min(across, along);
}

function shrinking(boxes: Box[]): number {
  const factors: number[] = [];
  boxes.forEach((box, place) => boxes.slice(place + 1).forEach((other) => factors.push(leastFactor(box, other))));
  factors.sort((a, b) => a - b);
  return Math.min(factors[Math.floor(kShrunk * factors.length)] ?? 1, 1);
}

// Pushes apart two boxes that overlap, along the way that is shorter; whether it had to.
function parted(a: Box, b: Box): boolean {
  const [from, to] = [centreOf(a), centreOf(b)];
  const x = (a.width + b.width) / 2 + kGap / 2 - Math.abs(to.x - from.x);
  const y = (a.height + b.height) / 2 + kGap / 2 - Math.abs(to.y - from.y);
  if (x <= 0 || y <= 0) return false;
  const [axis, push] = x < y ? ['x' as const, x / 2] : ['y' as const, y / 2];
  const sign = to[axis] >= from[axis] ? 1 : -1;
  a[axis] -= sign * push;
  b[axis] += sign * push;
  return true;
}

/** By box, how far it moves. */
export function compact(boxes: Box[]): Shift[] {
  const factor = shrinking(boxes);
  const middle = { x: 0, y: 0 };
  for (const box of boxes) {
    middle.x += centreOf(box).x / boxes.length;
    middle.y += centreOf(box).y / boxes.length;
  }
  const moved = boxes.map((box) => {
    const { x, y } = centreOf(box);
    return { ...box, x: box.x + (factor - 1) * (x - middle.x), y: box.y + (factor - 1) * (y - middle.y) };
  });
  for (let step = 0, again = true; again && step < kSteps; ++step) {
    again = false;
    moved.forEach((box, place) => moved.slice(place + 1).forEach((other) => { again = parted(box, other) || again; }));
  }
  return moved.map((box, place) => ({ x: box.x - boxes[place]!.x, y: box.y - boxes[place]!.y }));
}

export function moveNode(part: SVGGElement, shift: Shift | undefined): void {
  if (shift) part.setAttribute('transform', `translate(${shift.x.toFixed(1)} ${shift.y.toFixed(1)})`);
  else part.removeAttribute('transform');
}

const drawn = new WeakMap<SVGPathElement, string>();

// The points of a line as Graphviz drew it.
function pointsOf(line: SVGGElement): Shift[] {
  const path = line.querySelector('path')!;
  if (!drawn.has(path)) drawn.set(path, path.getAttribute('d') ?? '');
  return [...drawn.get(path)!.matchAll(/([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

/** Where a line begins and ends as Graphviz drew it. */
export function endsOf(line: SVGGElement): [Shift, Shift] {
  const points = pointsOf(line);
  return [points[0]!, points.at(-1)!];
}

// Where the way from the middle of a box to another place leaves the box.
function borderOf(box: Box, to: Shift): Shift {
  const from = centreOf(box);
  const part = Math.min(1, box.width / 2 / Math.abs(to.x - from.x), box.height / 2 / Math.abs(to.y - from.y));
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}

// How far an arrowhead reaches beyond the end of its line.
function reachOf(heads: Element[], end: Shift, angle: number): number {
  const places = heads.flatMap((head) => {
    if (head.tagName === 'ellipse') {
      const value = (name: string) => Number(head.getAttribute(name));
      return [{ x: value('cx') + value('rx') * Math.cos(angle), y: value('cy') + value('rx') * Math.sin(angle) }];
    }
    return [...(head.getAttribute('points') ?? '').matchAll(/([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  });
  return Math.max(0, ...places.map(({ x, y }) => (x - end.x) * Math.cos(angle) + (y - end.y) * Math.sin(angle)));
}

/** Draws a line straight from box to box, its arrowhead turned and its label in the middle. */
export function straighten(line: SVGGElement, tail: Box, head: Box): void {
  const points = pointsOf(line);
  const [before, end] = [points.at(-2)!, points.at(-1)!];
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const [from, to] = [borderOf(tail, centreOf(head)), borderOf(head, centreOf(tail))];
  const turned = Math.atan2(to.y - from.y, to.x - from.x);
  const parts = [...line.querySelectorAll('polygon, polyline, ellipse, text')];
  const labels = parts.filter((part) => part.tagName === 'text' || part.getAttribute('stroke') === 'transparent');
  const heads = parts.filter((part) => !labels.includes(part));
  const reach = reachOf(heads, end, angle);
  const base = { x: to.x - reach * Math.cos(turned), y: to.y - reach * Math.sin(turned) };
  for (const path of line.querySelectorAll('path')) path.setAttribute('d', `M${from.x},${from.y}L${base.x},${base.y}`);
  const turn = `translate(${base.x} ${base.y}) rotate(${((turned - angle) * 180) / Math.PI}) translate(${-end.x} ${-end.y})`;
  heads.forEach((part) => part.setAttribute('transform', turn));
  const label = labels.find((part) => part.tagName === 'polygon') ?? labels[0];
  if (!label) return;
  const middle = centreOf((label as SVGGraphicsElement).getBBox());
  const shift = { x: (from.x + to.x) / 2 - middle.x, y: (from.y + to.y) / 2 - middle.y };
  labels.forEach((part) => moveNode(part as SVGGElement, shift));
}

/** Lays a line back to where Graphviz drew it. */
export function restore(line: SVGGElement): void {
  for (const path of line.querySelectorAll('path')) path.setAttribute('d', drawn.get(line.querySelector('path')!)!);
  for (const part of line.querySelectorAll('polygon, polyline, ellipse, text')) part.removeAttribute('transform');
}
