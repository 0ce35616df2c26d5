/// <reference types="node" />
import { OUTCOME_VERDICTS, type OutcomeVerdict } from '@sightline/contracts';
import {
  FRESH_STATEMENTS,
  HELD_OUT_STATEMENTS,
  type LabelledStatement,
  portfolioIsThere,
  readableStatements,
  TUNING_STATEMENTS,
} from '@sightline/testing';
import { assessOutcome } from './assess-outcome';

describe('outcome or milestone, against the labels given by hand', () => {
  const tuning = judged(TUNING_STATEMENTS);
  if (!portfolioIsThere()) say('The IT portfolio is absent (SIGHTLINE_SAMPLES): its statements are left out.');

  it('has 120 labelled statements, 40 held out and 40 fresh ones', () => {
    const sets = [TUNING_STATEMENTS, HELD_OUT_STATEMENTS, FRESH_STATEMENTS];
    expect(sets.map(({ length }) => length)).toEqual([120, 40, 40]);
  });

  it('calls a statement a milestone rightly in 95 of 100 cases, and finds 80 of 100 milestones', () => {
    report('120 statements', tuning);
    expect(precisionOf(tuning, 'milestone')).toBeGreaterThanOrEqual(0.95);
    expect(recallOf(tuning, 'milestone')).toBeGreaterThanOrEqual(0.8);
  });

  it('keeps both limits on all 200 statements together', () => {
    const heldOut = judged(HELD_OUT_STATEMENTS);
    const fresh = judged(FRESH_STATEMENTS);
    report('40 held-out statements', heldOut);
    report('40 fresh statements', fresh);
    const all = [...tuning, ...heldOut, ...fresh];
    expect(precisionOf(all, 'milestone')).toBeGreaterThanOrEqual(0.95);
    expect(recallOf(all, 'milestone')).toBeGreaterThanOrEqual(0.8);
  });
});

interface Judged {
  text: string;
  label: OutcomeVerdict;
  verdict: OutcomeVerdict;
}

function judged(statements: readonly LabelledStatement[]): Judged[] {
  return readableStatements(statements).map(({ text, label }) => ({
    text,
    label,
    verdict: assessOutcome({ text }).verdict,
  }));
}

function share(all: readonly Judged[], fits: (one: Judged) => boolean): number {
  return all.length === 0 ? 0 : all.filter(fits).length / all.length;
}

function precisionOf(all: readonly Judged[], verdict: OutcomeVerdict): number {
  return share(
    all.filter((one) => one.verdict === verdict),
    ({ label }) => label === verdict,
  );
}

function recallOf(all: readonly Judged[], label: OutcomeVerdict): number {
  return share(
    all.filter((one) => one.label === label),
    ({ verdict }) => verdict === label,
  );
}

function report(title: string, all: readonly Judged[]): void {
  const row = (label: OutcomeVerdict): string =>
    OUTCOME_VERDICTS.map((verdict) => all.filter((one) => one.label === label && one.verdict === verdict).length)
      .map((count) => String(count).padStart(10))
      .join('');
  const lines = [
    `${title} (${all.length} readable): labelled down, judged across`,
    ['', ...OUTCOME_VERDICTS].map((word) => word.padStart(10)).join(''),
    ...OUTCOME_VERDICTS.map((label) => label.padStart(10) + row(label)),
    ...OUTCOME_VERDICTS.map(
      (verdict) =>
        `${verdict}: precision ${precisionOf(all, verdict).toFixed(3)}, recall ${recallOf(all, verdict).toFixed(3)}`,
    ),
    ...all
      .filter(({ label, verdict }) => label !== verdict)
      .map((one) => `- ${one.label} judged ${one.verdict}: ${one.text}`),
  ];
  say(lines.join('\n'));
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
