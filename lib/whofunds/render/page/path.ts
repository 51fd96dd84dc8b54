// How one gets from one entity to another. As query/path.hpp.
import type { Graph } from './data';

export interface Step {
  from: number;
  to: number;
  facts: number[]; // at least one
}

export interface Path {
  steps: Step[];
  directed: boolean; // along the arrows, and by funding alone; else by any fact, either way
}

function stepsFrom(graph: Graph, entity: number, facts: boolean[], directed: boolean): Map<number, number[]> {
  const steps = new Map<number, number[]>();
  for (const place of graph.factsOf[entity]!) {
    const fact = graph.fact(place);
    if (!facts[place] || fact.subject === undefined || fact.status === 'denied') continue;
    if (directed && (fact.subject !== entity || fact.status === 'ended' || !graph.isFunding(fact))) continue;
    const next = fact.subject === entity ? fact.object : fact.subject;
    steps.set(next, [...(steps.get(next) ?? []), place]);
  }
  return steps;
}

function shortest(graph: Graph, from: number, to: number, facts: boolean[], directed: boolean): Step[] | undefined {
  const reached = new Map<number, Step | undefined>([[from, undefined]]);
  for (let ring = [from]; ring.length > 0 && !reached.has(to);) {
    const next: number[] = [];
    for (const entity of ring) {
      const steps = [...stepsFrom(graph, entity, facts, directed)].sort((a, b) => a[0] - b[0]);
      for (const [neighbour, carrying] of steps) {
        if (reached.has(neighbour)) continue;
        reached.set(neighbour, { from: entity, to: neighbour, facts: carrying });
        next.push(neighbour);
      }
    }
    ring = next;
  }
  if (!reached.has(to)) return undefined;
  const steps: Step[] = [];
  for (let step = reached.get(to); step; step = reached.get(step.from)) steps.unshift(step);
  return steps;
}

/** The shortest way over the facts that are true in `facts`: along the money where there is one, else by any tie. */
export function findPath(graph: Graph, from: number, to: number, facts: boolean[]): Path | undefined {
  if (from === to) return undefined;
  for (const directed of [true, false]) {
    const steps = shortest(graph, from, to, facts, directed);
    if (steps) return { steps, directed };
  }
  return undefined;
}
