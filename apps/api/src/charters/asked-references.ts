import type { EntityManager } from 'typeorm';
import type { Statement, StatementAnswer } from '../platform/database/together';
import {
  type AskedReference,
  type FoundReference,
  lookUpOf,
  resolveAll,
  resolvedBy,
  type Referenced,
  type Resolved,
} from '../platform/records/resolve-reference';
import { refuseTwice } from './named-lists';

const NOT_RESOLVED: Resolved = { id: '', revision: null };

/**
 * Every reference of a request, resolved by one statement. Whoever asks gets a function that answers once `resolve` has
 * run; a list that names a record twice is refused (400) when it is read.
 */
export class AskedReferences {
  private readonly asked: AskedReference[] = [];
  private resolved: Resolved[] = [];
  private found: readonly FoundReference[] | null = null;

  one(type: Referenced, reference: string, pointer: string): () => string {
    const at = this.asked.push({ type, reference, pointer }) - 1;
    return () => (this.resolved[at] ?? NOT_RESOLVED).id;
  }

  list<T>(
    type: Referenced,
    items: readonly T[],
    { reference, pointer }: { reference: (item: T) => string; pointer: (at: number) => string },
  ): () => (Resolved & { item: T })[] {
    const first = this.asked.length;
    this.asked.push(...items.map((item, at) => ({ type, reference: reference(item), pointer: pointer(at) })));
    return () => {
      const found = items.map((item, at) => ({ item, ...(this.resolved[first + at] ?? NOT_RESOLVED) }));
      refuseTwice(
        found.map(({ id }) => id),
        pointer,
      );
      return found;
    };
  }

  /** The look-up, to be sent with the begin of the transaction: none, or one whose answer `take` wants. */
  statements(): Statement[] {
    const statement = lookUpOf(this.asked);
    return statement ? [statement] : [];
  }

  take(answer: StatementAnswer | undefined): void {
    this.found = (answer?.rows as FoundReference[] | undefined) ?? null;
  }

  async resolve(tx: EntityManager): Promise<void> {
    this.resolved = this.found ? resolvedBy(this.asked, this.found) : await resolveAll(tx, this.asked);
  }
}
