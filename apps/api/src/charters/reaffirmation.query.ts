import { DAYS_TO_REAFFIRM } from '@sightline/contracts';
import { TODAY } from '../platform/database/today';
import { instant, personOf, wordedOf } from '../platform/records/json-sql';

/** What an entry `f` of the queue is about, as a reference; a principle is called by its code. */
export const ABOUT_OF_F = `(CASE WHEN f.exception_id IS NOT NULL
    THEN (SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', x.code) FROM principle_exception x WHERE x.id = f.exception_id)
  WHEN f.principle_id IS NOT NULL
    THEN (SELECT jsonb_build_object('id', p.id, 'code', p.code, 'name', p.code) FROM principle p WHERE p.id = f.principle_id)
  ELSE (SELECT jsonb_build_object('id', u.id, 'code', NULL, 'name', u.name) FROM app_user u WHERE u.id = f.user_id) END)`;

/** The day on which an unsettled entry goes on the agenda by itself, in the time zone of the organisation. */
export const AGENDA_ON = `((f.raised_at AT TIME ZONE coalesce((SELECT o.time_zone FROM organisation o), 'UTC'))::date + ${DAYS_TO_REAFFIRM})`;

/** What a charter `c` has to be affirmed anew for. */
export const REAFFIRMATIONS_OF_C = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'cause', f.cause, 'about', ${ABOUT_OF_F},
    'raisedAt', ${instant('f.raised_at')}, 'agendaOn', ${AGENDA_ON}) ORDER BY f.raised_at, f.id), '[]')
  FROM reaffirmation f WHERE f.charter_id = c.id AND f.settled_at IS NULL)`;

/** Every exception a charter `c` has or had, newest first. */
export const EXCEPTIONS_OF_C = `(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'exception', jsonb_build_object('id', x.id, 'code', x.code, 'name', x.code),
    'principle', jsonb_build_object('id', p.id, 'code', p.code, 'name', coalesce(w.title, p.code)),
    'status', x.status, 'expiresOn', x.expires_on, 'holdsUntil', h.holds_until,
    'cited', EXISTS (SELECT 1 FROM charter_exception l WHERE l.charter_id = c.id AND l.exception_id = x.id))
    ORDER BY x.created_at DESC, x.id DESC), '[]')
  FROM principle_exception x JOIN principle p ON p.id = x.principle_id LEFT JOIN exception_standing h ON h.id = x.id
  LEFT JOIN LATERAL (SELECT r.title FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
                      WHERE r.principle_id = p.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1) w ON true
 WHERE x.charter_id = c.id)`;

/** Why a charter `c` does what principles advise against. */
export const DEVIATIONS_OF_C = `(SELECT coalesce(jsonb_agg(jsonb_build_object(
    'principle', jsonb_build_object('id', p.id, 'code', p.code, 'name', coalesce(w.title, p.code)),
    'reason', l ->> 'reason') ORDER BY p.code), '[]')
  FROM jsonb_array_elements(c.deviations) l JOIN principle p ON p.id = (l ->> 'principle')::uuid
  LEFT JOIN LATERAL (SELECT r.title FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
                      WHERE r.principle_id = p.id ORDER BY v.status = 'in_force' DESC, v.number DESC LIMIT 1) w ON true)`;

/** An entry `f` of the queue as the API answers it. */
export const REAFFIRMATION = `jsonb_build_object('id', f.id,
  'charter', (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title, 'status', c.status)
                FROM charter c WHERE c.id = f.charter_id),
  'lead', (SELECT ${personOf('c.lead_id')} FROM charter c WHERE c.id = f.charter_id), 'cause', f.cause,
  'principle', ${wordedOf('principle', 'f.principle_id')},
  'exception', (SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', x.code) FROM principle_exception x WHERE x.id = f.exception_id),
  'person', ${personOf('f.user_id')}, 'raisedAt', ${instant('f.raised_at')}, 'agendaOn', ${AGENDA_ON},
  'overdue', f.settled_at IS NULL AND ${AGENDA_ON} <= ${TODAY}, 'settledAt', ${instant('f.settled_at')},
  'settledBy', ${personOf('f.settled_by')}, 'settledHow', f.settled_how, 'note', f.note)`;
