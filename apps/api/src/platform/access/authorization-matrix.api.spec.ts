import { PERMISSION_NAMES } from '@sightline/rules';
import { IN_FULL, provenBy, tries } from '../../../../../tools/proof-figures.ts';
import type { Asked } from '../../../test/matrix/asking';
import { sayWhoAnswers } from '../../../test/matrix/matrix';
import { givenMatrixWorld, type MatrixWorld } from '../../../test/matrix/matrix-world';
import { changedSince, fingerprintOf } from '../../../test/openapi/fingerprint';
import { WORLD_PATIENCE_MS } from '../../../test/fuzz/fuzz-world';
import { documentOf, type Operation, operationsOf } from '../../../test/openapi/operations';

const VARIANTS = tries({ short: 2, full: 100 });

/**
 * Every operation of the OpenAPI document, as every role and as nobody, at records that are theirs and that are not; what
 * to expect is read out of the permission table (TRUST T5, T6).
 */
describe('who may do what', () => {
  // Signing out comes last: it ends the session of whoever is let in.
  const operations = operationsOf(documentOf()).sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));
  const all: Asked[] = [];
  let world: MatrixWorld;

  beforeAll(async () => {
    world = await givenMatrixWorld(operations);
  }, WORLD_PATIENCE_MS);
  afterAll(() => world.api.stop());

  it('is declared for every operation that is not open to everyone', () => {
    const unknown = operations.filter(({ permission }) => permission && !PERMISSION_NAMES.includes(permission));
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  describe('refused', () => {
    it.each(operations)('$name', async (operation) => {
      const before = IN_FULL ? await fingerprintOf(world.api.owner) : undefined;
      const asked = await world.matrix.refusals(operation, VARIANTS);
      all.push(asked);
      expect(asked.wrong).toEqual([]);
      if (before) expect(changedSince(before, await fingerprintOf(world.api.owner))).toEqual([]);
    });
  });

  describe('not handed over', () => {
    it.each(operations.filter(sayWhoAnswers))('$name', async (operation) => {
      const asked = await world.matrix.handovers(operation);
      all.push(asked);
      expect([...asked.wrong, ...asked.undecided]).toEqual([]);
    });
  });

  describe('let in', () => {
    it.each(operations)('$name', async (operation) => {
      const asked = await world.matrix.openings(operation);
      all.push(asked);
      expect(asked.wrong).toEqual([]);
    });
  });

  it('says how far it went', () => {
    const sum = (of: (asked: Asked) => number): number => all.reduce((total, asked) => total + of(asked), 0);
    provenBy({
      promise: 'T5, T6',
      tried: `${operations.length} operations × 10 roles and 6 kinds of nobody, own and foreign records, up to ${VARIANTS} ways to write each path: ${sum((asked) => asked.requests)} requests`,
      found:
        `${sum((asked) => asked.wrong.length)} answers other than the permission table says; ${sum((asked) => asked.undecided.length)} questions about foreign records ` +
        `undecided by the state of the record, ${sum((asked) => asked.unowned.length)} own records not to be made`,
    });
    expect(sum((asked) => asked.requests)).toBeGreaterThan(operations.length * 10);
  });
});

function endsSession({ permission }: Operation): boolean {
  return permission === 'session.end';
}
