const OF_PROPOSAL = 'WHERE proposal_id = :proposal';
const content = (path: string, value: string): string =>
  `UPDATE charter_revision SET content = jsonb_set(content, '${path}', '${value}') WHERE charter_id = :charter`;
const unnamed = (action: string): string => `UPDATE audit_event SET action = 'x' WHERE action = '${action}'`;
const moreSeats = (count: number): string => `
  WITH u AS (
    INSERT INTO app_user (email, name, kind, status, roles)
    SELECT 'more-' || n || '@example.org', 'More', 'internal', 'active', '{board_member}' FROM generate_series(1, ${count}) n
    RETURNING id
  ), s AS (
    INSERT INTO seat (board_id, constituency_id, holder_id)
    SELECT p.board_id, c.id, u.id FROM u, proposal p JOIN constituency c ON c.board_id = p.board_id AND c.key = 'data'
     WHERE p.id = :proposal RETURNING id, constituency_id
  )
  INSERT INTO proposal_seat (proposal_id, seat_id, constituency_id) SELECT :proposal, id, constituency_id FROM s`;
const substitute = (user: string): string => `
  INSERT INTO substitute (proposal_id, constituency_id, user_id, reason, named_by, named_at)
  SELECT p.id, c.id, :${user}, 'So.', :${user}, '2026-01-01' FROM proposal p
    JOIN constituency c ON c.board_id = p.board_id AND c.key = 'data' WHERE p.id = :proposal`;

/** What the judge has to find → the statements that bring it about on an approved charter; `:name` is a record's id. */
export const FORGERIES: [check: string, ...statements: string[]][] = [
  ['vote by somebody with a stake', `UPDATE vote SET user_id = :lead ${OF_PROPOSAL} AND user_id = :data`],
  [
    'vote by somebody external, inactive or without a role that votes',
    `UPDATE app_user SET kind = 'external', roles = '{external}' WHERE id = :data`,
  ],
  ['vote in a seat that was not the voter’s', `UPDATE vote SET user_id = :stranger ${OF_PROPOSAL} AND user_id = :data`],
  [
    'vote of a substitute who was not named',
    substitute('stranger'),
    `UPDATE vote SET seat_id = NULL, substitute_id = (SELECT id FROM substitute ${OF_PROPOSAL}) ${OF_PROPOSAL} AND user_id = :data`,
  ],
  ['substitute who was not fit', substitute('security')],
  ['vote after the closing', `UPDATE vote SET cast_at = cast_at + interval '1 hour' ${OF_PROPOSAL}`],
  ['one person counted twice', `UPDATE vote SET user_id = :business ${OF_PROPOSAL} AND user_id = :data`],
  [
    'other figures in the decision than in the votes',
    `UPDATE decision SET record = jsonb_set(record, '{tally,approve}', '5') ${OF_PROPOSAL}`,
  ],
  ['constituency that did not vote', `DELETE FROM vote ${OF_PROPOSAL} AND user_id = :data`],
  ['fewer than half of the eligible seats', moreSeats(9)],
  [
    'not carried by its rule',
    `UPDATE vote SET choice = 'reject', reason = 'No.' ${OF_PROPOSAL} AND user_id <> :business`,
  ],
  [
    'fewer than two approvals from two constituencies, one not IT',
    `UPDATE vote SET choice = 'abstain' ${OF_PROPOSAL} AND user_id <> :business`,
  ],
  ['closed early while a vote could still change it', moreSeats(4)],
  ['closed by somebody who may not', `UPDATE decision SET decided_by = :stranger ${OF_PROPOSAL}`],
  [
    'decided by another board or rule than its right says',
    `UPDATE proposal SET rule = 'unanimous' WHERE id = :proposal`,
  ],
  ['approved without a decision', `DELETE FROM decision ${OF_PROPOSAL}`],
  ['approved as something else than was decided', `UPDATE charter SET approved_revision = 7 WHERE id = :charter`],
  [
    'decided under a version that was not in force',
    `UPDATE strategy_version SET ratified_at = now() + interval '1 day' WHERE status = 'in_force'`,
  ],
  ['no principle of the version', content('{principles}', '[]')],
  ['no principle of the version on the charter', 'DELETE FROM charter_principle WHERE charter_id = :charter'],
  ['no complete business KPI among what was voted on', content('{kpis}', '[]')],
  ['no complete business KPI on the charter', 'DELETE FROM charter_kpi WHERE charter_id = :charter'],
  [
    'another revision of a KPI than was voted on',
    `INSERT INTO kpi_revision (kpi_id, number) SELECT kpi_id, 2 FROM charter_kpi WHERE charter_id = :charter`,
    `UPDATE charter_kpi l SET kpi_revision_id = (SELECT r.id FROM kpi_revision r WHERE r.kpi_id = l.kpi_id AND r.number = 2)
      WHERE charter_id = :charter`,
  ],
  ['snapshot that is not what was decided', `UPDATE proposal_snapshot SET body = body || ' ' ${OF_PROPOSAL}`],
  ['charter that is not what was decided', `UPDATE charter SET narrative = 'Something else.' WHERE id = :charter`],
  ['more money or time than was voted on', 'UPDATE charter SET budget_amount = 999999999 WHERE id = :charter'],
  ['milestone that nobody overruled', content('{outcomeStatement}', '"Migrate it."')],
  [
    'overruled by somebody who may not',
    `INSERT INTO overrule (proposal_id, snapshot_id, check_code, user_id, reason)
     SELECT id, snapshot_id, 'OUTCOME', :it, 'So.' FROM proposal WHERE id = :proposal`,
  ],
  ['closing without an audit event', unnamed('proposal.closed')],
  ['vote without an audit event', unnamed('proposal.voted')],
  ['approval without an audit event', unnamed('charter.approved')],
  ['change of state without an audit event', unnamed('charter.submitted')],
  ['SPONSORS open', `UPDATE app_user SET status = 'suspended' WHERE id = :sponsor`],
  ['KPI open', 'UPDATE kpi SET owner_id = NULL'],
  [
    'REQUIREMENTS open',
    `INSERT INTO requirement (charter_id, number, constituency, text) VALUES (:charter, 1, 'data', 'Say how.')`,
  ],
  ['DOMAINS open', content('{domains}', '[]')],
  ['STEWARD open', 'UPDATE data_domain SET steward_id = NULL'],
  ['STANDARDS open', 'UPDATE quality_standard SET archived_at = now()'],
  ['AUTHORITY open', 'UPDATE data_entity SET authoritative_system_id = NULL'],
  ['FLOWS open', 'UPDATE data_flow SET archived_at = now()'],
  ['PROTECTION open', 'UPDATE data_entity SET classification = NULL'],
  ['QUALITY open', 'DELETE FROM quality_measurement'],
  ['ROLLBACK open', content('{resilience,rollback}', 'null')],
  ['CONTINGENCY open', content('{resilience,contingency}', '" "')],
  ['RETIREMENT open', content('{resilience,retirement}', '[]')],
  ['PORTABILITY open', content('{resilience,portability}', 'null')],
  ['CAPABILITY open', content('{capability}', 'null')],
  ['EXTERNAL open', `UPDATE app_user SET kind = 'external', roles = '{}' WHERE id = :sponsor`],
];
