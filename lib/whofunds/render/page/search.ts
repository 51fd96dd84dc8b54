// Finds entities by any of their names, in any script.
import type { Graph } from './data';

export interface Hit {
  id: string;
  name: string;
  kind: string;
  alias: string; // the name that was matched
}

// A name without what does not count in a comparison: case, quotes and other marks, ё as е.
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')
    .replace(/['’‘ʼ`]/g, '').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

// In Latin letters, as `Entity.keys` are, for the letters that we know.
function latin(text: string, letters: Record<string, string>): string {
  const plain = [...text].map((letter) => letters[letter] ?? letter).join('').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replaceAll('kh', 'h').replaceAll('ch', '\u0001').replace(/c(?![eiy])/g, 'k')
    .replaceAll('\u0001', 'ch').replaceAll('x', 'ks').replaceAll('y', 'i').replace(/ii/g, 'i').replace(/ie/g, 'e');
}

// How well a name answers: the whole of it, its beginning, the beginning of a word, some part of it; 0 = not at all.
function grade(name: string, query: string): number {
  const at = name.indexOf(query);
  if (!query || at < 0) return 0;
  if (name === query) return 4;
  if (at === 0) return 3;
  return name.includes(' ' + query) ? 2 : 1;
}

// By graph and entity, its names as they are compared; made when one first looks for something.
const foldedNames = new WeakMap<Graph, string[][]>();

function namesOf(graph: Graph): string[][] {
  let names = foldedNames.get(graph);
  if (!names) {
    names = graph.data.entities.map((entity) => entity.aliases.map(folded));
    foldedNames.set(graph, names);
  }
  return names;
}

/** The entities that `query` may mean, the best first; of those as good, the ones with more facts. */
export function find(graph: Graph, query: string, limit: number): Hit[] {
  const plain = folded(query);
  const key = latin(plain, graph.data.letters);
  const names = namesOf(graph);
  const hits: { entity: number; alias: string; grade: number; facts: number }[] = [];
  graph.data.entities.forEach((entity, place) => {
    let best = { alias: entity.name, grade: entity.id === query ? 5 : 0 };
    entity.aliases.forEach((alias, number) => {
      const found = Math.max(2 * grade(names[place]![number]!, plain), grade(entity.keys[number] ?? '', key));
      if (found > best.grade) best = { alias, grade: found };
    });
    if (best.grade > 0) hits.push({ entity: place, facts: graph.factsOf[place]!.length, ...best });
  });
  hits.sort((a, b) => b.grade - a.grade || b.facts - a.facts || a.entity - b.entity);
  return hits.slice(0, limit).map(({ entity, alias }) => {
    const { id, name, kind } = graph.entity(entity);
    return { id, name, kind, alias };
  });
}
