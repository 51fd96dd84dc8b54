// Money added up, each deal once. As query/sums.hpp.
import type { Fact, Money } from './data';

/** The sums of facts by currency; denied ones do not count, and of a deal its largest sum counts once. */
export function sumsOf(facts: Fact[]): Money[] {
  const deals = new Map<string, Money>();
  for (const fact of facts) {
    if (!fact.amount || fact.status === 'denied') continue;
    const key = `${fact.amount.currency} ${fact.deal ?? fact.id}`;
    const known = deals.get(key);
    if (!known || known.value < fact.amount.value) deals.set(key, fact.amount);
  }
  const sums = new Map<string, Money>();
  for (const amount of deals.values()) {
    const sum = sums.get(amount.currency) ?? { value: 0, currency: amount.currency };
    sum.value += amount.value;
    if (amount.approx || amount.min !== undefined || amount.max !== undefined) sum.approx = true;
    sums.set(amount.currency, sum);
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
