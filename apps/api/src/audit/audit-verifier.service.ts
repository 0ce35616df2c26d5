import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AuditVerification } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { checkLinks, checkPersonalValues, type Finding, FINDINGS_MAX, type Head } from './chain-check';
import { CHAIN_HEAD, UNSEALED } from './chain-check.sql';
import { checkAgainstChain } from './checkpoint-check';
import { Checkpoints } from './checkpoints.service';

/** The sealer comes every half second; what it has not taken this long after is said to be unsealed. */
const GRACE_MS = 1_500;

/** Computes every hash of the trail again and holds the chain against the checkpoints outside the database (T26). */
@Injectable()
export class AuditVerifier {
  private running: Promise<AuditVerification> | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Whoever asks while a check runs gets its answer: it takes as long as the trail is. */
  verify(): Promise<AuditVerification> {
    this.running ??= this.check().finally(() => (this.running = null));
    return this.running;
  }

  private async check(): Promise<AuditVerification> {
    const suspects = await this.unsealed();
    // Checkpoints first: the chain only grows, so whatever they name must be in the chain that is read after them.
    const signed = await this.checkpoints.read();
    const head = await this.head();
    const { sealed, findings } = await checkLinks(this.db, head?.sequence ?? 0);
    findings.push(...(await checkPersonalValues(this.db)));
    findings.push(...signed.forged);
    const compared = await checkAgainstChain(this.db, signed.checkpoints);
    findings.push(...compared.findings);
    if (suspects.length > 0) findings.push(...(await this.stillUnsealed(suspects)));
    const [counts] = await this.db.query<{ events: number; at: Date }[]>(
      'SELECT count(*)::int AS events, clock_timestamp() AS at FROM audit_event',
    );
    return {
      intact: findings.length === 0,
      events: counts?.events ?? 0,
      sealed,
      head: head && { ...head, at: new Date(head.at).toISOString() },
      checkpoints: { checked: signed.checkpoints.length, last: compared.last },
      findings: findings.slice(0, FINDINGS_MAX),
      checkedAt: (counts?.at ?? new Date()).toISOString(),
    };
  }

  private async head(): Promise<Head | null> {
    const [head] = await this.db.query<Head[]>(CHAIN_HEAD);
    return head ?? null;
  }

  private async unsealed(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(UNSEALED);
    return rows.map(({ id }) => id);
  }

  /** A long transaction commits old events; the sealer gets the time to take them before anybody is alarmed. */
  private async stillUnsealed(suspects: string[]): Promise<Finding[]> {
    await wait(GRACE_MS);
    const rows = await this.db.query<{ id: string }[]>(
      'SELECT id FROM unnest($1::uuid[]) id WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.event_id = id)',
      [suspects],
    );
    return rows.map(({ id }) => ({ kind: 'unsealed-too-long', sequence: null, eventId: id }));
  }
}
