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
  return destination ? pino(options, destination) : pino(options);
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
