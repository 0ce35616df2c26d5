import { CHARTER_STATUSES, type CharterStatus } from '@sightline/contracts';
import fc from 'fast-check';
import { activitiesFrom, CHARTER_ACTIVITIES, CHARTER_PATHS, statusAfter, wayToChange } from './charter-states';
import { predecessorCycle } from './predecessors';

describe('the states of a charter', () => {
  it.each<[CharterStatus, string[]]>([
    ['draft', ['submit', 'withdraw']],
    ['submitted', ['return', 'lapse', 'approve', 'reject', 'withdraw']],
    ['approved', ['start', 'stop']],
    ['in_delivery', ['pause', 'stop', 'go_live']],
    ['paused', ['resume', 'stop']],
    ['live', ['close', 'retire']],
    ['closed', ['retire']],
    ['rejected', []],
    ['withdrawn', []],
    ['stopped', []],
    ['retired', []],
  ])('%s allows %j', (status, activities) => expect(activitiesFrom(status)).toEqual(activities));

  it('lead to approval from nowhere but the board', () => {
    for (const activity of CHARTER_ACTIVITIES)
      if (CHARTER_PATHS[activity].to === 'approved') expect(CHARTER_PATHS[activity].from).toEqual(['submitted']);
  });

  it('never lead back before an approval', () => {
    const before: CharterStatus[] = ['draft', 'submitted', 'rejected', 'withdrawn'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CHARTER_ACTIVITIES), { maxLength: 30 }), (activities) => {
        let status: CharterStatus = 'approved';
        for (const activity of activities) status = statusAfter(status, activity) ?? status;
        expect(before).not.toContain(status);
      }),
    );
  });

  it('say by which way a charter changes', () => {
    const ways = (approved: boolean) =>
      Object.fromEntries(CHARTER_STATUSES.map((status) => [status, wayToChange({ status, approved })]));
    expect(ways(false)).toMatchObject({
      draft: 'edit',
      submitted: 'edit',
      in_delivery: 'edit',
      rejected: null,
      withdrawn: null,
    });
    expect(ways(true)).toMatchObject({
      approved: 'change_request',
      live: 'change_request',
      closed: null,
      stopped: null,
    });
  });
});

describe('predecessors', () => {
  const links = new Map([
    ['b', ['a']],
    ['c', ['b']],
    ['d', ['b', 'c']],
  ]);

  it('may not lead back to the charter itself', () => {
    expect(predecessorCycle('a', ['c'], links)).toEqual(['a', 'c', 'b', 'a']);
    expect(predecessorCycle('a', ['a'], links)).toEqual(['a', 'a']);
    expect(predecessorCycle('e', ['d'], links)).toBeNull();
    expect(predecessorCycle('b', ['a'], links)).toBeNull();
    expect(predecessorCycle('a', [], links)).toBeNull();
  });

  it('replace the links the charter had', () => {
    expect(predecessorCycle('d', ['a'], new Map([...links, ['a', []]]))).toBeNull();
  });

  it('are followed however long the chain', () => {
    const chain = new Map(Array.from({ length: 50_000 }, (_, n) => [`${n + 1}`, [`${n}`]] as const));
    expect(predecessorCycle('0', ['50000'], chain)).toHaveLength(50_002);
  });

  it('close a circle exactly when the charter can be reached', () => {
    const node = fc.integer({ min: 0, max: 6 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node)), node, fc.array(node), (edges, charter, wanted) => {
        const standing = new Map<string, string[]>();
        for (const [from, to] of edges) if (from !== charter) standing.set(from, [...(standing.get(from) ?? []), to]);
        let reach = new Set(wanted);
        for (let round = 0; round < 8; round += 1)
          reach = new Set([...reach, ...[...reach].flatMap((at) => standing.get(at) ?? [])]);
        const cycle = predecessorCycle(charter, wanted, standing);
        expect(cycle !== null).toBe(reach.has(charter));
        for (const [index, at] of (cycle ?? []).entries()) {
          const next = cycle?.[index + 1];
          if (next !== undefined) expect(index === 0 ? wanted : standing.get(at)).toContain(next);
        }
      }),
    );
  });
});
