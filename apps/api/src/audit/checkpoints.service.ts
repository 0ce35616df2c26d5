import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AuditCheckpointState } from '@sightline/contracts';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config';
import { Configured } from '../platform/config/config.token';
import { ConfigError } from '../platform/config/settings';
import { Logged } from '../platform/logging/logger.token';
import { type BelievedCheckpoints, believedCheckpoints } from './checkpoint-check';
import { appendLines, readEnd, readLines } from './checkpoint-file';
import { checkpointKeys } from './checkpoint-keys';
import { type Checkpoint, type KeyLine, signedCheckpoint, signedKey, type SigningKey } from './signed-checkpoint';

const FILE = 'audit-checkpoints.jsonl';
const FIRST_AFTER_MS = 5_000;
const EVERY_MS = 60_000;
/** Something happened and no checkpoint has left the database for this long: somebody has to look (T26). */
const OVERDUE_SECONDS = 300;

interface Standing {
  head: { sequence: number; hash: string } | null;
  /** The hash that the chain has where the last checkpoint was written; null where it has none. */
  hashAtLast: string | null;
  waitingSeconds: number;
  now: Date;
}

/**
 * Writes where the chain stands to a file outside the database, signed, every minute in which something happened (T26).
 * A chain alone cannot tell that its end was cut off or written anew; whoever holds this file can. Every replica writes;
 * they may share one folder.
 */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly file: string;
  private keys: [SigningKey, ...SigningKey[]] | null = null;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private failing = false;

  constructor(
    private readonly db: DataSource,
    @Configured() private readonly config: Config,
    @Logged() private readonly logger: Logger,
  ) {
    this.file = join(config.checkpointDir, FILE);
  }

  /** A key that was named and cannot be used ends the start; a folder that cannot be written raises the alarm later. */
  async onApplicationBootstrap(): Promise<void> {
    await this.signingKeys().catch((error: unknown) => {
      if (error instanceof ConfigError) throw error;
      this.logger.error({ err: error }, 'no key signs the checkpoints of the audit trail');
    });
    this.comeAgain(FIRST_AFTER_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /**
   * Writes a checkpoint where the chain has grown since the last one; answers it. Never signs a chain that contradicts
   * the last checkpoint: that would give a rewritten history our name.
   */
  async write(): Promise<Checkpoint | null> {
    const { fingerprint, last } = await readEnd(this.file);
    const { head, now, ...standing } = await this.standing(last);
    if (last && standing.hashAtLast !== last.hash) throw new Error('The audit trail contradicts its last checkpoint.');
    if (!head || head.sequence === last?.sequence) return null;
    const keys = await this.signingKeys();
    const line = signedCheckpoint({ ...head, at: now.toISOString() }, keys[0]);
    await appendLines(this.file, [...introduction(keys, fingerprint, line.at), line]);
    this.logger.info({ checkpoint: line }, 'audit checkpoint');
    return { sequence: line.sequence, hash: line.hash, at: line.at };
  }

  /** Everything in the file, and which of it is signed as it should be. */
  async read(): Promise<BelievedCheckpoints> {
    const keys = await this.signingKeys().catch(() => []);
    return believedCheckpoints(
      await readLines(this.file),
      keys.map(({ publicKey }) => publicKey),
    );
  }

  async state(): Promise<AuditCheckpointState> {
    const { last } = await readEnd(this.file).catch(() => ({ last: null }));
    const { hashAtLast, waitingSeconds } = await this.standing(last);
    const contradicted = last !== null && hashAtLast !== last.hash;
    const overdue = waitingSeconds > OVERDUE_SECONDS;
    const [key] = await this.signingKeys().catch(() => []);
    return {
      last,
      waitingSeconds,
      alarm: contradicted ? 'contradicted' : overdue ? 'overdue' : null,
      key: key ? { fingerprint: key.fingerprint, publicKey: pemOf(key) } : null,
    };
  }

  private async signingKeys(): Promise<[SigningKey, ...SigningKey[]]> {
    this.keys ??= await checkpointKeys(this.config);
    return this.keys;
  }

  private async standing(last: Checkpoint | null): Promise<Standing> {
    const [standing] = await this.db.query<[Standing]>(STANDING, [last?.sequence ?? 0]);
    return standing;
  }

  private comeAgain(after: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.writeQuietly().finally(() => this.comeAgain(EVERY_MS));
    }, after).unref();
  }

  /** What keeps a checkpoint from being written is told once, and once more when it is over. */
  private async writeQuietly(): Promise<void> {
    try {
      await this.write();
      if (this.failing) this.logger.info('checkpoints of the audit trail are written again');
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.logger.error({ err: error }, 'no checkpoint of the audit trail can be written');
      this.failing = true;
    }
  }
}

/** The line that hands the file over to the present key; none where it signed the line before. */
function introduction([key, ...replaced]: [SigningKey, ...SigningKey[]], before: string | null, at: string): KeyLine[] {
  if (before === key.fingerprint) return [];
  const previous = replaced.find(({ fingerprint }) => fingerprint === before) ?? null;
  if (before !== null && !previous) {
    throw new Error(`The checkpoint file was last signed by the key ${before}, which has to stand behind the new one.`);
  }
  return [signedKey(key, previous, at)];
}

function pemOf({ privateKey }: SigningKey): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

const STANDING = `
  SELECT (SELECT jsonb_build_object('sequence', sequence, 'hash', hash)
            FROM audit_chain ORDER BY sequence DESC LIMIT 1) AS head,
         (SELECT hash FROM audit_chain WHERE sequence = $1) AS "hashAtLast",
         coalesce((SELECT extract(epoch FROM clock_timestamp() - sealed_at)::float8
                     FROM audit_chain WHERE sequence > $1 ORDER BY sequence LIMIT 1), 0) AS "waitingSeconds",
         clock_timestamp() AS now`;
