import type { EntityManager } from 'typeorm';
import { canonicalText, sha256 } from '../../src/audit/audit-event';
import { GENESIS, linkHash } from '../../src/audit/chain-link';

/** What somebody with the keys of the database server does to the trail; `at` is a place somewhere in it. */
export interface Tampering {
  what: string;
  /** Whether an export tells it too: what stands only in columns or beside the events does not leave with it. */
  inExport: boolean;
  /** Whether only a checkpoint can tell, because every hash was computed again. */
  thorough: boolean;
  tamper: (trail: OpenTrail, at: number) => Promise<unknown>;
}

interface EventRow {
  id: string;
  body: string;
}

/** The trail within a transaction of the owner, with nothing in the way any more. */
export class OpenTrail {
  constructor(
    readonly tx: EntityManager,
    readonly length: number,
  ) {}

  static async open(tx: EntityManager): Promise<OpenTrail> {
    await tx.query(`ALTER TABLE audit_event DISABLE TRIGGER USER; ALTER TABLE audit_chain DISABLE TRIGGER USER;
      ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_event, DROP CONSTRAINT audit_chain_pkey,
        DROP CONSTRAINT audit_chain_event_unique, DROP CONSTRAINT audit_chain_hash_unique;
      ALTER TABLE audit_personal_value DROP CONSTRAINT audit_personal_value_event`);
    const [{ length }] = await tx.query<[{ length: number }]>('SELECT max(sequence)::int AS length FROM audit_chain');
    return new OpenTrail(tx, length);
  }

  chain(sql: string, at: number): Promise<unknown> {
    return this.tx.query(`UPDATE audit_chain SET ${sql} WHERE sequence = $1`, [at]);
  }

  async event(at: number): Promise<EventRow> {
    const [event] = await this.tx.query<[EventRow]>(
      'SELECT e.id, e.body FROM audit_chain c JOIN audit_event e ON e.id = c.event_id WHERE c.sequence = $1',
      [at],
    );
    return event;
  }

  columns(sql: string, at: number): Promise<unknown> {
    return this.tx.query(
      `UPDATE audit_event SET ${sql} WHERE id = (SELECT event_id FROM audit_chain WHERE sequence = $1)`,
      [at],
    );
  }

  /** Writes another body; `rehash` gives the event its new hash, `relink` everything behind it as well. */
  async edit(at: number, change: (body: Body) => Body, depth: 'plain' | 'rehash' | 'relink'): Promise<void> {
    const event = await this.event(at);
    const body = canonicalText(change(JSON.parse(event.body) as Body));
    await this.tx.query('UPDATE audit_event SET body = $2 WHERE id = $1', [event.id, body]);
    if (depth !== 'plain')
      await this.tx.query('UPDATE audit_event SET hash = $2 WHERE id = $1', [event.id, sha256(body)]);
    if (depth === 'relink') await this.relink();
  }

  async remove(from: number, to = from): Promise<void> {
    await this.tx.query(
      `DELETE FROM audit_personal_value WHERE event_id IN (SELECT event_id FROM audit_chain WHERE sequence BETWEEN $1 AND $2)`,
      [from, to],
    );
    await this.tx.query(
      `WITH gone AS (DELETE FROM audit_chain WHERE sequence BETWEEN $1 AND $2 RETURNING event_id)
       DELETE FROM audit_event WHERE id IN (SELECT event_id FROM gone)`,
      [from, to],
    );
  }

  /** A new event with a right hash, as the product would have written it on another day. */
  async forge(when: string, transaction = '3'): Promise<string> {
    const [{ id }] = await this.tx.query<[{ id: string }]>('SELECT new_id() AS id');
    const record = { type: 'decision', id: null, code: 'DC-0666' };
    const said = {
      format: 1,
      id,
      at: when,
      actor: null,
      session: null,
      requestId: null,
      record,
      action: 'decision.made',
    };
    const body = canonicalText({ ...said, before: null, after: { outcome: 'approved' } });
    await this.tx.query(
      `INSERT INTO audit_event (id, at, record_type, record_code, action, body, hash, transaction)
       VALUES ($1, $2, 'decision', 'DC-0666', 'decision.made', $3, $4, $5::xid8)`,
      [id, when, body, sha256(body), transaction],
    );
    return id;
  }

  /** Moves everything from a place on by one and puts an event there. */
  async insert(eventId: string, at: number): Promise<void> {
    await this.tx.query('UPDATE audit_chain SET sequence = sequence + 1 WHERE sequence >= $1', [at]);
    await this.tx.query(
      `INSERT INTO audit_chain (sequence, event_id, event_hash, previous_hash, hash)
       SELECT $1, id, hash, $3, $3 FROM audit_event WHERE id = $2`,
      [at, eventId, GENESIS],
    );
  }

  /** Numbers the links anew and computes every hash again: a chain without a fault, with another history. */
  async relink(): Promise<void> {
    const links = await this.tx.query<{ eventId: string; eventHash: string }[]>(
      `SELECT c.event_id AS "eventId", e.hash AS "eventHash" FROM audit_chain c JOIN audit_event e ON e.id = c.event_id
        ORDER BY c.sequence`,
    );
    let previousHash = GENESIS;
    const anew = links.map((link, index) => {
      const hash = linkHash(index + 1, previousHash, link.eventHash);
      const linked = { ...link, sequence: index + 1, previousHash, hash };
      previousHash = hash;
      return linked;
    });
    await this.tx.query(
      `UPDATE audit_chain c SET sequence = l.sequence, event_hash = l."eventHash", previous_hash = l."previousHash", hash = l.hash
         FROM jsonb_to_recordset($1::jsonb) AS l("eventId" uuid, sequence bigint, "eventHash" text, "previousHash" text, hash text)
        WHERE c.event_id = l."eventId"`,
      [JSON.stringify(anew)],
    );
  }

  /** Two links change their places, or only what they say about their events. */
  swap(columns: 'sequence' | 'event_id' | 'event_id, event_hash', a: number, b: number): Promise<unknown> {
    const assigned = columns.split(', ').map((column) => `${column} = o.${column}`);
    return this.tx.query(
      `UPDATE audit_chain c SET ${assigned.join(', ')} FROM audit_chain o
        WHERE (c.sequence, o.sequence) IN (($1, $2), ($2, $1))`,
      [a, b],
    );
  }
}

export interface Body extends Record<string, unknown> {
  at: string;
  actor: string | null;
  after: Record<string, unknown> | null;
}
