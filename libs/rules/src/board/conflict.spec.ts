import { conflictOf, type SubjectStakes } from './conflict';

const stakes: SubjectStakes = {
  subjectType: 'charter',
  submittedBy: 'submitter',
  leads: ['lead', null, 'it-lead'],
  sponsors: ['sponsor'],
  editors: ['editor', 'lead'],
};

describe('a conflict', () => {
  it.each([
    ['submitter', 'submitter'],
    ['lead', 'lead'],
    ['it-lead', 'lead'],
    ['sponsor', 'sponsor'],
    ['editor', 'editor'],
    ['anybody', null],
  ])('of the %s in a charter or a change request is %s', (person, conflict) => {
    expect(conflictOf(person, stakes)).toBe(conflict);
    expect(conflictOf(person, { ...stakes, subjectType: 'change_request' })).toBe(conflict);
  });

  it('in a strategy version is only the proposer’s', () => {
    const version = { ...stakes, subjectType: 'strategy_version' as const };
    expect(conflictOf('submitter', version)).toBe('proposer');
    for (const person of ['lead', 'sponsor', 'editor']) expect(conflictOf(person, version)).toBeNull();
  });
});
