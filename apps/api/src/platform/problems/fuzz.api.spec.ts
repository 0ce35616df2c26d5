import { ROLES } from '@sightline/contracts';
import { may } from '@sightline/rules';
import { answerSchemas } from '../../../../../tools/openapi/answer-schemas.ts';
import { IN_FULL, provenBy, tries } from '../../../../../tools/proof-figures.ts';
import { type Finding, Fuzzer, type Tried } from '../../../test/fuzz/fuzzer';
import { type FuzzWorld, givenFuzzWorld, WORLD_PATIENCE_MS } from '../../../test/fuzz/fuzz-world';
import { Judge } from '../../../test/fuzz/judge';
import { documentOf, operationsOf } from '../../../test/openapi/operations';

const CASES = tries({ short: 6, full: 320 });
const SLOW_TEXTS = tries({ short: 2, full: 120 });
/** What a text may cost, however it is written (TRUST T16). */
const SLOWEST_MS = 500;

/** Whoever asks holds every role there is inside the company. */
const INSIDER = { kind: 'internal', roles: ROLES.filter((role) => role !== 'external') } as const;

/** Bodies, queries, paths and headers out of the description of the API, right and wrong (TRUST T7, T12, T13, T16). */
describe('the API under bad input', () => {
  const document = documentOf(answerSchemas());
  const operations = operationsOf(document);
  const all: Tried[] = [];
  const judge = new Judge(document);
  let world: FuzzWorld;
  let fuzzer: Fuzzer;

  beforeAll(async () => {
    world = await givenFuzzWorld(operations);
    fuzzer = new Fuzzer(world.api, world.session, world.known, operations, judge);
  }, WORLD_PATIENCE_MS);
  afterAll(() => world.api.stop());

  it.each(operations)('$name', async (operation) => {
    const tried = await fuzzer.run(operation, operations.indexOf(operation), CASES);
    all.push(tried);
    expect(summed(tried.findings)).toEqual([]);
    expect(tried.cases).toBeGreaterThanOrEqual(CASES);
    const { method, path, permission } = operation;
    const isList = method === 'GET' && permission && may(INSIDER, permission) && !path.includes('{');
    if (IN_FULL && isList) expect(tried.accepted).toBeGreaterThan(0);
  });

  it('looks at 50 kB of text that is slow to read, wherever text is taken', async () => {
    const slow: (Tried & { atBestMs: number; name: string })[] = [];
    for (const [seed, operation] of operations.filter((_, at) => IN_FULL || at % 10 === 0).entries()) {
      const tried = await fuzzer.runSlow(operation, seed, SLOW_TEXTS);
      const atBestMs = tried.slowest ? Math.min(tried.slowestMs, await fuzzer.again(operation, tried.slowest)) : 0;
      slow.push({ ...tried, atBestMs, name: operation.name });
    }
    expect(slow.flatMap(({ findings }) => summed(findings))).toEqual([]);
    const [worst] = slow.toSorted((one, other) => other.atBestMs - one.atBestMs);
    expect(
      slow.filter(({ atBestMs }) => atBestMs > SLOWEST_MS).map(({ name, slowest }) => [name, slowest?.what]),
    ).toEqual([]);
    provenBy({
      promise: 'T16',
      tried: `${slow.reduce((sum, { cases }) => sum + cases, 0)} requests with pathological text of 50 kB, and as long as the field takes (4 kB in queries)`,
      found:
        `slowest answer ${Math.round(Math.max(...slow.map(({ slowestMs }) => slowestMs)))} ms beside everything else that ran on the machine; ` +
        `the slowest of each operation asked again: ${Math.round(worst?.atBestMs ?? 0)} ms (${worst?.name}: ${worst?.slowest?.what}); ` +
        `most processor time of one ${Math.round(Math.max(...slow.map(({ mostWorkMs }) => mostWorkMs)))} ms`,
    });
  });

  it('says how far it went', () => {
    const sum = (of: (tried: Tried) => number): number => all.reduce((total, tried) => total + of(tried), 0);
    const cases = sum((tried) => tried.cases);
    provenBy({
      promise: 'T12, T7, T13',
      tried: `${operations.length} operations of the OpenAPI document, ${cases} requests, at least ${CASES} each`,
      found:
        `${sum((tried) => tried.findings.length)} answers with a 5xx or not as described; ${sum((tried) => tried.accepted)} accepted; ` +
        `every row of the database compared after ${sum((tried) => tried.compared)} refusals; ` +
        `slowest answer ${Math.round(Math.max(...all.map((tried) => tried.slowestMs)))} ms`,
    });
    expect(IN_FULL ? cases / operations.length : CASES).toBeGreaterThanOrEqual(IN_FULL ? 300 : 6);
  });
});

/** Each complaint once, with one example. */
function summed(findings: readonly Finding[]): string[] {
  const grouped = Map.groupBy(findings, ({ complaint }) => complaint);
  return [...grouped].map(([complaint, [first]]) => `${complaint} (${first?.what ?? ''})`);
}
