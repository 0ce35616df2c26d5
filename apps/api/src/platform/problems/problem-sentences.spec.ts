import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CELL_PROBLEMS, FACT_PROBLEMS } from '@sightline/contracts';
import { LANGUAGES, sentenceOf, SENTENCES } from '@sightline/language';
import {
  BOOTSTRAP_PROBLEMS,
  EXPIRY_PROBLEMS,
  FACT_LIST_PROBLEMS,
  GATE_POLICY_PROBLEMS,
  ISSUE_PROBLEMS,
  KPI_REVISION_PROBLEMS,
} from '@sightline/rules';

/** The names that a rule put together in code may have: a new one has to be listed here. */
const PUT_TOGETHER: Record<string, readonly string[]> = {
  'gate-policy-${refused.problem}': GATE_POLICY_PROBLEMS.map((problem) => `gate-policy-${problem}`),
  'import-${found.status}': ['import-refused', 'import-applied'],
  'vote-${bar}': ['vote-conflicted', 'vote-no-seat'],
  '${part.kind}-in-version': ['principle-in-version', 'driver-in-version', 'capability-in-version'],
};
/** Said where no sentence is meant for the case. */
const GENERAL = ['rule.broken', 'validation.invalid'];

const SOURCE = join(__dirname, '../..');
const texts = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('sample/'))
  .map((file) => readFileSync(join(SOURCE, file), 'utf8'));

function found(pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));
}

/** `Problems.rule('x')` and its kin, and names kept for them in a table. */
function rules(): string[] {
  const templates = [...found(/Problems\.(?:rule|conflict|frozen)\(\s*`([^`]+)`/g), ...found(/\brule: `([^`]+)`/g)];
  return [
    ...found(/Problems\.(?:rule|conflict|frozen)\(\s*'([\w-]+)'/g),
    ...found(/\brule: '([\w-]+)'/g),
    ...templates.flatMap((template) => PUT_TOGETHER[template] ?? [template]),
    ...BOOTSTRAP_PROBLEMS,
  ];
}

/** `code: 'x'` of a field (the code of a whole problem stands beside its status), or handed to a maker of such fields. */
function fieldCodes(): string[] {
  return [
    ...found(/(?<!status: \d+, )\bcode: '([a-z][a-z-]*)'/g),
    ...found(/\b(?:pattern|refused)\('([a-z-]+)'/g),
    ...ISSUE_PROBLEMS,
    ...KPI_REVISION_PROBLEMS,
    ...CELL_PROBLEMS,
    ...FACT_PROBLEMS,
    ...FACT_LIST_PROBLEMS,
    ...EXPIRY_PROBLEMS,
  ];
}

describe('the sentences of refusals', () => {
  const keys = new Set([
    ...rules().map((name) => `rule.${name}`),
    ...fieldCodes().map((name) => `validation.${name}`),
    ...GENERAL,
  ]);

  it.each(LANGUAGES)('exist in %s for every rule and every field', (language) => {
    expect([...keys].filter((key) => !sentenceOf(key, language))).toEqual([]);
  });

  it('are all said by something', () => {
    const { rule, validation } = SENTENCES.en;
    const sentences = Object.entries({ rule, validation }).flatMap(([group, names]) =>
      Object.keys(names).map((name) => `${group}.${name}`),
    );
    expect(sentences.filter((key) => !keys.has(key))).toEqual([]);
  });
});
