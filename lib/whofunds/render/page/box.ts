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
