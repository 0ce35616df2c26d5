import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What must never be read in a log, wherever it turns up. */
const SECRETS = ['password', 'token', 'link', 'authorization', 'cookie', 'csrfToken', 'databaseUrl', 'ownerUrl'];

/** Structured logs on standard output, one JSON object per line. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]), censor: '[secret]' },
  };
  return pino(options, destination ?? standardOutput());
}

const BATCH_BYTES = 4_096;
const BATCH_MS = 100;
let output: ReturnType<typeof pino.destination> | undefined;

/**
 * Standard output, some lines at once and none later than a tenth of a second: a write for every answer is a large part
 * of what a short answer costs. What is fatal goes out at once, and the rest when the process ends.
 */
function standardOutput(): DestinationStream {
  if (output) return output;
  const stream = pino.destination({ dest: 1, sync: true, minLength: BATCH_BYTES, periodicFlush: BATCH_MS });
  process.on('exit', () => stream.flushSync());
  return (output = stream);
}

/** Lets the framework write into the same log. */
export function nestLogger(logger: Logger): LoggerService {
  const text = (message: unknown): string => (message instanceof Error ? message.message : String(message));
  return {
    log: (message: unknown, context?: unknown) => logger.debug({ context }, text(message)),
    debug: (message: unknown, context?: unknown) => logger.debug({ context }, text(message)),
    verbose: (message: unknown, context?: unknown) => logger.trace({ context }, text(message)),
    warn: (message: unknown, context?: unknown) => logger.warn({ context }, text(message)),
    error: (message: unknown, stack?: unknown) =>
      logger.error(message instanceof Error ? { err: message } : { stack }, text(message)),
    fatal: (message: unknown) => logger.fatal(text(message)),
  };
}
