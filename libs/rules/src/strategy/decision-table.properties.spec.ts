import type { DecisionTable, Fact, FactAnswers, FactValue } from '@sightline/contracts';
import fc from 'fast-check';
import { unaryTest } from 'feelin';
import { parser } from 'lezer-feel';
import { cellHolds, parseCell } from './cell';
import { checkedCell, tableProblems } from './cell-check';
import { evaluateTable } from './evaluate-table';
import { tableHints } from './table-hints';

const FACTS: Fact[] = [
  { name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast?', choices: [] },
  { name: 'regulated', type: 'boolean', unit: null, question: 'Regulated?', choices: [] },
  { name: 'hosting', type: 'choice', unit: null, question: 'Where?', choices: ['cloud', 'site', 'both'] },
  { name: 'vendor', type: 'text', unit: null, question: 'Whose?', choices: [] },
];
const NAMES = FACTS.map(({ name }) => name);
/** Every answer a test can tell apart; halves lie between the whole numbers the cells name. */
const NUMBERS = Array.from({ length: 37 }, (_, at) => at / 2 - 3);
/** An answer in words that no cell names. */
const UNNAMED = 'nobody';
const ANSWERS: Record<string, FactValue[]> = {
  latencyMs: NUMBERS,
  regulated: [true, false],
  hosting: ['cloud', 'site', 'both'],
  vendor: ['Acme', 'Globex', UNNAMED],
};

/** A cell as words, and apart from that the set of answers it lets through, worked out without reading the words. */
interface Told {
  text: string;
  passing: Set<FactValue>;
}
const among = (all: FactValue[], holds: (value: number) => boolean) =>
  new Set(all.filter((value) => holds(Number(value))));
const whole = fc.integer({ min: -2, max: 9 });
const space = fc.constantFrom('', ' ', '  ');
const comparison: fc.Arbitrary<Told> = fc
  .tuple(whole, space, fc.constantFrom(0, 1, 2, 3, 4, 5, 6))
  .map(([n, gap, how]) => {
    const forms: [string, (value: number) => boolean][] = [
      [`<${gap}${n}`, (value) => value < n],
      [`<=${gap}${n}`, (value) => !(value > n)],
      [`>${gap}${n}`, (value) => value > n],
      [`>=${gap}${n}`, (value) => !(value < n)],
      [`=${gap}${n}`, (value) => value === n],
      [`!=${gap}${n}`, (value) => value < n || value > n],
      [`${n}`, (value) => value === n],
    ];
    const [text, holds] = forms[how] ?? ['-', () => true];
    return { text, passing: among(NUMBERS, holds) };
  });
const range: fc.Arbitrary<Told> = fc
  .record({
    from: whole,
    size: fc.integer({ min: 1, max: 5 }),
    open: fc.constantFrom('[', '(', ']'),
    close: fc.constantFrom(']', ')', '['),
  })
  .map(({ from, size, open, close }) => {
    const to = from + size;
    const inside = among(NUMBERS, (value) => value > from && value < to);
    if (open === '[') inside.add(from);
    if (close === ']') inside.add(to);
    return { text: `${open}${from}..${to}${close}`, passing: inside };
  });
const oneOf = (fact: string): fc.Arbitrary<Told> =>
  fc
    .constantFrom(...(ANSWERS[fact] ?? []).filter((value) => value !== UNNAMED))
    .map((value) => ({ text: JSON.stringify(value), passing: new Set([value]) }));

/** Several in a list, all of them under `not`, or the sign that it does not matter. */
function told(fact: string, single: fc.Arbitrary<Told>): fc.Arbitrary<Told> {
  const all = ANSWERS[fact] ?? [];
  const list = fc.array(single, { minLength: 1, maxLength: 3 }).map((parts) => ({
    text: parts.map(({ text }) => text).join(', '),
    passing: new Set(parts.flatMap(({ passing }) => [...passing])),
  }));
  const negated = list.map(({ text, passing }) => {
    return { text: `not(${text})`, passing: new Set(all.filter((value) => !passing.has(value))) };
  });
  return fc.oneof({ weight: 4, arbitrary: list }, negated, fc.constant({ text: '-', passing: new Set(all) }));
}
const CELLS: Record<string, fc.Arbitrary<Told>> = {
  latencyMs: told('latencyMs', fc.oneof(comparison, range)),
  regulated: told('regulated', oneOf('regulated')),
  hosting: told('hosting', oneOf('hosting')),
  vendor: told('vendor', oneOf('vendor')),
};
const outcome = fc.constantFrom('prefer' as const, 'allow' as const, 'avoid' as const, 'exception_required' as const);
const rule = fc.record({ cells: fc.record(CELLS, { requiredKeys: [] }), outcome });
const rules = fc.array(rule, { maxLength: 5 });
const tableOf = (
  given: { cells: Record<string, Told | undefined>; outcome: DecisionTable['rules'][number]['outcome'] }[],
) => ({
  rules: given.map(({ cells, outcome: says }, at) => ({
    when: Object.fromEntries(Object.entries(cells).flatMap(([fact, cell]) => (cell ? [[fact, cell.text]] : []))),
    outcome: says,
    reason: `Rule ${at + 1}`,
  })),
});
const answers = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(...(ANSWERS[name] ?? []))])),
) as fc.Arbitrary<Record<string, FactValue>>;
const always = (decisionTable: DecisionTable) => ({ decisionTable, applicability: null });

