import { setTimeout as wait } from 'node:timers/promises';

const ATTEMPTS = 4;
const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';

/** Runs a transaction again, up to three times, when the database broke it off only because of another one. */
export async function retryingConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
      await wait(attempt * 10 + Math.random() * 20);
    }
  }
}

function isConflict(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === DEADLOCK || code === SERIALIZATION_FAILURE;
}

/** The SQLSTATE of a database error, or a system code such as ECONNREFUSED; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}
