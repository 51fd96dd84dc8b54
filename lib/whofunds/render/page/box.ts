// Rectangles of the picture.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

// The box that the browser gives is an object of its own kind, which "..." does not copy.
export function plainBox(part: SVGGraphicsElement): Box {
  const { x, y, width, height } = part.getBBox();
  return { x, y, width, height };
}

const kLabel = 140; // at most the width of a label, which is told by its beginning or its middle
const kLine = 12;

function numbersOf(text: string): number[] {
  return (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

/** What a part of a drawing of Graphviz takes as its attributes tell, hidden or not: to ask the browser, it would have to be laid out. */
export function drawnBox(part: SVGGElement, withLabels: boolean): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number, width: number, height: number) => {
    [left, right] = [Math.min(left, x - width), Math.max(right, x + width)];
    [top, bottom] = [Math.min(top, y - height), Math.max(bottom, y + height)];
  };
  const number = (shape: Element, name: string) => Number(shape.getAttribute(name));
  for (const shape of part.querySelectorAll('path, polygon, polyline, ellipse, text')) {
    if (shape.tagName === 'ellipse') take(number(shape, 'cx'), number(shape, 'cy'), number(shape, 'rx'), number(shape, 'ry'));
    else if (shape.tagName !== 'text') {
      const numbers = numbersOf(shape.getAttribute('d') ?? shape.getAttribute('points') ?? '');
      for (let at = 0; at + 1 < numbers.length; at += 2) take(numbers[at]!, numbers[at + 1]!, 0, 0);
    } else if (withLabels) take(number(shape, 'x'), number(shape, 'y'), kLabel, kLine);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Of the boxes, the number of the one that lies next to a box in a direction; undefined if there is none. */
export function nextBox(boxes: Iterable<[number, Box]>, from: Box, x: number, y: number): number | undefined {
  const start = centreOf(from);
  let best: { place: number; distance: number } | undefined;
  for (const [place, box] of boxes) {
    const to = centreOf(box);
    const ahead = (to.x - start.x) * x + (to.y - start.y) * y;
    const aside = Math.abs((to.x - start.x) * y - (to.y - start.y) * x);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const distance = ahead + 2 * aside;
    if (!best || distance < best.distance) best = { place, distance };
  }
  return best?.place;
}

export function centreOf(box: Box): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function union(boxes: (Box | undefined)[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    if (!box) continue;
    [left, top] = [Math.min(left, box.x), Math.min(top, box.y)];
    [right, bottom] = [Math.max(right, box.x + box.width), Math.max(bottom, box.y + box.height)];
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}
