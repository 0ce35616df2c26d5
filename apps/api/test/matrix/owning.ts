import type { DataSource } from 'typeorm';

/** Columns that say who answers for a record; of a table that has none of the first, the second decide. */
const ANSWERS_FOR = ['lead_id', 'owner_id', 'steward_id', 'holder_id'];
const MADE_IT = ['author_id', 'requested_by', 'requester_id', 'raised_by', 'proposed_by', 'submitted_by', 'created_by'];

/** What a board decides is answered for by who sits there, by its secretary, or by the lead of what it decides on. */
const OFFICES = [
  `UPDATE seat SET holder_id = $2 WHERE id =
     (SELECT s.id FROM seat s JOIN proposal p ON p.board_id = s.board_id WHERE p.id = $1 AND s.ended_at IS NULL
       ORDER BY s.id LIMIT 1)`,
  `UPDATE board SET secretary_id = $2 WHERE id = (SELECT board_id FROM proposal WHERE id = $1)`,
  `UPDATE charter SET lead_id = $2 WHERE id = (SELECT charter_id FROM proposal WHERE id = $1)`,
];

/** The chapter a comment stands in is opened to an outsider; twice is once. */
const OPENED = [
  `INSERT INTO section_opening (strategy_version_id, chapter, created_by)
   SELECT record_id, chapter, created_by FROM comment WHERE id = $1 AND chapter IS NOT NULL AND $2::uuid IS NOT NULL
   ON CONFLICT (strategy_version_id, chapter) DO UPDATE SET version = section_opening.version`,
  `INSERT INTO section_opening_to (opening_id, person_id)
   SELECT o.id, u.id FROM comment c
     JOIN section_opening o ON o.strategy_version_id = c.record_id AND o.chapter = c.chapter
     JOIN app_user u ON u.id = $2 AND u.kind = 'external'
    WHERE c.id = $1
   ON CONFLICT ON CONSTRAINT section_opening_to_once DO UPDATE SET person_id = excluded.person_id`,
];

/** Hands records over to people by SQL, whatever the table is called. */
export class Owning {
  private tables: Map<string, string[]> | undefined;

  constructor(private readonly owner: DataSource) {}

  /**
   * The ways in which somebody can be made the one who answers for a record; each answers whether it could be done. None
   * where the database knows no such thing.
   */
  async ways(recordId: string, userId: string): Promise<(() => Promise<boolean>)[]> {
    const table = await this.tableOf(recordId);
    if (!table) return [];
    const both = [recordId, userId];
    if (table === 'proposal') return OFFICES.map((sql) => () => this.tried(sql, both));
    if (table === 'comment') return [() => this.ofAuthor(recordId, userId)];
    const columns = (await this.known()).get(table) ?? [];
    const first = columns.filter((column) => ANSWERS_FOR.includes(column));
    const names = first.length > 0 ? first : columns.filter((column) => MADE_IT.includes(column));
    if (names.length === 0) return [];
    const set = names.map((name) => `"${name}" = $2`).join(', ');
    return [() => this.tried(`UPDATE "${table}" SET ${set} WHERE id = $1`, both)];
  }

  /** Names the party of this person in the record; false where records of this kind name no parties. */
  async link(recordId: string, userId: string): Promise<boolean> {
    const table = await this.tableOf(recordId);
    if (table === 'comment') {
      for (const sql of OPENED) if (!(await this.tried(sql, [recordId, userId]))) return false;
      return true;
    }
    const columns = (await this.known()).get(`${table ?? ''}_party`);
    if (!table || !columns) return false;
    return this.tried(
      `INSERT INTO "${table}_party" (${table}_id, party_id, role) SELECT $1, party_id, 'advise' FROM app_user WHERE id = $2 ON CONFLICT DO NOTHING`,
      [recordId, userId],
    );
  }

  /** Whose words they are is fixed in the database; what stands round them has to be open to an outsider, too. */
  private async ofAuthor(commentId: string, userId: string): Promise<boolean> {
    await this.owner.query('ALTER TABLE comment DISABLE TRIGGER comment_guarded');
    const done = await this.tried('UPDATE comment SET created_by = $2 WHERE id = $1', [commentId, userId]);
    await this.owner.query('ALTER TABLE comment ENABLE TRIGGER comment_guarded');
    for (const sql of OPENED) await this.tried(sql, [commentId, userId]);
    return done;
  }

  private async tried(sql: string, parameters: unknown[]): Promise<boolean> {
    try {
      const [, changed] = await this.owner.query<[unknown, number | undefined]>(sql, parameters);
      return changed !== 0;
    } catch {
      return false;
    }
  }

  private async tableOf(recordId: string): Promise<string | undefined> {
    if (!/^[0-9a-f-]{36}$/.test(recordId)) return undefined;
    const tables = [...(await this.known())].filter(([, columns]) => columns.includes('id')).map(([table]) => table);
    const rows = await this.owner.query<{ name: string }[]>(
      tables.map((table) => `SELECT '${table}' AS name FROM "${table}" WHERE id::text = $1`).join(' UNION ALL '),
      [recordId],
    );
    return rows[0]?.name;
  }

  private async known(): Promise<Map<string, string[]>> {
    if (this.tables) return this.tables;
    const rows = await this.owner.query<{ name: string; columns: string[] }[]>(
      `SELECT table_name AS name, array_agg(column_name::text) AS columns
         FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`,
    );
    this.tables = new Map(rows.map(({ name, columns }) => [name, columns]));
    return this.tables;
  }
}
