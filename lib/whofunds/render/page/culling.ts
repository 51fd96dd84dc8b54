// Lets the browser draw, of a large picture, only what lies in the window or near it: to lay out thousands of names anew for
// every step of a zoom would take it a second.
import { drawnBox, type Box } from './box';

const kAround = 0.3; // how much is drawn on each side of the window, in widths and heights of it
const kMostWider = 2.5; // how much wider than the window what is drawn may be

function holds(a: Box, b: Box): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;
}

function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

export class Culling {
  private boxes: Box[] | undefined; // made when first needed
  private readonly away: boolean[] = [];
  private held: Box | undefined; // what is drawn; undefined = all
  private kept: SVGGElement | undefined;

  constructor(private readonly parts: SVGGElement[]) {}

  /** Draws what touches the box, and what is around it. */
  see(box: Box): void {
    if (this.held && holds(this.held, box) && this.held.width <= kMostWider * box.width) return;
    const { x, y, width, height } = box;
    const held = { x: x - kAround * width, y: y - kAround * height, width: (1 + 2 * kAround) * width, height: (1 + 2 * kAround) * height };
    this.boxes ??= this.parts.map((part) => drawnBox(part, true));
    this.boxes.forEach((other, place) => this.set(place, !touches(held, other)));
    this.held = held;
  }

  /** Draws all. */
  seeAll(): void {
    if (this.held) this.parts.forEach((_, place) => this.set(place, false));
    this.held = undefined;
  }

  /** Draws this one wherever it lies, so that the keyboard can come to it. */
  keep(part: SVGGElement | undefined): void {
    const before = this.kept;
    this.kept = part;
    part?.classList.remove('away');
    const place = before ? this.parts.indexOf(before) : -1;
    if (before && before !== part && this.away[place]) before.classList.add('away');
  }

  private set(place: number, away: boolean): void {
    if (!!this.away[place] === away) return;
    this.away[place] = away;
    const part = this.parts[place]!;
    part.classList.toggle('away', away && part !== this.kept);
  }
}
