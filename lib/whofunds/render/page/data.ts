// What the C++ code writes into the page (page_data.cpp), and what follows from it.

export interface Money {
  value: number; // whole units; of a range, its upper end
  currency: string; // ISO 4217
  approx?: boolean;
  min?: number;
  max?: number;
}

export interface Stake {
  percent?: number;
  at_least?: boolean;
  controlling?: boolean;
}

export interface Evidence {
  doc: string;
  begin: number; // code points of the document
  end: number;
  text: string;
}

export interface Entity {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  countries?: string[]; // codes of ISO 3166-1 in small letters
  keys: string[]; // every name in the form in which names are compared (entities/name_key.hpp)
}

export interface Fact {
  id: string;
  subject?: number; // an entity by its place in the list; absent where nobody is named
  object: number;
  relation: string;
  status: string;
  amount?: Money;
  stake?: Stake;
  round?: string;
  lead?: boolean;
  date?: string;
  valuation?: Money;
  deal?: string;
  confidence: number;
  evidence: Evidence[];
}

/** One thing that the picture draws besides entities. */
export interface Item {
  form: 'arrow' | 'deal' | 'note';
  facts: number[];
  parties: number[]; // of an arrow: from, to; of a deal or note: in the order of its lines
}

export interface Source {
  title?: string;
  url?: string;
  date?: string;
}

export interface Words {
  word: Record<string, string>;
  relations: Record<string, { label: string; deal: string }>;
  kinds: Record<string, string>;
  statuses: Record<string, string>;
}

export interface MapData {
  language: string;
  title: string;
  served: boolean; // by `whofunds serve`, which knows more than is drawn
  entities: Entity[];
  facts: Fact[];
  items: Item[];
  documents: Record<string, Source>;
  focus: number[];
  total: { entities: number; facts: number }; // of the graph that this is a part of
  languages: Record<string, Words>;
  relations: Record<string, { colour: string; funding: boolean; symmetric: boolean }>;
  kinds: Record<string, { fill: string; border: string }>;
  currencies: Record<string, string>; // their signs
  letters: Record<string, string>; // Cyrillic letter → as `Entity.keys` have it
  dark: Record<string, string>; // a colour of the light theme → of the dark one
}

/** Reads data without the properties that objects inherit: a round may be called "constructor" and is no word for it. */
export function parseData(text: string): MapData {
  return JSON.parse(text, (_, value: unknown) =>
    (value && typeof value === 'object' && !Array.isArray(value) ? Object.setPrototypeOf(value, null) : value)) as MapData;
}

export function readData(): MapData {
  return parseData(document.getElementById('data')?.textContent ?? '{}');
}

/** The data with what is asked of it all the time. */
export class Graph {
  readonly factsOf: number[][]; // by entity: facts that name it
  readonly itemsOf: number[][]; // by entity: items that touch it
  readonly itemOf: number[]; // by fact: the item that draws it
  readonly dealFacts = new Map<string, number[]>();
  private readonly places = new Map<string, number>();

  constructor(readonly data: MapData) {
    this.factsOf = data.entities.map(() => []);
    this.itemsOf = data.entities.map(() => []);
    this.itemOf = data.facts.map(() => -1);
    data.entities.forEach((entity, place) => this.places.set(entity.id, place));
    data.facts.forEach((fact, place) => {
      for (const entity of new Set([fact.subject ?? fact.object, fact.object])) this.factsOf[entity]?.push(place);
      if (!fact.deal) return;
      const known = this.dealFacts.get(fact.deal);
      if (known) known.push(place);
      else this.dealFacts.set(fact.deal, [place]);
    });
    data.items.forEach((item, place) => {
      for (const entity of new Set(item.parties)) this.itemsOf[entity]?.push(place);
      for (const fact of item.facts) this.itemOf[fact] = place;
    });
  }

  entity(place: number): Entity {
    return this.data.entities[place]!;
  }

  fact(place: number): Fact {
    return this.data.facts[place]!;
  }

  item(place: number): Item {
    return this.data.items[place]!;
  }

  /** The place of the entity of that id; undefined if there is none. */
  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }

  placeOfFact(id: string): number | undefined {
    const place = this.data.facts.findIndex((fact) => fact.id === id);
    return place < 0 ? undefined : place;
  }

  isFunding(fact: Fact): boolean {
    return this.data.relations[fact.relation]?.funding ?? false;
  }

  /** Everybody that an item draws beside the entity. */
  neighbours(entity: number): Set<number> {
    const near = new Set(this.itemsOf[entity]!.flatMap((item) => this.item(item).parties));
    near.delete(entity);
    return near;
  }

  /** The most entities, of those that are seen, that hang together. */
  largestPart(isSeen: (entity: number) => boolean): number[] {
    const met = new Set<number>();
    let largest: number[] = [];
    this.data.entities.forEach((_, first) => {
      if (met.has(first) || !isSeen(first)) return;
      const part = [first];
      met.add(first);
      for (const entity of part) {
        const more = [...this.neighbours(entity)].filter((next) => !met.has(next) && isSeen(next));
        more.forEach((next) => met.add(next));
        part.push(...more);
      }
      if (part.length > largest.length) largest = part;
    });
    return largest;
  }
}
