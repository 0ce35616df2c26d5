import type { RunningApi } from '../start-api';
import type { Company, Council, Name } from './company';
import type { Random } from './random';
import type { Records } from './records';
import type { Method, Said, Speaker } from './speaker';

/** What all histories of a run share, and what they counted. */
export interface Run {
  api: RunningApi;
  speaker: Speaker;
  council: Council;
  tally: Tally;
  /** One strategy for all: only one history at a time moves it. */
  strategyIsMoving: boolean;
  /** Approved proposals that the judge has not seen yet. */
  unjudged: Map<string, History>;
}

export interface Tally {
  histories: number;
  actions: number;
  requests: number;
  done: number;
  approvals: number;
  refusals: Map<string, number>;
  actionsByName: Map<string, number>;
}

export interface Subject {
  id: string;
  status: string;
  version: number;
  approved: boolean;
  lead: string;
  /** The open proposal of the charter or of its change request. */
  proposal: string | null;
  hash: string | null;
}

/** One thing somebody tries. */
export interface Action {
  name: string;
  weight: number;
  run(history: History): Promise<unknown>;
}

/** A charter and what happens to it, remembered line by line so that an unlawful end can be told and repeated. */
export class History {
  readonly log: string[] = [];
  /** People of the company who have to be put right before the next history. */
  readonly touched = new Set<Name>();
  seatsMoved = false;
  /** Proposals approved and not judged yet. */
  readonly approved: string[] = [];

  constructor(
    readonly seed: number,
    readonly run: Run,
    readonly company: Company,
    readonly random: Random,
    readonly records: Records,
    public charter: string,
  ) {}

  /** As a person of the company, or as somebody by id. A fault of the server ends the run. */
  async ask<T>(
    who: Name | { id: string },
    method: Method,
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<Said<T>> {
    const id = typeof who === 'string' ? this.company.people[who] : who.id;
    const said = await this.run.speaker.say<T>(id, method, path, body, version);
    const { tally } = this.run;
    tally.requests += 1;
    if (said.refusal) count(tally.refusals, said.refusal);
    else tally.done += 1;
    this.log.push(
      `${this.nameOf(id)}: ${method} ${path} ${body ? JSON.stringify(body) : ''} → ${said.refusal ?? said.status}`,
    );
    if (said.status >= 500) throw new Error(`A fault of the server:\n${this.told()}\n${JSON.stringify(said.body)}`);
    return said;
  }

  /** SQL with the application's role: what a faulty or a hostile program with its password could do. */
  async trySql(name: string, ...statements: [sql: string, values: unknown[]][]): Promise<boolean> {
    try {
      await this.run.api.db.transaction(async (tx) => {
        for (const [sql, values] of statements) await tx.query(sql, values);
      });
      this.log.push(`SQL ${name} → done`);
      count(this.run.tally.refusals, `sql passed: ${name}`);
      return true;
    } catch (error) {
      const reason = (error as { constraint?: string; message: string }).constraint ?? (error as Error).message;
      this.log.push(`SQL ${name} → ${reason}`);
      count(this.run.tally.refusals, `sql refused: ${name}`);
      return false;
    }
  }

  /** Things as they stand, as the database has them. */
  async subject(): Promise<Subject> {
    const [row] = await this.run.api.db.query<[Subject]>(SUBJECT, [this.charter]);
    return row;
  }

  async versionOf(table: 'kpi' | 'data_domain' | 'app_user', id: string): Promise<number> {
    const [row] = await this.run.api.db.query<{ version: number }[]>(VERSIONS[table], [id]);
    return row?.version ?? 0;
  }

  nameOf(id: string): string {
    return Object.entries(this.company.people).find(([, one]) => one === id)?.[0] ?? id;
  }

  told(): string {
    return [`history ${this.seed}, company ${this.company.index}, charter ${this.charter}`, ...this.log].join('\n  ');
  }
}

export function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const SUBJECT = `
  SELECT c.id, c.status, c.version, c.approved_at IS NOT NULL AS approved, c.lead_id AS lead, p.id AS proposal, s.hash
    FROM charter c
    LEFT JOIN proposal p ON p.status = 'open'
     AND (p.charter_id = c.id OR p.change_request_id IN (SELECT r.id FROM change_request r WHERE r.charter_id = c.id))
    LEFT JOIN proposal_snapshot s ON s.id = p.snapshot_id
   WHERE c.id = $1`;

const VERSIONS = {
  kpi: 'SELECT version FROM kpi WHERE id = $1',
  data_domain: 'SELECT version FROM data_domain WHERE id = $1',
  app_user: 'SELECT version FROM app_user WHERE id = $1',
};
