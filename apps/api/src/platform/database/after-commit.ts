import type { EntityManager } from 'typeorm';

const waiting = new WeakMap<EntityManager, (() => void)[]>();

/** Remembers something that may only happen once the transaction is committed, such as forgetting a cached session. */
export function afterCommit(tx: EntityManager, work: () => void): void {
  const works = waiting.get(tx) ?? [];
  works.push(work);
  waiting.set(tx, works);
}

/** Called by the unit of work once its transaction is committed. */
export function runAfterCommit(tx: EntityManager): void {
  for (const work of waiting.get(tx) ?? []) work();
  waiting.delete(tx);
}
