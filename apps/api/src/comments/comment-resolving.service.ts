import type { CommentThread, MentionsSeen, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { auditOf, findThread, lockThread } from './comment-thread';
import { readThread } from './comment.query';

/** What becomes of a thread: settled, taken up again, seen by whom it calls. */
@Injectable()
export class CommentResolving {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /**
   * Settles a thread, or takes it up again. 412 when something was answered since it was read: nobody settles what they
   * have not read. 409 when it stands so already.
   */
  settle(id: string, version: number, resolved: boolean, by: SignedInUser): Promise<CommentThread> {
    return this.unitOfWork.write(async (tx) => {
      const thread = await lockThread(tx, id, by);
      demand(by, 'comment.resolve', { own: by.id === thread.author || by.id === thread.answerable });
      if (thread.id !== id) throw Problems.rule('comment-one-level');
      requireVersion(version, thread.version);
      if (thread.resolved && resolved) throw Problems.rule('comment-resolved');
      if (!thread.resolved && !resolved) throw Problems.rule('comment-open');
      await tx.query(SETTLE, [id, resolved, by.id]);
      await this.auditTrail.record(tx, {
        ...auditOf(thread, id),
        action: resolved ? 'comment.resolved' : 'comment.reopened',
        before: { resolved: !resolved },
        after: { resolved },
      });
      return readThread(tx, id);
    });
  }

  /** Counts every call of the reader in this thread as seen. Only the reader is told, so the trail is not. */
  see(id: string, by: SignedInUser): Promise<MentionsSeen> {
    return this.unitOfWork.write(async (tx) => {
      const thread = await findThread(tx, id, by);
      const [, seen] = await tx.query<[unknown, number]>(SEEN, [thread.id, by.id]);
      return { seen };
    });
  }
}

const SETTLE = `
  UPDATE comment SET resolved_at = CASE WHEN $2 THEN now() END, resolved_by = CASE WHEN $2 THEN $3::uuid END,
         version = version + 1, updated_at = now()
   WHERE id = $1`;
const SEEN = `
  UPDATE comment_mention m SET seen_at = now() FROM comment c
   WHERE c.id = m.comment_id AND coalesce(c.root_id, c.id) = $1 AND m.person_id = $2 AND m.seen_at IS NULL`;
