// What a page asks of the server that it came from (`whofunds serve`, docs/openapi.json).
import { parseData, type MapData } from './data';
import type { Hit } from './search';

export interface Part {
  data: MapData;
  picture: SVGSVGElement;
}

export class Refused extends Error {
  constructor(readonly status: number) {
    super(`refused: ${status}`);
  }
}

async function ask(path: string, values: Record<string, string>): Promise<string> {
  // Commas as they are: the address of a request may have 8,192 bytes, and ids take most of it.
  const response = await fetch(`/api/${path}?${new URLSearchParams(values).toString().replaceAll('%2C', ',')}`);
  if (!response.ok) throw new Refused(response.status);
  return response.text();
}

/** These entities, the neighbours of `expand`, and what lies between them; without either, what a page begins with. */
export async function askPart(entities: string[], expand: string[] = []): Promise<Part> {
  const text = await ask('map', { entities: entities.join(','), expand: expand.join(',') });
  const { picture } = JSON.parse(text) as { picture: string };
  const drawing = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
  const data = (parseData(text) as unknown as { data: MapData }).data;
  return { data, picture: document.importNode(drawing, true) as unknown as SVGSVGElement };
}

export async function askNames(query: string, limit: number): Promise<Hit[]> {
  if (!query.trim()) return [];
  const { entities } = JSON.parse(await ask('entities', { q: query, limit: String(limit) })) as {
    entities: { id: string; name: string; kind: string }[];
  };
  return entities.map(({ id, name, kind }) => ({ id, name, kind, alias: name }));
}

/** The ids of the entities on the way from one to another; none if there is no way. */
export async function askPath(from: string, to: string): Promise<string[]> {
  return (JSON.parse(await ask('path', { from, to })) as { entities: string[] }).entities;
}
