import type { Role, SignedInUser } from '@sightline/contracts';

/**
 * How far a permission reaches. `any`: every record. `own`: records the person answers for (lead, owner, steward, holder
 * of the seat, secretary of the board). `linked`: records that name the person's party, and chapters of the strategy that
 * were opened to the party or the person.
 */
export type Reach = 'any' | 'own' | 'linked';

type Grants = Partial<Record<Role, Reach>>;

const INTERNAL = [
  'cio_office',
  'board_member',
  'board_secretary',
  'champion',
  'project_lead',
  'steward',
  'service_owner',
  'auditor',
  'admin',
] as const satisfies readonly Role[];
const everyone = (reach: Reach): Grants => Object.fromEntries(INTERNAL.map((role) => [role, reach]));

/** An auditor reads everything and changes nothing. */
const commenting = (reach: Reach): Grants =>
  Object.fromEntries(INTERNAL.filter((role) => role !== 'auditor').map((role) => [role, reach]));

/** Who may do what: the whole policy on one screen. A route that names none of these is closed to everyone. */
export const PERMISSIONS = {
  'me.read': { ...everyone('any'), external: 'any' },
  'session.end': { ...everyone('any'), external: 'any' },
  'person.read': { ...everyone('any') },
  'user.read': { ...everyone('any') },
  'user.manage': { admin: 'any' },
  'user.erase': { admin: 'any' },
  'unit.read': { ...everyone('any') },
  'unit.manage': { cio_office: 'any', admin: 'any' },
  'party.read': { ...everyone('any') },
  'party.manage': { cio_office: 'any', service_owner: 'any' },
  'system.read': { ...everyone('any') },
  'system.manage': { cio_office: 'any', service_owner: 'own' },
  'service.read': { ...everyone('any') },
  'service.manage': { cio_office: 'any', service_owner: 'own' },
  'strategy.read': { ...everyone('any') },
  'strategy.draft': { cio_office: 'any' },
  'strategy.edit': { cio_office: 'any', board_member: 'any', champion: 'any' },
  'strategy.propose': { cio_office: 'any' },
  /** Opens chapters to outsiders; what is open is all they read of the strategy. */
  'strategy.open': { cio_office: 'any' },
  'opened_strategy.read': { external: 'linked' },
  'comment.read': { ...everyone('any'), external: 'linked' },
  'comment.write': { ...commenting('any'), external: 'linked' },
  /** One's own words: changing them, taking them back. */
  'comment.edit': { ...commenting('own'), external: 'own' },
  'comment.resolve': { ...commenting('own'), cio_office: 'any', board_member: 'any', champion: 'any' },
  'mandate.read': { ...everyone('any') },
  'mandate.manage': { cio_office: 'any' },
  'kpi.read': { ...everyone('any') },
  'kpi.create': { cio_office: 'any', champion: 'own' },
  'kpi.edit': { cio_office: 'any', champion: 'own' },
  'kpi.measure': { cio_office: 'any', champion: 'own' },
  'outcome.assess': { ...everyone('any') },
  'domain.read': { ...everyone('any') },
  'domain.create': { cio_office: 'any', steward: 'own' },
  'domain.edit': { cio_office: 'any', steward: 'own' },
  'charter.read': { ...everyone('any'), external: 'linked' },
  'charter.create': { cio_office: 'any', project_lead: 'own' },
  'charter.edit': { cio_office: 'any', project_lead: 'own' },
  'charter.submit': { cio_office: 'any', project_lead: 'own' },
  'charter.withdraw': { project_lead: 'own', cio_office: 'own' },
  'charter.deliver': { cio_office: 'any', project_lead: 'own' },
  'charter.reaffirm': { cio_office: 'any', project_lead: 'own' },
  'exception.read': { ...everyone('any') },
  'exception.edit': { cio_office: 'any', project_lead: 'own' },
  'exception.propose': { cio_office: 'any', project_lead: 'own' },
  'exception.revoke': { cio_office: 'any', board_secretary: 'any' },
  'requirement.state': { board_member: 'any' },
  'board.read': { ...everyone('any') },
  'board.manage': { board_secretary: 'any', admin: 'any' },
  'proposal.read': { ...everyone('any') },
  'proposal.vote': {
    board_member: 'own',
    cio_office: 'own',
    champion: 'own',
    project_lead: 'own',
    steward: 'own',
    service_owner: 'own',
  },
  'proposal.overrule': { board_member: 'own' },
  'proposal.close': { board_secretary: 'own', board_member: 'own' },
  'proposal.return': { board_secretary: 'own' },
  'proposal.substitute': { board_secretary: 'own' },
  'proposal.withdraw': { cio_office: 'own', project_lead: 'own' },
  'decision.read': { ...everyone('any') },
  'audit.read': { auditor: 'any', cio_office: 'any', board_secretary: 'any', board_member: 'any', admin: 'any' },
  /** From where and with what somebody signed in. */
  'audit.trace': { auditor: 'any', admin: 'any' },
  'audit.export': { auditor: 'any', admin: 'any' },
  'import.run': { cio_office: 'any' },
  /** Everything at once. Without `audit.export` the trail stays behind. */
  'records.export': { cio_office: 'any', auditor: 'any', admin: 'any' },
  'inbox.read': { ...everyone('any') },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

type Person = Pick<SignedInUser, 'roles' | 'kind'>;

/** How far a permission reaches for a person, or null when not at all. External limits win over any other role. */
export function reachOf(person: Person, permission: Permission): Reach | null {
  const grants: Grants = PERMISSIONS[permission];
  if (person.kind === 'external') return grants.external ?? null;
  const reaches = person.roles.filter((role) => role !== 'external').map((role) => grants[role]);
  if (reaches.includes('any')) return 'any';
  return reaches.find((reach) => reach !== undefined) ?? null;
}

/**
 * Whether a person may do something to a record they stand in this relation to. Without a relation: whether there is
 * any record at all for which they may, which is what a route and a navigation entry ask.
 */
export function may(
  person: Person,
  permission: Permission,
  relation: { own?: boolean; linked?: boolean } | 'some' = 'some',
): boolean {
  const reach = reachOf(person, permission);
  if (reach === null) return false;
  if (relation === 'some' || reach === 'any') return true;
  return reach === 'own' ? relation.own === true : relation.linked === true;
}
