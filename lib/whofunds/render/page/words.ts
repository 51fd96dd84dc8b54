// How things are said: the words of a language, sums, stakes, rounds. As pictures say them (phrases.cpp).
import type { Fact, Graph, MapData, Money, Stake, Words } from './data';

const kNoBreak = '\u00a0';
const kScales: [number, string][] = [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million']];

export class Speech {
  private readonly words: Words;

  constructor(private readonly data: MapData, readonly language: string) {
    this.words = data.languages[language] ?? Object.values(data.languages)[0]!;
  }

  /** A word, with {name} replaced by what stands under that name in `values`. */
  word(key: string, values: Record<string, string | number> = {}): string {
    const text = this.words.word[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
  }

  relation(name: string): string {
    return this.words.relations[name]?.label ?? name;
  }

  deal(relation: string): string {
    return this.words.relations[relation]?.deal ?? relation;
  }

  kind(name: string): string {
    return this.words.kinds[name] ?? name;
  }

  /** What the language calls the country of that code. */
  country(code: string): string {
    return new Intl.DisplayNames([this.language], { type: 'region' }).of(code.toUpperCase()) ?? code;
  }

  status(name: string): string {
    return this.words.statuses[name] ?? name;
  }

  count(value: number): string {
    return String(value).replace(/\B(?=(\d{3})+$)/g, this.word('thousands_mark'));
  }

  money(money: Money): string {
    if (money.min !== undefined && money.max !== undefined) {
      const [low, high] = [this.short(money.min), this.short(money.max)];
      const first = low.unit === high.unit ? low.number : joined(low);
      return this.withCurrency(`${first}–${joined(high)}`, money.currency);
    }
    const sum = this.withCurrency(joined(this.short(money.value)), money.currency);
    const mark = money.min !== undefined ? '≥' : money.max !== undefined ? '≤' : money.approx ? '≈' : '';
    return mark ? mark + kNoBreak + sum : sum;
  }

  stake(stake: Stake): string {
    const parts: string[] = [];
    if (stake.percent !== undefined) {
      const isTiny = stake.percent > 0 && stake.percent < 0.005; // little is not nothing
      const mark = stake.at_least ? '≥' + kNoBreak : isTiny ? '<' + kNoBreak : '';
      parts.push(mark + this.decimal(isTiny ? 0.01 : stake.percent) + kNoBreak + '%');
    }
    if (stake.controlling) parts.push(this.word('controlling_stake'));
    return parts.join(', ');
  }

  round(round: string): string {
    const series = /^series_(.+)$/.exec(round);
    if (!series) return this.word(round);
    return this.word('series') + kNoBreak + (series[1]!.length === 1 ? series[1]!.toUpperCase() : series[1]!);
  }

  /** What a fact says besides who, whom and how. */
  details(fact: Fact): string[] {
    return [
      fact.amount && this.money(fact.amount),
      fact.stake && this.stake(fact.stake),
      fact.round && this.round(fact.round),
      fact.date,
      fact.valuation && `${this.word('valued_at')} ${this.money(fact.valuation)}`,
      fact.lead && this.word('lead'),
    ].filter((phrase): phrase is string => !!phrase);
  }

  /** "Охта owns Ladoga Partners" */
  sentence(graph: Graph, fact: Fact): string {
    const subject = fact.subject === undefined ? '' : graph.entity(fact.subject).name + ' ';
    const object = graph.entity(fact.object).name;
    if (fact.subject === undefined) return `${object} ${this.relation(fact.relation)}`;
    return `${subject}${this.relation(fact.relation)} ${object}`;
  }

  private short(value: number): { number: string; unit: string } {
    for (const [scale, word] of kScales) {
      if (value >= scale) return { number: this.decimal(value / scale), unit: this.word(word) };
    }
    return { number: this.count(value), unit: '' };
  }

  private decimal(value: number): string {
    return String(Number(value.toFixed(2))).replace('.', this.word('decimal_mark'));
  }

  private withCurrency(sum: string, currency: string): string {
    const sign = this.data.currencies[currency];
    if (!sign || sign === currency) return sum + kNoBreak + currency;
    return this.word('sum', { sum, sign });
  }
}

function joined(short: { number: string; unit: string }): string {
  return short.unit ? short.number + kNoBreak + short.unit : short.number;
}
