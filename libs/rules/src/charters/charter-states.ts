import type { CharterStatus } from '@sightline/contracts';

/** What moves a charter from one state to another. */
export const CHARTER_ACTIVITIES = [
  'submit',
  'return',
  'lapse',
  'approve',
  'reject',
  'withdraw',
  'start',
  'pause',
  'resume',
  'stop',
  'go_live',
  'close',
  'retire',
] as const;
export type CharterActivity = (typeof CHARTER_ACTIVITIES)[number];

/** The states of a charter (PRODUCT.md section 3); the database guards the same paths. */
export const CHARTER_PATHS: Record<CharterActivity, { from: readonly CharterStatus[]; to: CharterStatus }> = {
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: ['submitted'], to: 'draft' },
  lapse: { from: ['submitted'], to: 'draft' },
  approve: { from: ['submitted'], to: 'approved' },
  reject: { from: ['submitted'], to: 'rejected' },
  withdraw: { from: ['draft', 'submitted'], to: 'withdrawn' },
  start: { from: ['approved'], to: 'in_delivery' },
  pause: { from: ['in_delivery'], to: 'paused' },
  resume: { from: ['paused'], to: 'in_delivery' },
  stop: { from: ['approved', 'in_delivery', 'paused'], to: 'stopped' },
  go_live: { from: ['in_delivery'], to: 'live' },
  close: { from: ['live'], to: 'closed' },
  retire: { from: ['live', 'closed'], to: 'retired' },
};

/** The state an activity leads to from this one, or null when it does not start there. */
export function statusAfter(status: CharterStatus, activity: CharterActivity): CharterStatus | null {
  const path = CHARTER_PATHS[activity];
  return path.from.includes(status) ? path.to : null;
}

/** What can be done with a charter in this state, by whomever. */
export function activitiesFrom(status: CharterStatus): CharterActivity[] {
  return CHARTER_ACTIVITIES.filter((activity) => CHARTER_PATHS[activity].from.includes(status));
}

/** How a change reaches a charter: written at once, before the board as a change request, or not any more. */
export type WayToChange = 'edit' | 'change_request' | null;

/**
 * By which way material fields change (PRODUCT.md section 3). What was approved changes by change request only; a project
 * that already ran and was never approved is still edited, whatever its state.
 */
export function wayToChange(charter: { status: CharterStatus; approved: boolean }): WayToChange {
  const { status, approved } = charter;
  if (ENDED.includes(status)) return null;
  return approved ? 'change_request' : 'edit';
}

const ENDED: readonly CharterStatus[] = ['closed', 'rejected', 'withdrawn', 'stopped', 'retired'];
