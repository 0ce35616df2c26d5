import type { BallotFacts, BallotReason, BallotResult } from '@sightline/contracts';
import type { Standing } from './ballot-standing';
import { choicesOf } from './possible-outcomes';
import { APPROVALS_NEEDED, APPROVING_CONSTITUENCIES_NEEDED, approvingConstituencies, ruleIsMet } from './voting-rules';

type Judged = Omit<BallotResult, 'why'>;

/** Why a ballot can or cannot be closed, and what closing it would yield: first what is missing, then what it comes to. */
export function ballotReasons(result: Judged, facts: BallotFacts, standing: Standing): BallotReason[] {
  return [
    ...absences(result),
    ...(result.present ? judgement(result, facts, standing) : []),
    ...fate(result, standing),
  ];
}

function absences({ constituencies, seatsVoted, seatsNeeded }: Judged): BallotReason[] {
  const emptied = constituencies.filter((one) => one.emptied).map(({ name }) => name);
  const missing = constituencies.filter((one) => !one.voted && !one.emptied).map(({ name }) => name);
  const reasons: BallotReason[] = [];
  if (missing.length > 0) reasons.push({ code: 'constituency-missing', params: { constituencies: missing } });
  if (emptied.length > 0) reasons.push({ code: 'constituency-emptied', params: { constituencies: emptied } });
  if (seatsVoted < seatsNeeded)
    reasons.push({
      code: 'seats-missing',
      params: { voted: seatsVoted, needed: seatsNeeded, missing: seatsNeeded - seatsVoted },
    });
  return reasons;
}

function judgement({ tally, outcome }: Judged, facts: BallotFacts, standing: Standing): BallotReason[] {
  const params = { ...tally, rule: facts.rule };
  if (outcome === 'approved') return [{ code: 'carried', params }];
  const reasons: BallotReason[] = [{ code: 'not-carried', params: { ...params, outcome } }];
  if (!ruleIsMet(facts.rule, tally)) return reasons;
  const approving = approvingConstituencies(choicesOf(standing), facts.constituencies);
  if (tally.approve < APPROVALS_NEEDED)
    reasons.push({ code: 'approvals-too-few', params: { approvals: tally.approve, needed: APPROVALS_NEEDED } });
  else if (approving.length < APPROVING_CONSTITUENCIES_NEEDED)
    reasons.push({ code: 'approvals-one-constituency', params: { needed: APPROVING_CONSTITUENCIES_NEEDED } });
  else reasons.push({ code: 'approvals-only-it', params: {} });
  return reasons;
}

function fate({ present, settled, canClose, lapsed }: Judged, { open }: Standing): BallotReason[] {
  if (lapsed) return [{ code: 'lapsed', params: {} }];
  if (settled) return [{ code: 'settled', params: {} }];
  return present && !canClose ? [{ code: 'may-still-change', params: { open: open.length } }] : [];
}
