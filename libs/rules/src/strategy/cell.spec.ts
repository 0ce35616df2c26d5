import type { Fact } from '@sightline/contracts';
import { parseCell } from './cell';
import { cellProblems, checkedCell } from './cell-check';

const fact = (type: Fact['type'], choices: string[] = []): Fact => {
  return { name: 'asked', type, unit: null, question: 'Asked?', choices };
};
const NUMBER = fact('number');
const CHOICE = fact('choice', ['cloud', 'on premises']);

describe('a cell', () => {
  it.each([
    [NUMBER, '< 20'],
    [NUMBER, '-5'],
    [NUMBER, '[1..5]'],
    [NUMBER, '(1..5)'],
    [NUMBER, ']1.5..5[,>=7'],
    [NUMBER, 'not(< -5, > 10)'],
    [NUMBER, '-'],
    [NUMBER, '  '],
    [fact('boolean'), 'true'],
    [fact('boolean'), 'not(false)'],
    [fact('boolean'), '!= true'],
    [CHOICE, '"cloud", "on premises"'],
    [fact('text'), 'not("a \\"quoted\\" word")'],
  ])('of a %s may say %s', (asked, cell) => {
    expect(checkedCell(asked, cell)).toHaveProperty('cell');
  });

  it.each([
    [NUMBER, `< ${'1'.repeat(200)}`, 'cell-too-long'],
    [NUMBER, 'latency', 'cell-name'],
    [NUMBER, '< other', 'cell-name'],
    [CHOICE, 'cloud', 'cell-name'],
    [NUMBER, 'null', 'cell-name'],
    [NUMBER, 'matches("(a+)+$")', 'cell-call'],
    [NUMBER, 'not(not(5))', 'cell-call'],
    [NUMBER, '5 + 3', 'cell-arithmetic'],
    [NUMBER, '2 * 2', 'cell-arithmetic'],
    [NUMBER, '"five"', 'cell-type'],
    [fact('boolean'), '1', 'cell-type'],
    [fact('boolean'), '< true', 'cell-operator'],
    [fact('text'), '> "a"', 'cell-operator'],
    [fact('text'), '["a".."b"]', 'cell-operator'],
    [CHOICE, '"mainframe"', 'cell-choice'],
    [NUMBER, '[5..1]', 'cell-range'],
    [NUMBER, '(5..5]', 'cell-range'],
    [NUMBER, '5 5', 'cell-syntax'],
    [NUMBER, '[1..', 'cell-syntax'],
    [NUMBER, '1,', 'cell-syntax'],
    [NUMBER, '-, 5', 'cell-syntax'],
    [NUMBER, '< 5 > 3', 'cell-syntax'],
    [NUMBER, '(((((5)))))', 'cell-syntax'],
    [NUMBER, '? > 5', 'cell-syntax'],
    [NUMBER, '1e3', 'cell-syntax'],
    [NUMBER, '{a: 1}', 'cell-syntax'],
    [CHOICE, '"cloud', 'cell-syntax'],
  ])('of a %j may not say %s: %s', (asked, cell, problem) => {
    expect(checkedCell(asked, cell)).toMatchObject({ problem });
  });

  it('that asks about a fact nobody declared is refused where it stands', () => {
    expect(cellProblems({ asked: '< 5', other: '1' }, [NUMBER], 3)).toEqual([
      { rule: 3, fact: 'other', code: 'unknown-fact', params: { fact: 'other' } },
    ]);
  });

  it('is read in a moment, whatever it says', () => {
    const began = performance.now();
    for (const sign of ['(', '[', 'not(', '"', '-', '<', '..', ',', '1,', '"a",', '\\', 'é', '\u0000'])
      for (let round = 0; round < 200; round += 1) parseCell(sign.repeat(200).slice(0, 200));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
