/** The DataSource of a spec, as the owner or as the application. */
interface Runs {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row>;
}

export const CONSTITUENCIES = ['business', 'data', 'security', 'it'] as const;
export type ConstituencyKey = (typeof CONSTITUENCIES)[number];

export interface GivenBoard {
  id: string;
  /** Key → id. */
  constituencies: Record<ConstituencyKey, string>;
}

export interface BoardWanted {
  name: string;
  founding: boolean;
  secretary: string | null;
  /** User ids by constituency; null is a vacant seat. */
  seats: Partial<Record<ConstituencyKey, (string | null)[]>>;
}

/** A board of four constituencies, put there by SQL. */
export async function givenBoard(db: Runs, wanted: Partial<BoardWanted> = {}): Promise<GivenBoard> {
  const { name = 'Integration board', founding = false, secretary = null, seats = {} } = wanted;
  const [board] = await db.query<{ id: string }[]>(
    `INSERT INTO board (name, founding, secretary_id) VALUES ($1, $2, $3) RETURNING id`,
    [name, founding, secretary],
  );
  if (!board) throw new Error('No board was inserted.');
  const rows = await db.query<{ id: string; key: ConstituencyKey }[]>(
    `INSERT INTO constituency (board_id, key, name, is_it, position)
     SELECT $1, k, CASE k WHEN 'it' THEN 'IT' ELSE initcap(k) END, k = 'it', n
       FROM unnest($2::text[]) WITH ORDINALITY AS c (k, n) RETURNING id, key`,
    [board.id, CONSTITUENCIES],
  );
  const constituencies = Object.fromEntries(rows.map(({ id, key }) => [key, id])) as GivenBoard['constituencies'];
  for (const key of CONSTITUENCIES) {
    for (const holder of seats[key] ?? []) await givenSeat(db, board.id, constituencies[key], holder);
  }
  return { id: board.id, constituencies };
}

/** One more seat. */
export async function givenSeat(
  db: Runs,
  boardId: string,
  constituencyId: string,
  holder: string | null,
): Promise<void> {
  await db.query(`INSERT INTO seat (board_id, constituency_id, holder_id) VALUES ($1, $2, $3)`, [
    boardId,
    constituencyId,
    holder,
  ]);
}

/** Somebody else sits in the seat of this person, or nobody. */
export async function givenNewHolder(db: Runs, boardId: string, before: string, after: string | null): Promise<void> {
  await db.query(`UPDATE seat SET holder_id = $3 WHERE board_id = $1 AND holder_id = $2 AND ended_at IS NULL`, [
    boardId,
    before,
    after,
  ]);
}