describe('the language of cells', () => {
  it.each(FACTS)('says of $name what its words mean, by counting them out', (fact) => {
    fc.assert(
      fc.property(CELLS[fact.name] ?? fc.constant({ text: '', passing: new Set() }), ({ text, passing }) => {
        const checked = checkedCell(fact, text);
        if ('problem' in checked) throw new Error(`${text}: ${checked.problem}`);
        const passes = (ANSWERS[fact.name] ?? []).filter((value) => cellHolds(checked.cell, value));
        expect(new Set(passes)).toEqual(passing);
      }),
      { numRuns: 300 },
    );
  });

  it.each(FACTS)('is FEEL: for $name another engine reads every cell without a warning, and agrees', (fact) => {
    const feel = parser.configure({ top: 'UnaryTests' });
    fc.assert(
      fc.property(CELLS[fact.name] ?? fc.constant({ text: '', passing: new Set() }), ({ text, passing }) => {
        let faults = 0;
        feel.parse(text).iterate({ enter: ({ type }) => void (faults += type.isError ? 1 : 0) });
        expect([text, faults]).toEqual([text, 0]);
        for (const value of ANSWERS[fact.name] ?? []) {
          const { value: holds, warnings } = unaryTest(text, { '?': value });
          expect([text, value, holds, warnings]).toEqual([text, value, passing.has(value), []]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses whatever else FEEL can say, and hangs on nothing', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 220 }),
      fc
        .array(
          fc.constantFrom('(', ')', '[', ']', '"', 'not(', '..', '<', '-', ',', '1', 'a', '+', '*', '?', ' ', '\\'),
          { maxLength: 200 },
        )
        .map((parts) => parts.join('')),
      fc.constantFrom(
        'matches(?, "(a+)+$")',
        'replace("a", "b", "c")',
        'for i in 1..999999999 return i',
        'some x in [1] satisfies x',
        'if true then 1 else 2',
        'now()',
        'a.b.c',
        '? + 1 > 2',
        'instance of number',
        'function(x) x',
        '@"2026-01-01"',
        'every',
      ),
    );
    const feel = parser.configure({ top: 'UnaryTests' });
    const allowed =
      /^(UnaryTests|PositiveUnaryTests?|SimplePositiveUnaryTest|Wildcard|Interval|CompareOp|NumericLiteral|StringLiteral|BooleanLiteral|ArithOp|ParenthesizedExpression|not|\.\.|[[\](),])$/;
    fc.assert(
      fc.property(hostile, (text) => {
        const began = performance.now();
        const parsed = parseCell(text);
        expect(performance.now() - began).toBeLessThan(50);
        if ('problem' in parsed || text.trim() === '') return;
        const names: string[] = [];
        feel
          .parse(text)
          .iterate({ enter: ({ type, name }) => void names.push(type.isError ? `error in ${text}` : name) });
        expect(names.filter((name) => !allowed.test(name))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a decision table', () => {
  it('says what the first rule says whose cells all let the answers through', () => {
    fc.assert(
      fc.property(rules, answers, (given, answered) => {
        const table = tableOf(given);
        expect(tableProblems(table, FACTS)).toEqual([]);
        const first = given.findIndex(({ cells }) =>
          Object.entries(cells).every(([fact, cell]) => cell?.passing.has(answered[fact] ?? '')),
        );
        const said = evaluateTable(always(table), FACTS, answered);
        expect([said.outcome, said.rule]).toEqual([given[first]?.outcome ?? 'allow', first < 0 ? null : first + 1]);
      }),
      { numRuns: 500 },
    );
  });

  /** What a person can do to an answer so that it is none. */
  const spoil: ((answered: Record<string, unknown>, fact: string) => Record<string, unknown>)[] = [
    (answered, fact) => without(answered, fact),
    (answered, fact) => ({ ...without(answered, fact), [`${fact}s`]: answered[fact] }),
    (answered, fact) => ({ ...without(answered, fact), [fact.toUpperCase()]: answered[fact] }),
    (answered, fact) => ({ ...answered, [fact]: null }),
    (answered, fact) => ({ ...answered, [fact]: [answered[fact]] }),
    (answered, fact) => ({ ...answered, [fact]: typeof answered[fact] === 'string' ? 7 : String(answered[fact]) }),
    (answered, fact) => ({ ...answered, [fact]: Number.NaN }),
  ];

  it('never allows anything on a missing, misspelt or mistyped answer that a rule before the hit asks for', () => {
    fc.assert(
      fc.property(
        rules,
        answers,
        fc.constantFrom(...NAMES),
        fc.constantFrom(...spoil),
        (given, answered, fact, spoilt) => {
          const table = tableOf(given);
          const sound = evaluateTable(always(table), FACTS, answered);
          const upToHit = given.slice(0, sound.rule ?? given.length);
          const asked = upToHit.some(({ cells }) => cells[fact] && cells[fact].text !== '-');
          const said = evaluateTable(always(table), FACTS, spoilt(answered, fact));
          expect(said.outcome).toBe(asked ? 'unknown' : sound.outcome);
          expect(said.missingFacts).toEqual(asked ? [fact] : []);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('cannot be said where a cell cannot be read, nor where it asks for a fact that is gone', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('matches(?, "x")', 'latency', '5 +', '"5"'), (answered, cell) => {
        const table: DecisionTable = { rules: [{ when: { latencyMs: cell }, outcome: 'avoid', reason: '' }] };
        expect(evaluateTable(always(table), FACTS, answered).outcome).toBe('unknown');
        const gone: DecisionTable = { rules: [{ when: { gone: '< 5' }, outcome: 'avoid', reason: '' }] };
        expect(evaluateTable(always(gone), FACTS, { ...answered, gone: 1 }).outcome).toBe('unknown');
      }),
    );
  });

  it('says nothing where the principle does not apply, and cannot say where that is unknown', () => {
    const decisionTable: DecisionTable = { rules: [{ when: {}, outcome: 'exception_required', reason: 'Always.' }] };
    const principle = { decisionTable, applicability: { regulated: 'true' } };
    const said = (given: FactAnswers) => evaluateTable(principle, FACTS, given);
    expect(said({ regulated: true })).toMatchObject({ outcome: 'exception_required', rule: 1, applies: true });
    expect(said({ regulated: false })).toMatchObject({ outcome: 'allow', rule: null, applies: false });
    expect(said({})).toMatchObject({ outcome: 'unknown', applies: null, missingFacts: ['regulated'] });
  });
});

describe('the hints of a table', () => {
  const everything = (): Record<string, FactValue>[] =>
    NAMES.reduce<Record<string, FactValue>[]>(
      (sofar, name) => sofar.flatMap((one) => (ANSWERS[name] ?? []).map((value) => ({ ...one, [name]: value }))),
      [{}],
    );
  const ALL = everything();

  it('are what trying every answer finds', () => {
    fc.assert(
      fc.property(rules, (given) => {
        const table = tableOf(given);
        const holding = ALL.map((one) =>
          given.map(({ cells }) => Object.entries(cells).every(([fact, cell]) => cell?.passing.has(one[fact] ?? ''))),
        );
        const hints = tableHints(table, FACTS);
        const never = given.flatMap((_, at) =>
          holding.some((rule) => rule.findIndex(Boolean) === at) ? [] : [at + 1],
        );
        expect(hints.filter(({ kind }) => kind === 'never-hit').flatMap(({ rules: [at] }) => at)).toEqual(never);
        expect(hints.some(({ kind }) => kind === 'gap')).toBe(holding.some((rule) => !rule.some(Boolean)));
        const pairs = given.flatMap((one, i) =>
          given.flatMap((other, j) => {
            if (j <= i || one.outcome === other.outcome) return [];
            const both = holding.some((rule) => rule[i] && rule[j]);
            const special =
              !holding.some((rule) => rule[i] && !rule[j]) || !holding.some((rule) => rule[j] && !rule[i]);
            return both && !special ? [[i + 1, j + 1]] : [];
          }),
        );
        expect(hints.filter(({ kind }) => kind === 'overlap').map(({ rules: pair }) => pair)).toEqual(pairs);
      }),
      { numRuns: 60 },
    );
  });

  it('come with facts that show them', () => {
    const table: DecisionTable = {
      rules: [
        { when: { latencyMs: '< 20' }, outcome: 'avoid', reason: '' },
        { when: { regulated: 'true' }, outcome: 'prefer', reason: '' },
      ],
    };
    expect(tableHints(table, FACTS)).toEqual([
      { kind: 'overlap', rules: [1, 2], example: { latencyMs: 19, regulated: true } },
      { kind: 'gap', rules: [], example: { latencyMs: 20, regulated: false } },
    ]);
  });
});

function without(answered: Record<string, unknown>, fact: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answered).filter(([name]) => name !== fact));
}
