import {
  DECISION_SUBJECTS,
  GATE_CODES,
  SECTIONS,
  type StrategyVersion,
  TABLE_OUTCOMES,
  VOTING_RULES,
} from '@sightline/contracts';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provenBy, tries } from '../../../../../tools/proof-figures';
import { canonicalText, sha256 } from '../../audit/audit-event';
import { strategyContent } from '../strategy-content';
import { contentOfText } from '../../../test/content-of-text';
import { printingOf } from './printed-strategy';
import { readStrategyMarkdown } from './read-strategy-markdown';
import { strategyMarkdown } from './strategy-markdown';

const VERSIONS = tries({ short: 60, full: 2_000 });
const SAMPLES = process.env['SIGHTLINE_SAMPLES'] ?? join(__dirname, '../../../../../../shared/samples');
const PUBLISHER = { organisation: 'Meridian | *Freight*', currency: 'EUR', timeZone: 'Europe/Berlin' };

/** What people type, and what means something to Markdown, to our marks and to spreadsheets. */
const piece = fc.constantFrom(
  ...[
    'data',
    'every order',
    'Größe',
    '|',
    '`',
    '``',
    '\\',
    '\\|',
    '*',
    '_',
    '[x](http://x)',
    '<br>',
    '&#10;',
    '&',
    '#',
    '---',
  ],
  ...[
    '<!-- sightline:end -->',
    '<!-- sightline-2:text purpose -->',
    '### P-01 no',
    '```',
    ']]>',
    '=1+1',
    '🚀',
    'שלום',
    '\u00a0',
  ],
);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join(' ').trim() || 'x');
const line = fc.oneof(
  words,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.trim() || 'x'),
);
const text = fc
  .array(fc.oneof(words, fc.constant(''), fc.constant('  ')), { maxLength: 6 })
  .map((lines) => lines.join('\n').trim());
const named = fc.record({ id: fc.uuid(), name: line });
const cells = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,9}$/), line, { minKeys: 1, maxKeys: 3 });
const table = fc.record({
  rules: fc.array(fc.record({ when: cells, outcome: fc.constantFrom(...TABLE_OUTCOMES), reason: text }), {
    minLength: 1,
    maxLength: 3,
  }),
});
const coded = (kind: string) => fc.record({ id: fc.uuid(), code: fc.nat(999).map((n) => `${kind}-${n}`) });
const inOrder = <T extends object>(all: fc.Arbitrary<T>): fc.Arbitrary<(T & { position: number })[]> =>
  fc.array(all, { maxLength: 3 }).map((list) => list.map((one, index) => ({ ...one, position: index + 1 })));
const joined = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([first, second]) => ({ ...first, ...second }));

