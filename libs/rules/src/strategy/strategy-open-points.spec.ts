import { SECTIONS } from '@sightline/contracts';
import { proposableStrategy } from '@sightline/testing';
import { strategyOpenPoints } from './strategy-open-points';

const TODAY = '2026-11-20';
const draft = proposableStrategy();
const points = (changes: Parameters<typeof proposableStrategy>[0]) =>
  strategyOpenPoints(proposableStrategy(changes), TODAY);
const [principle] = draft.principles;
const authors = (changes: object) =>
  [{ ...draft.authors[0], section: SECTIONS[0], ...changes }, ...draft.authors.slice(1)] as typeof draft.authors;

describe('a draft of the strategy', () => {
  it('can be proposed when nothing is open', () => {
    expect(points({})).toEqual([]);
  });

  it.each(SECTIONS)('says something in %s', (section) => {
    expect(points({ [section]: ' \n' })).toEqual([{ code: 'section-empty', params: { section } }]);
  });

  it.each([
    ['no business author', authors({ business: null })],
    ['no IT author', authors({ it: null })],
    ['one person as both', authors({ it: draft.authors[0]?.business })],
    ['no entry at all', draft.authors.slice(1)],
  ])('is not proposed with %s', (_, changed) => {
    expect(points({ authors: changed })).toEqual([
      { code: 'section-without-authors', params: { section: SECTIONS[0] } },
    ]);
  });

  it.each([
    ['no-principle', { principles: [] }, {}],
    [
      'principle-without-statement',
      { principles: principle ? [principle, { ...principle, code: 'P-04', statement: ' ' }] : [] },
      { principles: ['P-04'] },
    ],
    ['no-driver', { drivers: [] }, {}],
    ['weights-not-100', { weights: { ...draft.weights, data: 16 } }, { sum: 101 }],
    ['weights-not-100', { weights: { ...draft.weights, data: -15, outcome: 60 } }, { sum: 100 }],
    ['weights-not-100', { weights: { ...draft.weights, data: 15.5, outcome: 29.5 } }, { sum: 100 }],
    ['no-review-date', { reviewBy: null }, {}],
    ['no-review-date', { reviewBy: TODAY }, {}],
    ['review-too-late', { reviewBy: '2027-11-21' }, { reviewBy: '2027-11-21', latest: '2027-11-20' }],
  ])('is held up by %s', (code, changes, params) => {
    expect(points(changes)).toEqual([{ code, params }]);
  });

  it('may be reviewed twelve months later to the day', () => {
    expect(points({ reviewBy: '2027-11-20' })).toEqual([]);
  });

  it.each(['strategy_version', 'charter', 'change_request'] as const)(
    'says who decides on every %s, however large',
    (subject) => {
      const without = draft.decisionRights.filter((right) => right.subject !== subject);
      const banded = draft.decisionRights.map((right) =>
        right.subject === subject ? { ...right, budgetUpTo: '50000.00' } : right,
      );
      for (const decisionRights of [without, banded])
        expect(points({ decisionRights })).toEqual([{ code: 'no-decision-right', params: { subject } }]);
    },
  );

  it('says which tables nobody can read any more, after a fact was declared otherwise', () => {
    const decisionTable = { rules: [{ when: { latencyMs: '< 20' }, outcome: 'avoid' as const, reason: '' }] };
    const principles = draft.principles.map((one) => ({ ...one, decisionTable }));
    const latency = { name: 'latencyMs', type: 'number' as const, unit: 'ms', question: '', choices: [] };
    expect(points({ principles, facts: [latency] })).toEqual([]);
    const unreadable = { code: 'table-not-readable', params: { principles: [principle?.code] } };
    expect(points({ principles, facts: [] })).toEqual([unreadable]);
    expect(points({ principles, facts: [{ ...latency, type: 'text' }] })).toEqual([unreadable]);
  });
});
