import type { IssueStatus } from '@sightline/contracts';

/** Where a data issue can go (PRODUCT.md section 2). An acceptance that ran out goes back to cleansing. */
export const ISSUE_PATHS: Record<IssueStatus, readonly IssueStatus[]> = {
  open: ['cleansing', 'accepted'],
  cleansing: ['verified', 'accepted'],
  accepted: ['cleansing'],
  verified: [],
};

export const ISSUE_PROBLEMS = [
  'issue-path',
  'acceptance-without-reason',
  'acceptance-without-expiry',
  'acceptance-expired',
] as const;
export interface IssueProblem {
  /** JSON pointer into the body of PATCH /data-issues/{id}. */
  pointer: '/status' | '/reason' | '/expiresOn';
  code: (typeof ISSUE_PROBLEMS)[number];
  params: Record<string, unknown>;
}

interface IssueState {
  status: IssueStatus;
  reason: string | null;
  expiresOn: string | null;
}

/** Why a data issue cannot become this; empty when it can. To accept a shortfall takes a reason and a date ahead. */
export function dataIssueProblems(from: IssueStatus, to: IssueState, today: string): IssueProblem[] {
  const problems: IssueProblem[] = [];
  if (from !== to.status && !ISSUE_PATHS[from].includes(to.status))
    problems.push({ pointer: '/status', code: 'issue-path', params: { from, to: to.status } });
  if (to.status !== 'accepted') return problems;
  if (!to.reason?.trim()) problems.push({ pointer: '/reason', code: 'acceptance-without-reason', params: {} });
  if (to.expiresOn === null) problems.push({ pointer: '/expiresOn', code: 'acceptance-without-expiry', params: {} });
  else if (to.expiresOn < today && from !== 'accepted')
    problems.push({ pointer: '/expiresOn', code: 'acceptance-expired', params: { expiresOn: to.expiresOn } });
  return problems;
}

/** Whether the issue covers a quality shortfall today; on the day of its expiry it still does. */
export function shortfallIsAccepted({ status, expiresOn }: Omit<IssueState, 'reason'>, today: string): boolean {
  return status === 'accepted' && expiresOn !== null && expiresOn >= today;
}
