import { sqlStateOf } from '../database/retry';
import { Problems, type ProblemException } from './problem';

/** Constraints whose firing says something of its own: `rule.<name>` of the language files. All others go by kind. */
const NAMED: Record<string, () => ProblemException> = {
  business_unit_name_unique: () => Problems.conflict('name-taken'),
  business_unit_import_key_unique: () => Problems.conflict('import-key-taken'),
  party_name_unique: () => Problems.conflict('name-taken'),
  system_name_unique: () => Problems.conflict('name-taken'),
  service_name_unique: () => Problems.conflict('name-taken'),
  data_domain_name_unique: () => Problems.conflict('name-taken'),
  data_entity_name_unique: () => Problems.conflict('name-taken'),
  app_user_email_unique: () => Problems.conflict('email-taken'),
  app_user_external_role: () => Problems.rule('external-role'),
  measurement_once_a_day: () => Problems.conflict('measurement-taken'),
  measurement_corrected_once: () => Problems.conflict('measurement-corrected'),
  kpi_import_key_unique: () => Problems.conflict('import-key-taken'),
  charter_import_key_unique: () => Problems.conflict('import-key-taken'),
  strategy_version_frozen: () => Problems.frozen('strategy-version-frozen'),
  strategy_version_one_open: () => Problems.conflict('strategy-version-open'),
  strategy_version_one_in_force: () => Problems.conflict('strategy-version-in-force'),
  decision_right_once: () => Problems.conflict('decision-right-exists'),
  seat_one_per_person: () => Problems.conflict('one-seat-per-person'),
  constituency_key_unique: () => Problems.conflict('constituency-exists'),
  proposal_one_open_charter: () => Problems.conflict('proposal-open'),
  proposal_one_open_version: () => Problems.conflict('proposal-open'),
  proposal_one_open_change: () => Problems.conflict('proposal-open'),
  change_request_one_open: () => Problems.conflict('change-request-open'),
  decision_once: () => Problems.conflict('already-decided'),
  substitute_once: () => Problems.conflict('substitute-named'),
  substitute_person_once: () => Problems.conflict('substitute-named'),
  overrule_once: () => Problems.conflict('already-overruled'),
  charter_state_path: () => Problems.rule('charter-state-path'),
  charter_state_needs_approval: () => Problems.rule('charter-needs-approval'),
  charter_approved_under_strategy: () => Problems.rule('charter-needs-approval'),
  charter_approved_with_principle: () => Problems.rule('charter-needs-principle'),
  charter_approved_with_kpi: () => Problems.rule('charter-needs-kpi'),
  charter_approved_by_decision: () => Problems.rule('charter-needs-decision'),
  charter_as_approved: () => Problems.rule('charter-needs-decision'),
  strategy_version_by_decision: () => Problems.rule('strategy-version-needs-decision'),
  vote_lawfully_cast: () => Problems.forbidden('proposal.vote'),
  decision_lawfully_made: () => Problems.rule('charter-needs-decision'),
  charter_exception_own: () => Problems.rule('exception-of-another-charter'),
  principle_exception_one_open: () => Problems.conflict('exception-open'),
  principle_exception_one_granted: () => Problems.conflict('exception-granted'),
  principle_exception_lasts_a_year: () => Problems.rule('exception-too-long'),
  exception_state_path: () => Problems.rule('exception-state-path'),
  exception_frozen: () => Problems.frozen('exception-frozen'),
  exception_by_decision: () => Problems.rule('exception-needs-decision'),
  proposal_one_open_exception: () => Problems.conflict('proposal-open'),
  comment_stays: () => Problems.frozen('comment-stays'),
  comment_one_level: () => Problems.rule('comment-one-level'),
  comment_thread_open: () => Problems.rule('comment-thread-resolved'),
  section_opened_to_outsiders: () => Problems.rule('section-opened-to-outsiders'),
  charter_dates: () => Problems.rule('end-before-start'),
  charter_predecessor_other: () => Problems.rule('predecessor-itself'),
  data_flow_between_two: () => Problems.rule('flow-between-two'),
};

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);
/** Classes 08 connection, 53 resources, 57 intervention, 58 system; 40 broken off by another; 55P03 and 25P03 waited too long. */
const FOR_NOW = /^(08|53|57|58|40|55P03|25P03)/;
/** node-postgres has no codes for these. */
const FOR_NOW_TEXT =
  /timeout exceeded|Connection terminated|Query read timeout|not queryable|Cannot use a pool|closed/i;

/**
 * A database error in the words of the API: a constraint that fired is a 409, data that does not fit a 400, a database
 * that is away a 503. undefined for an error that is none of the client's and none of the database's doing.
 */
export function problemOfDatabase(error: unknown): ProblemException | undefined {
  const state = sqlStateOf(error);
  if (state === undefined) return isAway(error) ? Problems.unavailable() : undefined;
  if (GONE.has(state) || FOR_NOW.test(state)) return Problems.unavailable();
  const constraint = (error as { constraint?: string }).constraint ?? '';
  if (state.startsWith('23')) return NAMED[constraint]?.() ?? byKind(state, constraint);
  if (state.startsWith('22')) return Problems.invalid([{ pointer: '', code: 'does-not-fit' }]);
  return undefined;
}

function byKind(state: string, constraint: string): ProblemException {
  if (constraint.endsWith('_only_grows')) return Problems.frozen('only-grows');
  if (state === UNIQUE) return Problems.conflict('already-exists', { constraint });
  if (state === FOREIGN_KEY) return Problems.rule('still-referenced', { constraint });
  return Problems.invalid([{ pointer: '', code: 'does-not-fit', params: { constraint } }]);
}

function isAway(error: unknown): boolean {
  return (
    error instanceof Error && /QueryFailed|^Error$|TypeORM|Driver/.test(error.name) && FOR_NOW_TEXT.test(error.message)
  );
}
