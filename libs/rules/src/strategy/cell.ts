import { CELL_MAX, type CellProblemCode, type FactValue } from '@sightline/contracts';
import { type CellToken, cellTokens } from './cell-tokens';

export const COMPARISONS = ['<', '<=', '>', '>=', '=', '!='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface ComparisonTest {
  kind: 'comparison';
  operator: Comparison;
  value: FactValue;
}
export interface RangeTest {
  kind: 'range';
  from: FactValue;
  to: FactValue;
  fromIncluded: boolean;
  toIncluded: boolean;
}
export type CellTest = ComparisonTest | RangeTest;

/** What a cell says: one of its tests holds, or with `not(…)` none of them. `any` is `-`. */
export type Cell = { any: true } | { any: false; negated: boolean; tests: CellTest[] };
export type ParsedCell = { cell: Cell } | { problem: CellProblemCode };

const UNREADABLE = new Error('not a cell');
class Refused extends Error {
  constructor(readonly problem: CellProblemCode) {
    super(problem);
  }
}

/**
 * Reads a cell in the subset of FEEL unary tests of PRODUCT.md section 2: comparisons, ranges, lists, `not(…)`, `-` and
 * literals. Whatever else FEEL knows (names, calls, arithmetic) is refused here, so that nothing is left that could
 * hang. A blank cell is `-`.
 */
export function parseCell(source: string): ParsedCell {
  if (source.length > CELL_MAX) return { problem: 'cell-too-long' };
  const tokens = cellTokens(source.trim());
  if (!Array.isArray(tokens)) return { problem: tokens };
  try {
    return { cell: new CellReader(tokens).whole() };
  } catch (error) {
    return { problem: error instanceof Refused ? error.problem : 'cell-syntax' };
  }
}

/** One pass over the tokens, without nesting: a cell has no depth. */
class CellReader {
  private at = 0;

  constructor(private readonly tokens: readonly CellToken[]) {}

  whole(): Cell {
    if (this.tokens.length === 0 || (this.tokens.length === 1 && this.isSign('-'))) return { any: true };
    const negated = this.isNegation();
    if (negated) this.at += 2;
    const tests = [this.test()];
    while (this.isSign(',')) {
      this.at += 1;
      tests.push(this.test());
    }
    if (negated) this.take(')');
    if (this.at < this.tokens.length) throw this.refusal();
    return { any: false, negated, tests };
  }

  private test(): CellTest {
    const token = this.tokens[this.at];
    const operator = token?.kind === 'sign' ? COMPARISONS.find((known) => known === token.value) : undefined;
    if (operator) {
      this.at += 1;
      return { kind: 'comparison', operator, value: this.literal() };
    }
    if (this.isSign('[') || this.isSign('(') || this.isSign(']')) return this.range();
    return { kind: 'comparison', operator: '=', value: this.literal() };
  }

  /** `[1..5]` with its ends, `(1..5)` and `]1..5[` without. */
  private range(): RangeTest {
    const fromIncluded = this.isSign('[');
    this.at += 1;
    const from = this.literal();
    this.take('..');
    const to = this.literal();
    const toIncluded = this.isSign(']');
    if (!toIncluded && !this.isSign(')') && !this.isSign('[')) throw this.refusal();
    this.at += 1;
    if (from > to || (from === to && !(fromIncluded && toIncluded))) throw new Refused('cell-range');
    return { kind: 'range', from, to, fromIncluded, toIncluded };
  }

  private literal(): FactValue {
    const negative = this.isSign('-');
    const token = this.tokens[this.at + (negative ? 1 : 0)];
    if (!token || token.kind === 'word' || token.kind === 'sign') throw this.refusal(negative ? 1 : 0);
    if (negative && token.kind !== 'number') throw new Refused('cell-arithmetic');
    this.at += negative ? 2 : 1;
    return negative ? -(token.value as number) : token.value;
  }

  private isSign(value: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' && token.value === value;
  }

  private isNegation(): boolean {
    const [token, next] = this.tokens;
    return token?.kind === 'word' && token.value === 'not' && next?.kind === 'sign' && next.value === '(';
  }

  private take(sign: string): void {
    if (!this.isSign(sign)) throw this.refusal();
    this.at += 1;
  }

  /** What the token that does not fit says about what was meant. */
  private refusal(ahead = 0): Error {
    const token = this.tokens[this.at + ahead];
    const next = this.tokens[this.at + ahead + 1];
    if (token?.kind === 'word')
      return new Refused(next?.kind === 'sign' && next.value === '(' ? 'cell-call' : 'cell-name');
    const signs = [token, next].flatMap((one) => (one?.kind === 'sign' ? [one.value] : []));
    return signs.some((sign) => '+*/'.includes(sign)) ? new Refused('cell-arithmetic') : UNREADABLE;
  }
}

/** Whether an answer of the cell's type passes it. */
export function cellHolds(cell: Cell, value: FactValue): boolean {
  if (cell.any) return true;
  return cell.tests.some((test) => testHolds(test, value)) !== cell.negated;
}

function testHolds(test: CellTest, value: FactValue): boolean {
  if (test.kind === 'comparison') return compares(value, test.operator, test.value);
  return (
    (value > test.from || (test.fromIncluded && value === test.from)) &&
    (value < test.to || (test.toIncluded && value === test.to))
  );
}

function compares(left: FactValue, operator: Comparison, right: FactValue): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
