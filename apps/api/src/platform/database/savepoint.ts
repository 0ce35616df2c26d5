import type { EntityManager } from 'typeorm';
import { dropWaiting, sendNow } from './transaction';

const SET = { name: 'savepoint', text: 'SAVEPOINT part' };
const KEEP = { name: 'savepoint-release', text: 'RELEASE SAVEPOINT part' };
const TAKE_BACK = { name: 'savepoint-rollback', text: 'ROLLBACK TO SAVEPOINT part' };

/** A part of a transaction that is kept or taken back alone; parts may lie within parts. */
export interface Savepoint {
  keep(): Promise<void>;
  takeBack(): Promise<void>;
}

/** The only way to set one: the audit events of a part that is taken back, which wait for the commit, go with it. */
export async function savepoint(tx: EntityManager): Promise<Savepoint> {
  await sendNow(tx, [SET]);
  return {
    keep: () => sendNow(tx, [KEEP]),
    takeBack: async () => {
      dropWaiting(tx);
      await sendNow(tx, [TAKE_BACK, KEEP]);
    },
  };
}
