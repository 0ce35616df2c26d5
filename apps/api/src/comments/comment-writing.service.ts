import type { Comment, CommentText, CommentThread, NewComment, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { auditOf, commentOf, lockThread, type StandingThread } from './comment-thread';
import { callPeople } from './comment-mentions';
import { openRecord } from './comment-places';
import { readThread } from './comment.query';

/** What people say: beginning a thread, answering in it, and what becomes of one's own words. */
@Injectable()
export class CommentWriting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** 403 where the chapter is not open to the writer, 404 where nothing of the record is. */
  begin(request: NewComment, by: SignedInUser): Promise<CommentThread> {
    return this.unitOfWork.write(async (tx) => {
      const { recordType, chapter = null, anchor = null, text, mentions = [] } = request;
      requirePlace(request);
      const { id: recordId, chapters } = await openRecord(tx, by, recordType, request.record);
      demand(by, 'comment.write', { linked: chapters === null || (chapter !== null && chapters.includes(chapter)) });
      const principle = request.principle ? await principleIn(tx, recordId, request) : null;
      const [row] = await tx.query<[{ id: string }]>(BEGIN, [
        ...[recordType, recordId, chapter, principle, text, by.id],
        ...[anchor?.quote ?? null, anchor?.before ?? null, anchor?.after ?? null, anchor?.block ?? null],
      ]);
      await callPeople(tx, row.id, mentions, { recordType, recordId, chapter });
      const thread = await readThread(tx, row.id);
      await this.auditTrail.record(tx, {
        ...auditOf(thread, thread.id),
        action: 'comment.written',
        after: { text, chapter, principle: thread.principle?.code ?? null, quote: anchor?.quote ?? null, mentions },
        personal: anchor ? ['/text', '/quote'] : ['/text'],
      });
      return thread;
    });
  }

  /** 409 `comment-thread-resolved` when somebody resolved it first. */
  reply(threadId: string, { text, mentions = [] }: CommentText, by: SignedInUser): Promise<Comment> {
    return this.unitOfWork.write(async (tx) => {
      const thread = await lockThread(tx, threadId, by);
      demand(by, 'comment.write', { linked: true });
      if (thread.id !== threadId) throw Problems.rule('comment-one-level');
      if (thread.resolved) throw Problems.rule('comment-thread-resolved');
      const [row] = await tx.query<[{ id: string }]>(REPLY, [thread.id, text, by.id]);
      await tx.query(STIRRED, [thread.id]);
      return this.written(tx, thread, row.id, { text, mentions }, { action: 'comment.replied' });
    });
  }

  /** One's own words, while the thread is open. */
  edit(id: string, version: number, { text, mentions = [] }: CommentText, by: SignedInUser): Promise<Comment> {
    return this.unitOfWork.write(async (tx) => {
      const { thread, before } = await this.own(tx, id, version, by);
      if (thread.resolved) throw Problems.rule('comment-thread-resolved');
      await tx.query(EDIT, [id, text]);
      return this.written(tx, thread, id, { text, mentions }, { action: 'comment.edited', before });
    });
  }

  /** Takes one's own words back; that there were some stays to be seen, and what they were stays in the audit trail. */
  withdraw(id: string, version: number, by: SignedInUser): Promise<Comment> {
    return this.unitOfWork.write(async (tx) => {
      const { thread, before } = await this.own(tx, id, version, by);
      await tx.query(WITHDRAW, [id]);
      await tx.query('DELETE FROM comment_mention WHERE comment_id = $1', [id]);
      await this.auditTrail.record(tx, {
        ...auditOf(thread, id),
        action: 'comment.withdrawn',
        before: { text: before },
        personal: ['/text'],
      });
      return commentOf(tx, id);
    });
  }

  private async own(
    tx: EntityManager,
    id: string,
    version: number,
    by: SignedInUser,
  ): Promise<{ thread: StandingThread; before: string }> {
    const thread = await lockThread(tx, id, by);
    const [row] = await tx.query<OwnRow[]>(OWN, [id]);
    if (!row) throw Problems.notFound('comment');
    demand(by, 'comment.edit', { own: row.author === by.id });
    requireVersion(version, row.version);
    if (row.withdrawn) throw Problems.frozen('comment-withdrawn');
    return { thread, before: row.text };
  }

  private async written(
    tx: EntityManager,
    thread: StandingThread,
    id: string,
    { text, mentions }: Required<CommentText>,
    { action, before }: { action: string; before?: string },
  ): Promise<Comment> {
    await callPeople(tx, id, mentions, thread);
    await this.auditTrail.record(tx, {
      ...auditOf(thread, id),
      action,
      ...(before !== undefined && { before: { text: before } }),
      after: { text, mentions },
      personal: ['/text'],
    });
    return commentOf(tx, id);
  }
}

/** A quote stands in a chapter, and only the strategy has chapters. */
function requirePlace({ recordType, chapter, anchor }: NewComment): void {
  if (chapter && recordType !== 'strategy_version')
    throw Problems.invalid([{ pointer: '/chapter', code: 'without-chapters' }]);
  if (anchor && !chapter) throw Problems.invalid([{ pointer: '/chapter', code: 'quote-without-chapter' }]);
}

/** The principle has to stand in that version. */
async function principleIn(tx: EntityManager, versionId: string, request: NewComment): Promise<string> {
  const id = await resolveReference(tx, 'principle', request.principle ?? '', '/principle');
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM principle_revision WHERE strategy_version_id = $1 AND principle_id = $2',
    [versionId, id],
  );
  if (rows.length === 0 || request.chapter !== 'principles')
    throw Problems.invalid([
      { pointer: '/principle', code: 'unknown-reference', params: { reference: request.principle } },
    ]);
  return id;
}

interface OwnRow {
  author: string;
  version: number;
  text: string;
  withdrawn: boolean;
}

const BEGIN = `
  INSERT INTO comment (record_type, record_id, chapter, principle_id, text, created_by, quote, quote_before, quote_after, quote_block)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`;
const REPLY = 'INSERT INTO comment (root_id, text, created_by) VALUES ($1, $2, $3) RETURNING id';
/** Whoever resolves has to have read what was answered last. */
const STIRRED = 'UPDATE comment SET version = version + 1, updated_at = now() WHERE id = $1';
const OWN = `SELECT created_by AS author, version, text, withdrawn_at IS NOT NULL AS withdrawn FROM comment WHERE id = $1 FOR UPDATE`;
const EDIT = 'UPDATE comment SET text = $2, edited_at = now(), version = version + 1, updated_at = now() WHERE id = $1';
const WITHDRAW = `UPDATE comment SET text = '', withdrawn_at = now(), version = version + 1, updated_at = now() WHERE id = $1`;
