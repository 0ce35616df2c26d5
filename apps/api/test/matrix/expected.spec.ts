import { decides, expectedOf, wrongForNobody, wrongWith } from './expected';

/** The judge of the authorization matrix, given answers that a broken guard would give: it has to see them. */
describe('the judge of the authorization matrix', () => {
  it('reads the table for itself', () => {
    expect(expectedOf('project_lead', 'charter.edit', 'own')).toBe('open');
    expect(expectedOf('project_lead', 'charter.edit', 'foreign')).toBe('hidden');
    expect(expectedOf('project_lead', 'charter.create', 'none')).toBe('open');
    expect(expectedOf('cio_office', 'charter.edit', 'foreign')).toBe('open');
    expect(expectedOf('auditor', 'charter.edit', 'own')).toBe('closed');
    expect(expectedOf('external', 'charter.read', 'linked')).toBe('open');
    expect(expectedOf('external', 'charter.read', 'foreign')).toBe('hidden');
  });

  it.each([
    ['an open door where the table is closed', 'closed', { status: 200 }],
    ['a question about the body where the table is closed', 'closed', { status: 400 }],
    ['a hint that the record is there where the table is closed', 'closed', { status: 404 }],
    ['a change of what is not theirs', 'hidden', { status: 204 }],
    ['a closed door where the table is open', 'open', { status: 403, code: 'forbidden' }],
    ['a fault', 'open', { status: 500 }],
  ] as const)('sees %s', (_what, expected, seen) => {
    expect(wrongWith(expected, seen)).toMatch(/^\d{3}/);
  });

  it('sees a door that is open to nobody in particular', () => {
    expect(wrongForNobody({ status: 200 })).toBeDefined();
    expect(wrongForNobody({ status: 403 })).toBeDefined();
    expect(wrongForNobody({ status: 401 })).toBeUndefined();
  });

  it('does not take a stale version for a refusal', () => {
    expect(decides('hidden', { status: 412 })).toBe(false);
    expect(decides('hidden', { status: 403 })).toBe(true);
  });
});
