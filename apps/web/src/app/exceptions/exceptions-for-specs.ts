import type { Charter, Principle, PrincipleException, StrategyStatus } from '@sightline/contracts';
import { addDays } from '@sightline/rules';
import { RECORD, YUSUF } from '../platform/screen-for-specs';

/** The day the screens of the specs are looked at. */
export const TODAY = new Date().toISOString().slice(0, 10);
export const inDays = (days: number): string => addDays(TODAY, days);

/** An exception that holds for half a year, and whatever else a spec says. */
export function givenException(changes: Partial<PrincipleException> = {}): PrincipleException {
  return {
    ...RECORD,
    id: 'x-4',
    code: 'EX-004',
    version: 3,
    status: 'granted',
    principle: { id: 'p-4', code: 'P-04', name: 'Cloud first' },
    charter: { id: 'c-17', code: 'CH-0017', name: 'Self-service onboarding', status: 'in_delivery' },
    category: 'technical',
    justification: 'The scanners cannot leave the hub.',
    compensatingControl: 'A second link, tested monthly.',
    expiresOn: inDays(180),
    holdsUntil: inDays(180),
    renews: null,
    renewal: 0,
    renewedBy: null,
    grantedAt: '2026-06-02T09:00:00.000Z',
    endedAt: null,
    endedBy: null,
    endReason: null,
    proposal: { id: 'pr-9', code: 'PR-0009', name: 'Exception', status: 'approved' },
    decision: { id: 'dc-9', code: 'DC-0009', name: 'Exception' },
    ...changes,
  };
}

const REVISION = {
  id: 'p-4',
  code: 'P-04',
  position: 4,
  title: 'Cloud first',
  statement: 'What is new runs in the cloud.',
  rationale: '',
  implications: '',
  exceptionGuidance: 'Ask the board.',
  mandate: null,
  applicability: null,
  decisionTable: null,
};
export const PRINCIPLE: Principle = {
  id: 'p-4',
  code: 'P-04',
  inForce: { ...REVISION, since: 1, charters: 2 },
  revisions: [{ ...REVISION, versionNumber: 2, status: 'in_force' satisfies StrategyStatus, ratifiedAt: null }],
  charters: [],
  waivers: { granted: 3, active: 1, proposed: 0, renewals: 2, charters: 1, needsReview: true },
};

/** As much of the charter as the pages of exceptions read. */
export const CHARTER_READ: Pick<Charter, 'id' | 'code' | 'title' | 'lead' | 'endDate'> = {
  id: 'c-17',
  code: 'CH-0017',
  title: 'Self-service onboarding',
  lead: YUSUF,
  endDate: inDays(100),
};
