import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import { Configured } from '../config/config.token';
import { Logged } from '../logging/logger.token';
import { Problems } from '../problems/problem';
import type { DocumentFormat, PrintedDocument } from './document';
import type { WriteAnswer, WriteOrder } from './document-writer.worker';

/** Documents that wait for their turn; whoever comes then is asked to come again. */
const WAITING_MAX = 8;
const RETRY_AFTER_S = 30;
/** One document, in milliseconds; 200 pages take a few seconds on a quiet machine. */
const TIME_MAX_MS = 120_000;
/** Megabytes of one document; beyond, the thread ends and the server does not. */
const MEMORY_MAX_MB = 768;
/** The thread is kept for the next document for so long: its fonts are open. */
const IDLE_MS = 20_000;

/**
 * Writes documents in a thread of its own, one after the other: no request waits because somebody prints. The thread and
 * all it needs are loaded for the first document and given back soon after the last.
 */
@Injectable()
export class Documents implements OnModuleDestroy {
  private worker: Worker | null = null;
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();
  private leaving: NodeJS.Timeout | undefined;

  constructor(
    @Configured() private readonly config: Config,
    @Logged() private readonly logger: Logger,
  ) {}

  /** 503 while too many wait, and for a document that takes longer or more memory than one may. */
  write(format: DocumentFormat, document: PrintedDocument): Promise<Buffer> {
    if (this.waiting >= WAITING_MAX) throw Problems.unavailable(RETRY_AFTER_S);
    this.waiting += 1;
    const written = this.last.then(() => this.writeNow({ format, document })).finally(() => (this.waiting -= 1));
    this.last = written.catch(() => undefined);
    return written;
  }

  async onModuleDestroy(): Promise<void> {
    await this.leave();
  }

  private async writeNow(order: WriteOrder): Promise<Buffer> {
    clearTimeout(this.leaving);
    const worker = (this.worker ??= this.start());
    try {
      const answer = await answerOf(worker, order);
      if ('failed' in answer) throw new Error(`A document was not written: ${answer.failed}`);
      return Buffer.from(answer.bytes);
    } catch (error) {
      await this.leave();
      if (!(error instanceof OutOfBounds)) throw error;
      this.logger.error({ format: order.format, title: order.document.title, why: error.message }, 'document given up');
      throw Problems.unavailable(RETRY_AFTER_S);
    } finally {
      this.leaving = setTimeout(() => void this.leave(), IDLE_MS).unref();
    }
  }

  private start(): Worker {
    const worker = new Worker(this.script(), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
      // It needs no secret of the server.
      env: {},
    });
    worker.unref();
    // What goes wrong is told to whoever waits; between documents the next one starts anew.
    worker.on('error', () => (this.worker = null));
    return worker;
  }

  /** Beside the built server; from sources it has to be named. */
  private script(): string {
    const beside = fileURLToPath(new URL('platform/documents/document-writer.worker.js', import.meta.url));
    const script = this.config.documentWriter ?? beside;
    if (!existsSync(script)) throw new Error(`There is nothing that writes documents: ${script}`);
    return script;
  }

  private async leave(): Promise<void> {
    clearTimeout(this.leaving);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}

/** A document that is larger than one may be. */
class OutOfBounds extends Error {}

/** One order and its answer; a thread that is too slow, or that ends for want of memory, is out of bounds. */
function answerOf(worker: Worker, order: WriteOrder): Promise<WriteAnswer> {
  return new Promise((done, fail) => {
    const given = setTimeout(() => fail(new OutOfBounds(`longer than ${TIME_MAX_MS} ms`)), TIME_MAX_MS);
    const settled = (end: () => void): void => {
      clearTimeout(given);
      worker.removeListener('message', answered).removeListener('error', failed).removeListener('exit', exited);
      end();
    };
    const answered = (answer: WriteAnswer): void => settled(() => done(answer));
    const failed = (error: Error & { code?: string }): void =>
      settled(() => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfBounds(error.message) : error));
    const exited = (): void => settled(() => fail(new OutOfBounds('the thread has ended')));
    worker.on('message', answered).on('error', failed).on('exit', exited);
    worker.postMessage(order);
  });
}
