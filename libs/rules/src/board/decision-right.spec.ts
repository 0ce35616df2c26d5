import fc from 'fast-check';
import { BOOTSTRAP_RULE, bootstrapProblem, chooseDecisionRight } from './decision-right';

const right = (budgetUpTo: string | null, subject: 'charter' | 'change_request' = 'charter') => ({
  subject,
  budgetUpTo,
  boardId: `board-${budgetUpTo ?? 'top'}`,
});
const rights = [right(null), right('500000.00'), right('50000.00'), right('1.00', 'change_request')];
const chosen = (budget: string | null) => chooseDecisionRight(rights, 'charter', budget)?.boardId;

describe('the right that decides', () => {
  it.each([
    ['0.00', 'board-50000.00'],
    ['50000.00', 'board-50000.00'],
    ['50000.01', 'board-500000.00'],
    ['500000.00', 'board-500000.00'],
    ['9999999999999.99', 'board-top'],
    [null, 'board-top'],
  ])('for a budget of %s is that of %s', (budget, board) => expect(chosen(budget)).toBe(board));

  it('is none where no band reaches, and no budget counts as the highest there is', () => {
    const low = [right('50000.00'), right('80000.00')];
    expect(chooseDecisionRight(low, 'charter', '80000.01')).toBeNull();
    expect(chooseDecisionRight(low, 'charter', null)?.boardId).toBe('board-80000.00');
    expect(chooseDecisionRight(low, 'strategy_version', null)).toBeNull();
  });

  it('never falls as the budget rises', () => {
    const cents = fc.integer({ min: 0, max: 999_999_999_999_999 });
    const amount = (of: number) => `${Math.floor(of / 100)}.${String(of % 100).padStart(2, '0')}`;
    const order = ['board-50000.00', 'board-500000.00', 'board-top'];
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((of) => order.indexOf(chosen(amount(of)) ?? ''));
        expect(low).toBeLessThanOrEqual(high ?? -1);
      }),
    );
  });
});

describe('while no strategy is in force', () => {
  const founding = { holders: 3, constituencies: 3, business: true };

  it('a strategy version can be put before the founding board, and nothing else', () => {
    expect(bootstrapProblem('strategy_version', founding)).toBeNull();
    expect(bootstrapProblem('charter', founding)).toBe('no-strategy-in-force');
    expect(bootstrapProblem('change_request', founding)).toBe('no-strategy-in-force');
    expect(BOOTSTRAP_RULE).toBe('two_thirds');
  });

  it.each([{ holders: 2 }, { constituencies: 2 }, { business: false }])('not before one with %j', (changes) => {
    expect(bootstrapProblem('strategy_version', { ...founding, ...changes })).toBe('founding-board-too-small');
    expect(bootstrapProblem('strategy_version', null)).toBe('no-founding-board');
  });
});
