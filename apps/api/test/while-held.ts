import type { DataSource } from 'typeorm';

const LOOKS_AGAIN_MS = 20;
const GIVES_UP_AFTER_MS = 10_000;

/**
 * Makes a race: holds a lock until every request waits for it, then lets all of them go. `lock` is a statement that
 * locks, such as `SELECT 1 FROM charter FOR UPDATE`; `atOnce` is how many can wait, where the API has fewer connections
 * than there are requests.
 */
export async function whileHeld<T>(
  owner: DataSource,
  lock: string,
  send: () => Promise<T>[],
  atOnce = Infinity,
): Promise<T[]> {
  const holder = owner.createQueryRunner();
  await holder.startTransaction();
  try {
    await holder.query(lock);
    const requests = send();
    await untilWaiting(owner, Math.min(requests.length, atOnce));
    await holder.commitTransaction();
    return await Promise.all(requests);
  } finally {
    if (holder.isTransactionActive) await holder.rollbackTransaction();
    await holder.release();
  }
}

async function untilWaiting(owner: DataSource, wanted: number): Promise<void> {
  for (const start = Date.now(); Date.now() - start < GIVES_UP_AFTER_MS;) {
    const [row] = await owner.query<{ n: number }[]>(
      `SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE NOT l.granted AND a.datname = current_database()`,
    );
    if ((row?.n ?? 0) >= wanted) return;
    await new Promise((done) => setTimeout(done, LOOKS_AGAIN_MS));
  }
  throw new Error(`Fewer than ${wanted} requests ever waited for the lock.`);
}
