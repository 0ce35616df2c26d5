import { GATE_CODES, GATE_TRANSITIONS, type GateCode } from '@sightline/contracts';
import fc from 'fast-check';
import { DEFAULT_GATE_POLICY, gateLevel, gatePolicyProblems, policyWithLaterChecks } from './gate-policy';

const anyPolicy = fc.record({
  submit: fc.subarray<GateCode>([...GATE_CODES]),
  approve: fc.subarray<GateCode>([...GATE_CODES]),
  go_live: fc.subarray<GateCode>([...GATE_CODES]),
  close: fc.subarray<GateCode>([...GATE_CODES]),
});

describe('the gate policy', () => {
  it('is sound from the start, with PRINCIPLE and KPI at submission and approval', () => {
    expect(gatePolicyProblems(DEFAULT_GATE_POLICY)).toEqual([]);
    for (const transition of ['submit', 'approve'] as const)
      expect(DEFAULT_GATE_POLICY[transition]).toEqual(expect.arrayContaining(['PRINCIPLE', 'KPI']));
  });

  it('leaves out at first what cannot block yet, or not any more', () => {
    const left = GATE_TRANSITIONS.map((at) => GATE_CODES.filter((code) => !DEFAULT_GATE_POLICY[at].includes(code)));
    expect(left).toEqual([
      ['OUTCOME', 'QUALITY', 'CONFLICT', 'REAFFIRM'],
      ['CONFLICT', 'REAFFIRM'],
      ['OUTCOME', 'REQUIREMENTS', 'DOMAINS', 'CONFLICT', 'CAPABILITY'],
      GATE_CODES.filter((code) => code !== 'REAFFIRM'),
    ]);
  });

  it('that names nothing warns where a check applies, and informs where it does not', () => {
    const nothing = { submit: [], approve: [], go_live: [], close: [] };
    const levels = (code: GateCode) => GATE_TRANSITIONS.map((at) => gateLevel(code, at, nothing));
    expect(levels('OUTCOME')).toEqual(['warning', 'warning', 'warning', 'info']);
    expect(levels('DOMAINS')).toEqual(['warning', 'warning', 'warning', 'info']);
    expect(levels('QUALITY')).toEqual(['info', 'warning', 'warning', 'info']);
    expect(levels('KPI')).toEqual(['warning', 'blocker', 'warning', 'info']);
    expect(levels('REAFFIRM')).toEqual(['info', 'info', 'blocker', 'blocker']);
  });

  it('cannot switch PRINCIPLE and KPI off at approval', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(gateLevel('PRINCIPLE', 'approve', policy)).toBe('blocker');
        expect(gateLevel('KPI', 'approve', policy)).toBe('blocker');
      }),
    );
  });

  it('decides everywhere else what blocks, except where a check only warns', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        fc.constantFrom(...GATE_CODES),
        fc.constantFrom(...GATE_TRANSITIONS),
        (policy, code, transition) => {
          const unsettled = code === 'REAFFIRM' && (transition === 'go_live' || transition === 'close');
          const always = unsettled || (transition === 'approve' && (code === 'PRINCIPLE' || code === 'KPI'));
          const early = transition === 'submit' || transition === 'approve';
          const never =
            code === 'CONFLICT' || (code === 'OUTCOME' && transition === 'submit') || (code === 'REAFFIRM' && early);
          const expected = always || (!never && policy[transition].includes(code));
          expect(gateLevel(code, transition, policy) === 'blocker').toBe(expected);
        },
      ),
    );
  });

  it.each([
    ['missing-transition', { close: undefined }, null],
    ['unknown-check', { approve: ['PRINCIPLE', 'WISHFUL'] }, 'WISHFUL'],
    ['twice', { approve: ['KPI', 'KPI'] }, 'KPI'],
    ['only-warns', { submit: ['OUTCOME'] }, 'OUTCOME'],
    ['only-warns', { go_live: ['CONFLICT'] }, 'CONFLICT'],
  ])('is refused: %s', (problem, changes, code) => {
    const problems = gatePolicyProblems({ ...DEFAULT_GATE_POLICY, ...changes });
    expect(problems).toEqual([expect.objectContaining({ problem, code })]);
  });

  it('of a strategy from before the later checks gets them, and one that was looked at stays', () => {
    const early = { submit: ['KPI'], approve: ['PRINCIPLE', 'KPI'], go_live: [], close: [] } satisfies Record<
      string,
      GateCode[]
    >;
    expect(policyWithLaterChecks(early)).toEqual({
      submit: ['KPI', 'FACTS', 'DEVIATION'],
      approve: ['PRINCIPLE', 'KPI', 'FACTS', 'DEVIATION'],
      go_live: ['FACTS', 'DEVIATION', 'REAFFIRM'],
      close: ['REAFFIRM'],
    });
    const known = { ...early, close: ['REAFFIRM'] } satisfies Record<string, GateCode[]>;
    expect(policyWithLaterChecks(known)).toBe(known);
    expect(gatePolicyProblems(policyWithLaterChecks(early))).toEqual([]);
  });

  it('may leave PRINCIPLE and KPI out, to no effect', () => {
    expect(gatePolicyProblems({ ...DEFAULT_GATE_POLICY, approve: [] })).toEqual([]);
  });
});
