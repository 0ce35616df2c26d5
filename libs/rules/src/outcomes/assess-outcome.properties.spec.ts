import fc from 'fast-check';
import { assessOutcome } from './assess-outcome';
import { effectsOf } from './effects';
import { kpiCompletes } from './kpi-evidence';
import { milestonePhrasesOf } from './milestone-phrases';
import { readStatement, type Statement } from './statement';
import { isTechnicalMeasure } from './technical-measure';

const TRIGGERS =
  'roll out führen ein bring down set up K-014 from von 12 7 days Tage % € within statt not reduce senken API uptime customers 1.2.3 , . - – ( Straße Übergabe'.split(
    ' ',
  );
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...TRIGGERS), { maxLength: 60 }).map((words) => words.join(' ')),
);

describe('outcome or milestone, for any text', () => {
  it('never throws, and every position lies inside the text around its phrase', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const reason of assessOutcome({ text }).because) {
          if (!('at' in reason)) continue;
          for (const [start, end] of [reason.at, reason.also ?? reason.at]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(text.slice(...reason.at)).toBe(reason.phrase);
        }
      }),
    );
  });

  it('judges the same in any case and with any white space', () => {
    const words = fc.array(fc.constantFrom(...TRIGGERS), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.constantFrom('  ', '\n', '\t \r\n', '\u00a0'), (chosen, gap) => {
        const { verdict, language } = assessOutcome({ text: chosen.join(' ') });
        for (const text of [
          chosen.join(gap),
          chosen.join(' ').toUpperCase(),
          `${gap}${chosen.join(' ').toLowerCase()}${gap}`,
        ]) {
          expect(assessOutcome({ text })).toMatchObject({ verdict, language });
        }
      }),
    );
  });

  it('marks any text as technical or not', () => {
    fc.assert(fc.property(anyText, (text) => typeof isTechnicalMeasure(text) === 'boolean'));
  });
});

describe('outcome or milestone, for 50 kB of trigger words', () => {
  it.each([
    'roll ',
    'führen ',
    'set up ',
    '12 ',
    'from 12 to ',
    'K-014-',
    'within not ',
    '1.1',
    'a',
    '%',
    '-',
    'by migrating so that ',
  ])('finishes on "%s" over and over', (piece) => {
    const text = piece.repeat(Math.ceil(50_000 / piece.length));
    expect(assessOutcome({ text }).because.length).toBeLessThanOrEqual(102);
  });

  it('asks about stretches of the text a number of times that grows with the text, not faster', () => {
    for (const piece of [...TRIGGERS, 'not 12 days', 'reduce so that 12', 'migrate within', 'by building APIs 7 %']) {
      const [once, fourfold] = [questionsAbout(piece, 500), questionsAbout(piece, 2000)];
      expect(fourfold).toBeLessThanOrEqual(4.1 * once + 200);
    }
  });
});

/** How many questions of constant cost the judgement asks about so many repetitions in one sentence. */
function questionsAbout(piece: string, times: number): number {
  const statement = readStatement(`${piece} `.repeat(times));
  let questions = 0;
  const counting: Statement = {
    ...statement,
    has: (...stretch) => {
      questions++;
      return statement.has(...stretch);
    },
  };
  const milestones = milestonePhrasesOf(counting);
  effectsOf(counting, milestones);
  kpiCompletes(counting, milestones);
  return questions;
}