const checks = fc.subarray([...GATE_CODES]);
const version = fc.record({
  number: fc.integer({ min: 1, max: 99 }),
  copiedFrom: fc.option(fc.integer({ min: 1, max: 98 })),
  reviewBy: fc.option(fc.constantFrom('2027-02-03', '2026-12-31')),
  ...Object.fromEntries(SECTIONS.map((section) => [section, text])),
  facts: fc.array(
    fc.record({
      name: fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,9}$/),
      type: fc.constantFrom('number', 'boolean', 'choice', 'text'),
      unit: fc.option(line),
      question: text,
      choices: fc.array(line, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  principles: inOrder(
    joined(
      coded('P'),
      fc.record({
        title: line,
        statement: text,
        rationale: text,
        implications: text,
        exceptionGuidance: text,
        mandate: fc.option(joined(coded('MD'), fc.record({ name: line }))),
        applicability: fc.option(cells),
        decisionTable: fc.option(table),
      }),
    ),
  ),
  drivers: inOrder(
    joined(coded('D'), fc.record({ name: line, description: text, weight: fc.integer({ min: 1, max: 5 }) })),
  ),
  capabilities: inOrder(
    joined(coded('CAP'), fc.record({ name: line, description: text, current: fc.nat(5), target: fc.nat(5) })),
  ),
  gatePolicy: fc.record({ submit: checks, approve: checks, go_live: checks, close: checks }),
  weights: fc.record({
    principles: fc.nat(100),
    outcome: fc.nat(100),
    capability: fc.nat(100),
    data: fc.nat(100),
    resilience: fc.nat(100),
  }),
  authors: fc.tuple(
    ...SECTIONS.map((section) =>
      fc.record({ section: fc.constant(section), business: fc.option(named), it: fc.option(named) }),
    ),
  ),
  decisionRights: fc.array(
    fc.record({
      subject: fc.constantFrom(...DECISION_SUBJECTS),
      budgetUpTo: fc.option(fc.constantFrom('250000.00', '1.50')),
      board: named,
      rule: fc.constantFrom(...VOTING_RULES),
    }),
    { maxLength: 3 },
  ),
  kpis: fc.array(joined(coded('K'), fc.record({ name: line })), { maxLength: 3 }),
  status: fc.constantFrom('draft', 'in_force'),
});

const STANDING = {
  ratifiedAt: '2026-03-03T09:00:00.000Z',
  supersededAt: null,
  updatedAt: '2026-03-03T09:00:00.000Z',
  contentHash: 'a'.repeat(64),
  decision: null,
  proposal: null,
  signatories: [{ name: 'Anna | Keller', constituency: 'Business' }],
  version: 3,
  openPoints: [],
};
const NOTHING = { principles: [], drivers: [], capabilities: [], facts: [], kpis: [], decisionRights: [], authors: [] };
const hashOf = (content: unknown): string => sha256(canonicalText(content));

describe('a version as Markdown', () => {
  it('reads back as the same version, whatever is written in it', () => {
    let tried = 0;
    fc.assert(
      fc.property(version, fc.constantFrom('en', 'de'), fc.boolean(), (said, language, windows) => {
        const whole = { ...STANDING, ...said } as unknown as StrategyVersion;
        const written = strategyMarkdown(printingOf(whole, PUBLISHER, language as 'en' | 'de'));
        // A file that went through an editor of another system has other line ends.
        const read = readStrategyMarkdown(windows ? written.replaceAll('\n', '\r\n') : written, 'purpose');
        expect(read.problems).toEqual([]);
        const codes = new Map(
          whole.principles.flatMap(({ mandate }) => (mandate ? [[mandate.id, mandate.code ?? '']] : [])),
        );
        expect(hashOf(contentOfText(read, codes))).toBe(hashOf(strategyContent(whole)));
        tried += 1;
      }),
      { numRuns: VERSIONS },
    );
    provenBy({
      promise: 'Export',
      tried: `${tried} generated versions of a strategy written as Markdown, in English and German, and read back`,
      found: 'each reads back as the same content, by its SHA-256',
    });
  });

  it.each(['cloud-first-policy.md', 'technology-code-of-practice.md'])('takes %s over byte for byte', (name) => {
    const file = join(SAMPLES, 'policy', name);
    if (!existsSync(file)) return console.log(`${file} is not here`);
    const given = readFileSync(file, 'utf8');
    const { foreign, sections, problems } = readStrategyMarkdown(given, 'governance');
    expect({ foreign, problems }).toEqual({ foreign: true, problems: [] });
    expect(Object.values(sections).map((one) => one.value)).toEqual([given.replaceAll('\r\n', '\n').trim()]);
  });

  it('gives a section what stands below its name, but not what only looks like a heading', () => {
    const { sections } = readStrategyMarkdown(
      'Before\n\n## Zweck\n\nWhy\n\n```\n# Resilience\n```\n\n# Resilience #\nHow',
      'governance',
    );
    expect(sections).toMatchObject({
      governance: { line: 1, value: 'Before' },
      purpose: { value: 'Why\n\n```\n# Resilience\n```' },
      resilience: { value: 'How' },
    });
  });

  it.each([
    [
      'a line that nobody reads',
      (file: string) => file.replace('## Purpose', 'Lost words\n\n## Purpose'),
      'import-outside',
    ],
    [
      'a text without an end',
      (file: string) => file.replace(/<!-- sightline:end -->(?![\s\S]*sightline:end)/, ''),
      'import-not-closed',
    ],
    ['a column that is none', (file: string) => file.replace('`budgetUpTo`', '`budget`'), 'import-column'],
    [
      'a section told twice',
      (file: string) => `${file}\n<!-- sightline:text purpose -->\nx\n<!-- sightline:end -->\n`,
      'import-twice',
    ],
    ['a record without a heading', (file: string) => `${file}\n<!-- sightline:principle -->\n`, 'import-heading'],
    ['a mark that is none', (file: string) => `${file}\n<!-- sightline:poem -->\n`, 'import-mark'],
    [
      'a later form of the file',
      (file: string) => file.replace('sightline-strategy/1', 'sightline-strategy/2'),
      'import-format',
    ],
  ])('refuses %s, with its line', (_what, change, code) => {
    const [one] = fc.sample(version, { numRuns: 1, seed: 7 });
    const plain = { ...Object.fromEntries(SECTIONS.map((section) => [section, 'Why'])), ...NOTHING };
    const whole = { ...STANDING, ...one, ...plain } as unknown as StrategyVersion;
    const { problems } = readStrategyMarkdown(change(strategyMarkdown(printingOf(whole, PUBLISHER, 'en'))), 'purpose');
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.every((problem) => problem.line > 0)).toBe(true);
  });
});
