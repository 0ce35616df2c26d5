import type { DecidingPrincipleFact, ExceptionFact, Fact, GateCheck, GatePolicy } from '@sightline/contracts';
import fc from 'fast-check';
import { decidingGate } from './charter-gate';
import { type AskedBy, type DecidedRecord, gateForecast, nextGate, readAnew } from './gate-forecast';

const ALL: GatePolicy = { submit: [], approve: ['FACTS', 'DEVIATION'], go_live: ['FACTS', 'DEVIATION'], close: [] };
const LATENCY: Fact = { name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast?', choices: [] };
const HOSTING: Fact = { name: 'hosting', type: 'choice', unit: null, question: 'Where?', choices: ['cloud', 'site'] };
const slow: DecidingPrincipleFact = {
  id: 'p-1',
  code: 'P-01',
  title: 'Fast',
  applicability: null,
  decisionTable: { rules: [{ when: { latencyMs: '> 100' }, outcome: 'exception_required', reason: 'Slow.' }] },
};
const asked = (principles: DecidingPrincipleFact[], policy = ALL, facts = [LATENCY, HOSTING]): AskedBy => ({
  strategy: { number: 1, policy },
  deciding: { facts, principles },
});
const record = (changes: Partial<DecidedRecord> = {}): DecidedRecord => ({
  charter: { id: 'c', code: 'CH-0001', status: 'approved' },
  today: '2026-11-20',
  facts: {},
  deviations: [],
  exceptions: [],
  ...changes,
});
const foretold = (one: DecidedRecord, now: AskedBy, then: AskedBy, gate: 'approve' | 'go_live' | 'close' = 'go_live') =>
  gateForecast(one, { now, then, anew: readAnew(now, then) }, gate);

describe('what the gate would say under the next version', () => {
  it('is asked where the charter comes next', () => {
    expect(nextGate({ status: 'submitted', approved: false })).toBe('approve');
    expect(nextGate({ status: 'live', approved: false })).toBe('approve');
    expect(nextGate({ status: 'paused', approved: true })).toBe('go_live');
    expect(nextGate({ status: 'live', approved: true })).toBe('close');
  });

  it('names a principle nobody cites, with the questions it asks or the exception it needs', () => {
    const none = asked([]);
    expect(foretold(record(), none, asked([slow]))).toMatchObject([
      { code: 'FACTS', level: 'blocker', variant: 'missing', params: { principles: ['P-01'], facts: ['latencyMs'] } },
    ]);
    expect(foretold(record({ facts: { latencyMs: 120 } }), none, asked([slow]))).toMatchObject([
      { code: 'DEVIATION', level: 'blocker', variant: 'needed', params: { principles: ['P-01'] } },
    ]);
    expect(foretold(record(), none, asked([slow]), 'close')).toEqual([]);
  });

  it('leaves out what is said today, and what says the same in other words', () => {
    const reworded = {
      ...slow,
      title: 'Faster',
      decisionTable: { rules: slow.decisionTable.rules.map((rule) => ({ ...rule, reason: 'Too slow.' })) },
    };
    expect(readAnew(asked([slow]), asked([reworded]))).toEqual([]);
    expect(foretold(record(), asked([slow]), asked([slow]))).toEqual([]);
    const other = { ...slow, id: 'p-2', code: 'P-02' };
    expect(foretold(record(), asked([slow]), asked([slow, other]))).toMatchObject([
      { params: { principles: ['P-02'] } },
    ]);
  });

  it('counts a question that is added, and a gate that becomes stricter', () => {
    const asking = { ...slow, applicability: { hosting: '"site"' } };
    expect(foretold(record(), asked([slow]), asked([asking]))).toMatchObject([
      { code: 'FACTS', params: { facts: ['latencyMs', 'hosting'] } },
    ]);
    const mild = { ...ALL, go_live: [] };
    expect(foretold(record(), asked([slow], mild), asked([slow]))).toMatchObject([{ code: 'FACTS', level: 'blocker' }]);
    expect(foretold(record(), asked([slow]), asked([slow], mild))).toEqual([]);
  });

  it('reads a principle anew whose fact may be answered otherwise', () => {
    const where = {
      ...slow,
      decisionTable: { rules: [{ when: { hosting: '"site"' }, outcome: 'avoid' as const, reason: '' }] },
    };
    const more = { ...HOSTING, choices: ['cloud', 'site', 'edge'] };
    expect(readAnew(asked([where]), asked([where], ALL, [LATENCY, more]))).toHaveLength(1);
    expect(readAnew(asked([where]), asked([where], ALL, [{ ...LATENCY, type: 'text' }, HOSTING]))).toEqual([]);
  });
});

describe('over any two versions', () => {
  const cells = fc.dictionary(
    fc.constantFrom('latencyMs', 'hosting', 'strange'),
    fc.constantFrom('> 100', '<= 50', '"site"', '-'),
  );
  const principle = (id: string) =>
    fc.record({
      id: fc.constant(id),
      code: fc.constant(id.toUpperCase()),
      title: fc.constant(id),
      applicability: fc.option(cells),
      decisionTable: fc.record({
        rules: fc.array(
          fc.record({
            when: cells,
            outcome: fc.constantFrom(
              'prefer' as const,
              'allow' as const,
              'avoid' as const,
              'exception_required' as const,
            ),
            reason: fc.constantFrom('', 'So.'),
          }),
          { maxLength: 3 },
        ),
      }),
    });
  const policy = fc.record({
    approve: fc.subarray(['FACTS' as const, 'DEVIATION' as const]),
    go_live: fc.subarray(['FACTS' as const, 'DEVIATION' as const]),
    close: fc.subarray(['FACTS' as const, 'DEVIATION' as const]),
  });
  const facts = fc
    .subarray([LATENCY, { ...LATENCY, type: 'text' as const }, HOSTING])
    .map((all) => all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at));
  const known = fc.tuple(principle('p-1'), principle('p-2'), principle('p-3'));
  const versions = fc
    .tuple(known, known, fc.array(fc.constantFrom('same', 'anew', 'now', 'then'), { minLength: 3, maxLength: 3 }))
    .chain(([first, second, fates]) => {
      const now = first.filter((_, at) => fates[at] !== 'then');
      const then = first.flatMap((one, at) =>
        fates[at] === 'now' ? [] : fates[at] === 'anew' ? (second[at] ?? []) : one,
      );
      return fc
        .tuple(policy, facts, fc.option(policy), fc.option(facts))
        .map(([rules, questions, stricter, others]) => ({
          now: asked(now, { ...ALL, ...rules }, questions),
          then: asked(then, { ...ALL, ...(stricter ?? rules) }, others ?? questions),
        }));
    });
  const exception: fc.Arbitrary<ExceptionFact> = fc.record({
    id: fc.constant('x'),
    code: fc.constant('EX-001'),
    principle: fc.constantFrom('p-1', 'p-2', 'p-3'),
    status: fc.constantFrom('proposed' as const, 'granted' as const),
    holdsUntil: fc.option(fc.constantFrom('2026-11-19', '2026-11-20')),
  });
  const anyRecord = fc.record({
    facts: fc.dictionary(
      fc.constantFrom('latencyMs', 'hosting', 'strange'),
      fc.constantFrom<number | string | boolean>(120, 10, 'site', 'cloud', true),
    ),
    deviations: fc.subarray([
      { principle: 'p-1', reason: 'So.' },
      { principle: 'p-2', reason: ' ' },
    ]),
    exceptions: fc.array(exception, { maxLength: 2 }),
  });
  const weight = (check: GateCheck): number => (check.passed ? 0 : { info: 1, warning: 2, blocker: 3 }[check.level]);

  it('is what the whole gate says that it does not say today, and nothing else', () => {
    let told = 0;
    fc.assert(
      fc.property(
        versions,
        anyRecord,
        fc.constantFrom('approve' as const, 'go_live' as const, 'close' as const),
        ({ now, then }, part, gate) => {
          const one = record(part);
          const said = foretold(one, now, then, gate);
          told += said.length;
          const before = decidingGate({ ...one, ...now }, gate);
          for (const [at, after] of decidingGate({ ...one, ...then }, gate).entries()) {
            const says = said.find(({ code }) => code === after.code);
            const was = before[at] ? weight(before[at]) : 0;
            // Where nothing was open the forecast is the gate's own sentence, word for word.
            if (was <= 1) expect(says ?? null).toEqual(weight(after) > 1 ? after : null);
            if (weight(after) > Math.max(was, 1)) expect(says).toBeDefined();
            if (says) expect(weight(after)).toBeGreaterThanOrEqual(weight(says));
          }
        },
      ),
      { numRuns: 800, seed: 20_261_122 },
    );
    expect(told).toBeGreaterThan(150);
  });

  it('leaves aside only principles that cannot say anything new', () => {
    fc.assert(
      fc.property(versions, anyRecord, ({ now, then }, part) => {
        const one = record(part);
        const all = gateForecast(one, { now, then, anew: then.deciding.principles }, 'approve');
        expect(foretold(one, now, then, 'approve')).toEqual(all);
      }),
      { numRuns: 400, seed: 20_261_122 },
    );
  });
});
