// The picture as it is seen, as a file.
import { element } from './element';

const kSpace = 'http://www.w3.org/2000/svg';
const kMargin = 24;
const kHeading = 44; // room for the title
const kMostPixels = 40e6;

interface Heading {
  title: string;
  source: string;
  paper: string;
  ink: string;
}

function text(content: string, y: number, size: number, weight: string, ink: string): SVGTextElement {
  const made = document.createElementNS(kSpace, 'text');
  const attributes = { x: '0', y: String(y), fill: ink, 'font-size': String(size), 'font-weight': weight,
    'font-family': 'Noto Sans,Arial,DejaVu Sans,sans-serif' };
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = content;
  return made;
}

// Takes out what is hidden and what only the page needs.
function cleaned(root: SVGSVGElement): SVGSVGElement {
  const copy = root.cloneNode(true) as SVGSVGElement;
  copy.querySelectorAll('.gone, .hit').forEach((part) => part.remove());
  copy.querySelectorAll('.faded').forEach((part) => part.setAttribute('opacity', '0.15'));
  for (const part of [copy, ...copy.querySelectorAll('g')]) {
    for (const name of ['role', 'tabindex', 'aria-label']) part.removeAttribute(name);
    part.classList.remove('faded', 'picked', 'away', 'far', 'tiny');
  }
  copy.removeAttribute('style');
  return copy;
}

/** A drawing that stands alone, all of what is not hidden, with its heading. */
export function toSvg(root: SVGSVGElement, heading: Heading): { text: string; width: number; height: number } {
  const copy = cleaned(root);
  const view = copy.querySelector<SVGGElement>(':scope > g')!;
  view.removeAttribute('transform');
  const seen = root.querySelector<SVGGElement>(':scope > g')!.getBBox();
  const lines = heading.source ? 2 : 1;
  const above = kHeading + (lines - 1) * 18;
  const [width, height] = [Math.max(seen.width, 320) + 2 * kMargin, seen.height + above + 2 * kMargin];
  const paper = document.createElementNS(kSpace, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: heading.paper })) paper.setAttribute(name, String(value));
  const head = document.createElementNS(kSpace, 'g');
  head.setAttribute('transform', `translate(${kMargin} ${kMargin})`);
  head.append(text(heading.title, 18, 20, 'bold', heading.ink));
  if (heading.source) head.append(text(heading.source, 38, 11, 'normal', heading.ink));
  view.setAttribute('transform', `translate(${kMargin - seen.x} ${kMargin + above - seen.y})`);
  copy.prepend(paper, head);
  copy.setAttribute('width', `${width.toFixed(0)}pt`);
  copy.setAttribute('height', `${height.toFixed(0)}pt`);
  copy.setAttribute('viewBox', `0 0 ${width.toFixed(2)} ${height.toFixed(2)}`);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** The drawing in pixels, two to a point where that is not too many. */
export async function toPng(svg: { text: string; width: number; height: number }): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, Math.sqrt(kMostPixels / (svg.width * svg.height)));
    const canvas = element('canvas');
    [canvas.width, canvas.height] = [Math.round(svg.width * scale), Math.round(svg.height * scale)];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the one who reads the page. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
