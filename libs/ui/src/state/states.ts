import type { MarkName } from '../mark/marks';

export type Family = 'neutral' | 'info' | 'good' | 'warn' | 'bad' | 'prim';
interface Look {
  readonly family: Family;
  readonly mark: MarkName;
  /** Drawn with a dashed outline: not (yet) there. */
  readonly dashed?: true;
}

/** Colour and mark of every record state; the word comes from `ui.state.<name>`. */
export const RECORD_STATES = {
  draft: { family: 'neutral', mark: 'draft', dashed: true },
  incomplete: { family: 'neutral', mark: 'draft', dashed: true },
  invited: { family: 'neutral', mark: 'draft', dashed: true },
  planned: { family: 'neutral', mark: 'draft', dashed: true },
  proposed: { family: 'info', mark: 'proposed' },
  submitted: { family: 'info', mark: 'proposed' },
  open: { family: 'info', mark: 'proposed' },
  returned: { family: 'warn', mark: 'returned' },
  rejected: { family: 'bad', mark: 'rejected' },
  approved: { family: 'good', mark: 'force' },
  in_force: { family: 'good', mark: 'force' },
  granted: { family: 'good', mark: 'force' },
  passed: { family: 'good', mark: 'force' },
  applied: { family: 'good', mark: 'force' },
  resolved: { family: 'good', mark: 'force' },
  active: { family: 'good', mark: 'live' },
  live: { family: 'good', mark: 'live' },
  blocked: { family: 'bad', mark: 'blocked' },
  not_approved: { family: 'warn', mark: 'risk' },
  in_delivery: { family: 'prim', mark: 'delivery' },
  paused: { family: 'neutral', mark: 'paused' },
  suspended: { family: 'neutral', mark: 'paused' },
  phasing_out: { family: 'warn', mark: 'later' },
  closed: { family: 'neutral', mark: 'retired' },
  stopped: { family: 'neutral', mark: 'retired' },
  retired: { family: 'neutral', mark: 'retired' },
  withdrawn: { family: 'neutral', mark: 'retired' },
  erased: { family: 'neutral', mark: 'retired' },
  superseded: { family: 'neutral', mark: 'superseded' },
  lapsed: { family: 'bad', mark: 'expired' },
  expired: { family: 'bad', mark: 'expired' },
  revoked: { family: 'bad', mark: 'expired' },
  untranslated: { family: 'warn', mark: 'risk' },
  translated: { family: 'good', mark: 'force' },
} as const satisfies Record<string, Look>;
export type RecordState = keyof typeof RECORD_STATES;

/** Colour and mark of what stands bare in tables: KPI states, votes, gate levels, verdicts; words in `ui.stat.<name>`. */
export const BARE_STATES = {
  achieved: { family: 'good', mark: 'achieved' },
  on_track: { family: 'good', mark: 'on' },
  at_risk: { family: 'warn', mark: 'risk' },
  off_track: { family: 'bad', mark: 'off' },
  missed: { family: 'bad', mark: 'off' },
  no_data: { family: 'neutral', mark: 'nodata' },
  stale: { family: 'neutral', mark: 'stale' },
  approve: { family: 'good', mark: 'force' },
  reject: { family: 'bad', mark: 'rejected' },
  return: { family: 'warn', mark: 'returned' },
  abstain: { family: 'neutral', mark: 'abstain' },
  missing: { family: 'warn', mark: 'missing' },
  recused: { family: 'neutral', mark: 'recused' },
  blocker: { family: 'bad', mark: 'blocked' },
  warning: { family: 'warn', mark: 'risk' },
  info: { family: 'neutral', mark: 'later' },
  passed: { family: 'good', mark: 'force' },
  later: { family: 'neutral', mark: 'later' },
  outcome: { family: 'good', mark: 'on' },
  milestone: { family: 'warn', mark: 'risk' },
  unclear: { family: 'neutral', mark: 'draft' },
  prefer: { family: 'good', mark: 'on' },
  allow: { family: 'good', mark: 'force' },
  avoid: { family: 'warn', mark: 'risk' },
  exception_required: { family: 'bad', mark: 'blocked' },
  unknown: { family: 'neutral', mark: 'draft' },
} as const satisfies Record<string, Look>;
export type BareState = keyof typeof BARE_STATES;
