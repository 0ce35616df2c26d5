import { type Role, ROLES, type SignedInUser } from '@sightline/contracts';
import { may, type Permission, PERMISSION_NAMES, reachOf } from './permissions';

type Person = Pick<SignedInUser, 'roles' | 'kind'>;
const internal = (...roles: Role[]): Person => ({ kind: 'internal', roles });
const external: Person = { kind: 'external', roles: ['external'] };
const ofRole = (role: Role): Person => (role === 'external' ? external : internal(role));

/** What everybody inside the company may do, whatever else they are. */
const EVERYBODY = `me.read session.end inbox.read person.read user.read unit.read party.read system.read service.read
  strategy.read mandate.read kpi.read outcome.assess domain.read charter.read exception.read board.read proposal.read
  decision.read comment.read`;

/** The table a second time, by the people it is about: a permission that is given or taken is said in both places. */
const BY_ROLE: Record<Role, { any: string; own: string }> = {
  cio_office: {
    any: `unit.manage party.manage system.manage service.manage strategy.draft strategy.edit strategy.propose
      strategy.open comment.write comment.resolve
      mandate.manage kpi.create kpi.edit kpi.measure domain.create domain.edit charter.create charter.edit charter.submit
      charter.deliver charter.reaffirm exception.edit exception.propose exception.revoke audit.read import.run
      records.export`,
    own: 'charter.withdraw proposal.vote proposal.withdraw comment.edit',
  },
  board_member: {
    any: 'strategy.edit requirement.state audit.read comment.write comment.resolve',
    own: 'proposal.vote proposal.overrule proposal.close comment.edit',
  },
  board_secretary: {
    any: 'board.manage exception.revoke audit.read comment.write',
    own: 'proposal.close proposal.return proposal.substitute comment.edit comment.resolve',
  },
  champion: {
    any: 'strategy.edit comment.write comment.resolve',
    own: 'kpi.create kpi.edit kpi.measure proposal.vote comment.edit',
  },
  project_lead: {
    any: 'comment.write',
    own: `charter.create charter.edit charter.submit charter.withdraw charter.deliver charter.reaffirm exception.edit
      exception.propose proposal.vote proposal.withdraw comment.edit comment.resolve`,
  },
  steward: { any: 'comment.write', own: 'domain.create domain.edit proposal.vote comment.edit comment.resolve' },
  service_owner: {
    any: 'party.manage comment.write',
    own: 'system.manage service.manage proposal.vote comment.edit comment.resolve',
  },
  auditor: { any: 'audit.read audit.trace audit.export records.export', own: '' },
  admin: {
    any: 'user.manage user.erase unit.manage board.manage audit.read audit.trace audit.export records.export comment.write',
    own: 'comment.edit comment.resolve',
  },
  external: { any: '', own: '' },
};

describe('the permission table', () => {
  it.each(ROLES.filter((role) => role !== 'external'))('gives %s what the role is for, and nothing else', (role) => {
    const { any, own } = BY_ROLE[role];
    expect(reaching(ofRole(role), 'any')).toEqual(words(`${EVERYBODY} ${any}`));
    expect(reaching(ofRole(role), 'own')).toEqual(words(own));
    expect(reaching(ofRole(role), 'linked')).toEqual([]);
  });

  it('lets people from outside see themselves and what is shared with them, and speak there, whatever roles they hold', () => {
    const promoted: Person = { kind: 'external', roles: ['admin', 'cio_office', 'board_member'] };
    for (const person of [external, promoted, { kind: 'external', roles: [] } satisfies Person]) {
      expect(reaching(person, 'any')).toEqual(words('me.read session.end'));
      expect(reaching(person, 'own')).toEqual(words('comment.edit'));
      expect(reaching(person, 'linked')).toEqual(words('charter.read comment.read comment.write opened_strategy.read'));
    }
  });

  it('gives nothing for no role, nor for the role of outsiders to somebody inside', () => {
    for (const person of [internal(), internal('external')])
      expect(PERMISSION_NAMES.filter((name) => reachOf(person, name) !== null)).toEqual([]);
  });

  it('keeps apart who writes, who decides, who administers and who examines', () => {
    const holders = (permission: Permission) => ROLES.filter((role) => reachOf(ofRole(role), permission) !== null);
    expect(holders('proposal.vote')).not.toContain('admin');
    expect(holders('proposal.vote')).not.toContain('auditor');
    expect(holders('user.manage')).toEqual(['admin']);
    expect(holders('proposal.close')).toEqual(['board_member', 'board_secretary']);
    expect(holders('audit.export')).toEqual(['auditor', 'admin']);
    const changes = PERMISSION_NAMES.filter((name) => !/\.(read|assess|end|trace|export)$/.test(name));
    expect(changes.filter((name) => holders(name).includes('auditor'))).toEqual([]);
  });
});

describe('a permission', () => {
  it('reaches as far as the furthest of the roles, in whatever order they are held', () => {
    expect(reachOf(internal('champion', 'cio_office'), 'kpi.edit')).toBe('any');
    expect(reachOf(internal('cio_office', 'champion'), 'kpi.edit')).toBe('any');
    expect(reachOf(internal('auditor', 'champion'), 'kpi.edit')).toBe('own');
    expect(reachOf(internal('auditor', 'steward'), 'kpi.edit')).toBeNull();
  });

  it('for any record asks no relation', () => {
    const cio = internal('cio_office');
    expect([may(cio, 'charter.edit'), may(cio, 'charter.edit', {}), may(cio, 'charter.edit', { own: false })]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('for one’s own is not there for those of others, nor for those that merely name one', () => {
    const lead = internal('project_lead');
    expect(may(lead, 'charter.edit')).toBe(true);
    expect(may(lead, 'charter.edit', 'some')).toBe(true);
    expect(may(lead, 'charter.edit', { own: true })).toBe(true);
    for (const relation of [{}, { own: false }, { linked: true }])
      expect(may(lead, 'charter.edit', relation)).toBe(false);
  });

  it('for linked records is there for those alone', () => {
    expect(may(external, 'charter.read')).toBe(true);
    expect(may(external, 'charter.read', { linked: true })).toBe(true);
    for (const relation of [{}, { linked: false }, { own: true }])
      expect(may(external, 'charter.read', relation)).toBe(false);
  });

  it('that nobody gave is refused, also for some record', () => {
    const auditor = internal('auditor');
    expect([may(auditor, 'charter.edit'), may(auditor, 'charter.edit', { own: true })]).toEqual([false, false]);
  });
});

function reaching(person: Person, reach: string): string[] {
  return PERMISSION_NAMES.filter((name) => reachOf(person, name) === reach).sort();
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).sort();
}
