import type { CharterGateFacts, DecisionTable, FactAnswers, GateCode, GateTransition } from '@sightline/contracts';
import { approvableCharterFacts } from '@sightline/testing';
import { charterGate } from './charter-gate';
import { deviationsOf } from './deviation-checks';

const LATENCY = { name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast?', choices: [] } as const;
const TABLE: DecisionTable = {
  rules: [
    { when: { latencyMs: '> 100' }, outcome: 'exception_required', reason: 'Too slow.' },
    { when: { latencyMs: '> 50' }, outcome: 'avoid', reason: 'Slow.' },
  ],
};
const principle = { id: 'p-6', code: 'P-06', title: 'Fast', applicability: null, decisionTable: TABLE };
const deciding = { facts: [{ ...LATENCY, choices: [] }], principles: [principle] };
const asked = (changes: Partial<CharterGateFacts> = {}) => approvableCharterFacts({ deciding, ...changes });
const check = (code: GateCode, changes: Partial<CharterGateFacts>, transition: GateTransition = 'approve') => {
  const found = charterGate(asked(changes), transition).find((one) => one.code === code);
  if (!found) throw new Error(`The gate has no ${code}.`);
  return found;
};
const slow = { facts: { latencyMs: 120 } };
const exception = { id: 'x', code: 'EX-001', principle: 'p-6', status: 'granted', holdsUntil: '2026-11-20' } as const;

describe('FACTS', () => {
  it('blocks on a missing answer and leads to the fact sheet, of principles cited or not', () => {
    expect(check('FACTS', {})).toMatchObject({
      passed: false,
      level: 'blocker',
      variant: 'missing',
      params: { principles: ['P-06'], facts: ['latencyMs'], questions: ['How fast?'], count: 1 },
      fix: { field: 'facts', path: '/charters/CH-0012/edit#facts' },
    });
    expect(check('FACTS', slow)).toMatchObject({ passed: true, variant: 'title' });
  });

  it.each<FactAnswers>([{ latencyMs: '120' }, { latency: 120 }, { latencyMs: true }])(
    'takes %j for no answer',
    (facts) => {
      expect(check('FACTS', { facts }).passed).toBe(false);
      expect(check('DEVIATION', { facts }).passed).toBe(true);
    },
  );

  it('asks nothing for a principle that does not apply, and waits where nobody knows whether it does', () => {
    const applying = { ...principle, applicability: { latencyMs: '> 1000' } };
    const where = { deciding: { ...deciding, principles: [applying] } };
    expect(check('FACTS', { ...slow, ...where })).toMatchObject({ passed: true, variant: 'title-none' });
    expect(check('FACTS', where)).toMatchObject({ passed: false, variant: 'missing' });
  });

  it('says so where a condition cannot be read', () => {
    const where = { deciding: { facts: [], principles: [principle] } };
    expect(check('FACTS', { ...slow, ...where })).toMatchObject({ passed: false, variant: 'not-readable' });
  });
});

describe('DEVIATION', () => {
  it('blocks what needs an exception and has none that is granted and holds', () => {
    const needed = { passed: false, level: 'blocker', variant: 'needed', params: { reasons: ['Too slow.'] } };
    expect(check('DEVIATION', slow)).toMatchObject(needed);
    for (const other of [
      { ...exception, holdsUntil: '2026-11-19' },
      { ...exception, principle: 'p-7' },
    ])
      expect(check('DEVIATION', { ...slow, exceptions: [other] })).toMatchObject(needed);
    expect(check('DEVIATION', { ...slow, exceptions: [exception] })).toMatchObject({
      passed: true,
      variant: 'title-excused',
      params: { exceptions: ['EX-001'], until: '2026-11-20' },
    });
  });

  it('lets a charter be submitted while the board decides on the exception, and no further', () => {
    const proposed = { ...slow, exceptions: [{ ...exception, status: 'proposed', holdsUntil: null } as const] };
    expect(check('DEVIATION', proposed, 'submit')).toMatchObject({ level: 'warning', variant: 'awaiting' });
    expect(check('DEVIATION', proposed)).toMatchObject({ level: 'blocker', variant: 'awaiting' });
  });

  it('only ever warns where a principle advises against, with the reason the board reads', () => {
    const advised = { facts: { latencyMs: 60 } };
    expect(check('DEVIATION', advised)).toMatchObject({
      level: 'warning',
      variant: 'avoid',
      fix: { field: 'deviations' },
    });
    const deviations = [{ principle: 'p-6', reason: 'No other way.' }];
    expect(check('DEVIATION', { ...advised, deviations })).toMatchObject({
      level: 'warning',
      variant: 'avoid-explained',
      params: { because: ['No other way.'] },
    });
  });

  it('has its say in the alignment', () => {
    expect(deviationsOf(asked({ facts: { latencyMs: 10 } }))).toBe('none');
    expect(deviationsOf(asked(slow))).toBe('unexcused');
    expect(deviationsOf(asked({ ...slow, exceptions: [exception] }))).toBe('excused');
  });
});

describe('several principles', () => {
  const other = { ...principle, id: 'p-7', code: 'P-07', title: 'Faster' };
  const both = { deciding: { facts: deciding.facts, principles: [principle, other] } };
  const forOther = { ...exception, id: 'y', code: 'EX-002', principle: 'p-7' } as const;
  const proposed = { ...exception, status: 'proposed', holdsUntil: null } as const;

  it('are all named, and only what they ask is asked', () => {
    const facts = [...deciding.facts, { ...LATENCY, name: 'cost', question: 'How much?', choices: [] }];
    expect(check('FACTS', { deciding: { ...both.deciding, facts } }).params).toEqual({
      principles: ['P-06', 'P-07'],
      facts: ['latencyMs'],
      questions: ['How fast?'],
      count: 1,
    });
    expect(check('FACTS', { ...both, ...slow }).params).toEqual({ principles: ['P-06', 'P-07'], count: 2 });
    expect(check('FACTS', { ...slow, deciding: { facts: [], principles: [principle] } }).fix).toEqual({
      field: 'strategy',
      path: '/strategy',
    });
  });

  it('need an exception each', () => {
    expect(check('DEVIATION', { ...both, ...slow, exceptions: [exception] })).toMatchObject({
      variant: 'needed',
      params: { principles: ['P-07'], count: 1, reasons: ['Too slow.'] },
      fix: { field: 'exceptions', path: '/charters/CH-0012/edit#exceptions' },
    });
    expect(deviationsOf(asked({ ...both, ...slow, exceptions: [exception] }))).toBe('unexcused');
    const excused = { ...both, ...slow, exceptions: [exception, { ...forOther, holdsUntil: '2026-12-01' }] };
    expect(check('DEVIATION', excused).params).toEqual({
      exceptions: ['EX-001', 'EX-002'],
      principles: ['P-06', 'P-07'],
      until: '2026-11-20',
    });
    expect(deviationsOf(asked(excused))).toBe('excused');
  });

  it('wait for the board only when each exception is before it', () => {
    expect(check('DEVIATION', { ...both, ...slow, exceptions: [proposed] }).variant).toBe('needed');
    const two = [proposed, { ...forOther, status: 'proposed', holdsUntil: null } as const];
    expect(check('DEVIATION', { ...both, ...slow, exceptions: two })).toMatchObject({
      variant: 'awaiting',
      params: { principles: ['P-06', 'P-07'], exceptions: ['EX-001', 'EX-002'], count: 2 },
    });
  });

  it('are not excused by what was not granted, or has no end', () => {
    const early = { ...proposed, holdsUntil: '2026-12-31' };
    expect(check('DEVIATION', { ...slow, exceptions: [early] }).variant).toBe('awaiting');
    expect(check('DEVIATION', { ...slow, exceptions: [{ ...exception, holdsUntil: null }] }).variant).toBe('needed');
  });

  it('that advise against it want a reason each', () => {
    const advised = { ...both, facts: { latencyMs: 60 } };
    const because = (...reasons: string[]) =>
      check('DEVIATION', {
        ...advised,
        deviations: reasons.map((reason, at) => ({ principle: ['p-6', 'p-7'][at] ?? '', reason })),
      });
    expect(because('No other way.')).toMatchObject({
      variant: 'avoid',
      params: { principles: ['P-06', 'P-07'], count: 2, reasons: ['Slow.', 'Slow.'] },
    });
    expect(because('No other way.', '  ').variant).toBe('avoid');
    expect(because('No other way.', 'Agreed.')).toMatchObject({
      variant: 'avoid-explained',
      params: { because: ['No other way.', 'Agreed.'], count: 2 },
    });
  });

  it('that allow it say so, and none says nothing', () => {
    expect(check('DEVIATION', { ...both, facts: { latencyMs: 10 } })).toMatchObject({ passed: true, variant: 'title' });
    const none = { deciding: { facts: [], principles: [] } };
    expect(check('DEVIATION', none)).toMatchObject({ passed: true, variant: 'title-none' });
  });
});

describe('REAFFIRM', () => {
  const revised = { cause: 'principle_revised', about: 'P-06' } as const;
  const left = { cause: 'principle_left', about: 'P-08' } as const;

  it('always blocks go-live and close, and never a change that would settle it', () => {
    const policy = { submit: [], approve: [], go_live: [], close: [] };
    const strategy = { number: 2, policy };
    for (const transition of ['go_live', 'close'] as const)
      expect(check('REAFFIRM', { awaiting: [revised], strategy }, transition)).toMatchObject({
        passed: false,
        level: 'blocker',
        variant: 'awaiting',
      });
    for (const transition of ['submit', 'approve'] as const)
      expect(check('REAFFIRM', { awaiting: [revised] }, transition).level).toBe('info');
  });

  it('leads to the principles where one has to be replaced', () => {
    expect(check('REAFFIRM', { awaiting: [revised, left] }, 'close')).toMatchObject({
      variant: 'left',
      params: { principles: ['P-08'] },
      fix: { path: '/charters/CH-0012/edit#principles' },
    });
  });
});
