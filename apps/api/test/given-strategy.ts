import type { AlignmentWeights, GatePolicy, Section, VotingRule } from '@sightline/contracts';
import { SECTIONS } from '@sightline/contracts';
import { DEFAULT_GATE_POLICY } from '@sightline/rules';
import { CONSTITUENCIES, givenBoard } from './given-board';
import { givenCarried } from './given-decision';

/** The DataSource of a spec, as the owner or as the application. */
interface Runs {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}
interface Identity {
  id: string;
  code: string;
}

export interface GivenStrategy {
  id: string;
  number: number;
  principles: Identity[];
  drivers: Identity[];
  capabilities: Identity[];
}

export interface StrategyWanted {
  principles: string[];
  drivers: string[];
  capabilities: string[];
  gatePolicy: GatePolicy;
  weights: AlignmentWeights;
  reviewBy: string | null;
  /** Names both co-authors of every section. */
  authors: { business: string; it: string } | null;
  /** Decides everything; without one the version has no decision rights. */
  board: string | null;
  rule: VotingRule;
}

const WHOLE: StrategyWanted = {
  principles: ['Name the outcome', 'One source per entity'],
  drivers: ['Operational excellence'],
  capabilities: ['Real-time synchronisation'],
  gatePolicy: DEFAULT_GATE_POLICY,
  weights: { principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 },
  reviewBy: null,
  authors: null,
  board: null,
  rule: 'simple_majority',
};

/** A draft with every section written; a test states only what it changes. */
export async function givenStrategyDraft(db: Runs, wanted: Partial<StrategyWanted> = {}): Promise<GivenStrategy> {
  const want = { ...WHOLE, ...wanted };
  const [version] = await db.query<{ id: string; number: number }[]>(
    `INSERT INTO strategy_version (number, gate_policy, weights, review_by, purpose, alignment, capabilities_narrative,
            governance, data_governance, resilience, success_metrics)
     SELECT coalesce(max(number), 0) + 1, $1, $2, coalesce($3::date, current_date + 300), 'Why we integrate.',
            'What drives us.', 'What we can do.', 'Who decides.', 'Whose data.', 'When it fails.', 'How we know.'
       FROM strategy_version RETURNING id, number`,
    [JSON.stringify(want.gatePolicy), JSON.stringify(want.weights), want.reviewBy],
  );
  if (!version) throw new Error('No strategy version was inserted.');
  if (want.authors) await giveAuthors(db, version.id, want.authors);
  if (want.board) await giveRights(db, version.id, want.board, want.rule);
  return {
    ...version,
    principles: await giveParts(
      db,
      version.id,
      'principle',
      'title, statement',
      want.principles,
      `$1::text, $1::text || ' holds.'`,
    ),
    drivers: await giveParts(db, version.id, 'driver', 'name, weight', want.drivers, '$1, 4'),
    capabilities: await giveParts(
      db,
      version.id,
      'capability',
      'name, current_maturity, target_maturity',
      want.capabilities,
      '$1, 1, 4',
    ),
  };
}

/** A strategy in force, put there by SQL; whatever was in force before is superseded. */
export async function givenStrategyInForce(db: Runs, wanted: Partial<StrategyWanted> = {}): Promise<GivenStrategy> {
  const version = await givenStrategyDraft(db, wanted);
  await givenRatification(db, version);
  return version;
}

/** Puts a draft in force as founders would: proposed, approved by every seat of a board of their own, ratified. */
export async function givenRatification(db: Runs, { id, number }: Pick<GivenStrategy, 'id' | 'number'>): Promise<void> {
  await db.query(`UPDATE strategy_version SET status = 'proposed' WHERE id = $1`, [id]);
  const founders = await foundersOf(db);
  await givenCarried(db, {
    subjectType: 'strategy_version',
    subjectId: id,
    title: `Version ${number}`,
    revision: number,
    strategy: null,
    ...founders,
  });
  await db.query(`UPDATE strategy_version SET status = 'superseded', superseded_at = now() WHERE status = 'in_force'`);
  await db.query(
    `UPDATE strategy_version SET status = 'in_force', ratified_at = now(), content_hash = repeat('a', 64) WHERE id = $1`,
    [id],
  );
}

const FOUNDERS = 'The founders';

async function foundersOf(db: Runs): Promise<{ board: string; by: string }> {
  const [known] = await db.query<{ board: string; by: string }[]>(
    `SELECT id AS board, secretary_id AS by FROM board WHERE name = $1`,
    [FOUNDERS],
  );
  if (known) return known;
  const people = await db.query<{ id: string }[]>(
    `INSERT INTO app_user (email, name, kind, status, roles)
     SELECT 'founder-' || n || '@example.org', 'Founder ' || n, 'internal', 'active', ARRAY['board_member']
       FROM generate_series(1, 5) n RETURNING id`,
  );
  const [by = '', ...holders] = people.map(({ id }) => id);
  const seats = Object.fromEntries(CONSTITUENCIES.map((key, index) => [key, [holders[index] ?? null]]));
  return { board: (await givenBoard(db, { name: FOUNDERS, secretary: by, seats })).id, by };
}

/** Whatever speaks of a version, before it. */
const STRATEGY_TABLES = [
  'decision',
  'vote',
  'proposal_seat',
  'proposal_snapshot',
  'proposal',
  'section_author',
  'principle_revision',
  'driver_revision',
  'capability_revision',
  'decision_right',
  'strategy_version_kpi',
  'strategy_version',
];

/** Takes every version and its decision away again, which only the owner of the tables can, while nothing else cites one. */
export async function withoutStrategy(owner: Runs): Promise<void> {
  for (const table of STRATEGY_TABLES) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await owner.query('UPDATE proposal SET snapshot_id = NULL');
  for (const table of STRATEGY_TABLES) await owner.query(`DELETE FROM ${table}`);
  for (const table of STRATEGY_TABLES) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function giveAuthors(
  db: Runs,
  versionId: string,
  { business, it }: { business: string; it: string },
): Promise<void> {
  const sections: readonly Section[] = SECTIONS;
  await db.query(
    `INSERT INTO section_author (strategy_version_id, section, business_author_id, it_author_id)
     SELECT $1, s, $2, $3 FROM unnest($4::text[]) s`,
    [versionId, business, it, sections],
  );
}

async function giveRights(db: Runs, versionId: string, board: string, rule: VotingRule): Promise<void> {
  await db.query(
    `INSERT INTO decision_right (strategy_version_id, subject, board_id, rule)
     SELECT $1, s, $2, $3 FROM unnest(ARRAY['strategy_version', 'charter', 'change_request']) s`,
    [versionId, board, rule],
  );
}

async function giveParts(
  db: Runs,
  versionId: string,
  kind: string,
  columns: string,
  names: string[],
  values: string,
): Promise<Identity[]> {
  const given: Identity[] = [];
  for (const [index, name] of names.entries()) {
    const [identity] = await db.query<Identity[]>(`INSERT INTO ${kind} DEFAULT VALUES RETURNING id, code`);
    if (!identity) throw new Error(`No ${kind} was inserted.`);
    await db.query(
      `INSERT INTO ${kind}_revision (${columns}, strategy_version_id, ${kind}_id, position) VALUES (${values}, $2, $3, $4)`,
      [name, versionId, identity.id, index + 1],
    );
    given.push(identity);
  }
  return given;
}
