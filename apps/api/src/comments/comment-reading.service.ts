import type { CommentThread, Mention, Mentionable, Page, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listOf } from '../platform/lists/list';
import type { PageRequest } from '../platform/lists/list-request';
import { instant, wordedOf } from '../platform/records/json-sql';
import { openRecord, readersAmong } from './comment-places';
import { findThread } from './comment-thread';
import { authorOf, readThread, recordOf, STANDS, THREAD_JSON } from './comment.query';
import type { CommentListRequest, MentionableRequest } from './comments.requests';

/** People offered for a mention at once. */
const OFFERED_MAX = 8;

/** What has been said, as far as the reader may see it. */
@Injectable()
export class CommentReading {
  constructor(private readonly db: DataSource) {}

  async list(request: CommentListRequest, reader: SignedInUser): Promise<Page<CommentThread>> {
    const { recordType, record, state, page, pageSize } = request;
    const { id, chapters } = await openRecord(this.db, reader, recordType, record);
    return listOf(
      this.db,
      { page, pageSize },
      {
        from: 'comment c',
        alias: 'c',
        item: THREAD_JSON,
        where: [
          'c.root_id IS NULL AND c.record_type = $1 AND c.record_id = $2',
          STANDS,
          `($3::text IS NULL OR (c.resolved_at IS NOT NULL) = ($3::text = 'resolved'))`,
          '($4::text[] IS NULL OR c.chapter = ANY($4::text[]))',
        ],
        params: [recordType, id, state ?? null, chapters],
        sort: { createdAt: 'c.created_at' },
        defaultSort: 'createdAt',
      },
    );
  }

  async thread(id: string, reader: SignedInUser): Promise<CommentThread> {
    return readThread(this.db, (await findThread(this.db, id, reader)).id);
  }

  /** What calls the reader, where they may still read it; unseen first. */
  mentions({ page, pageSize }: PageRequest, reader: SignedInUser): Promise<Page<Mention>> {
    return this.called(reader, { page, pageSize });
  }

  /** What calls the reader and has not been looked at, newest first. */
  async unseen(reader: SignedInUser, most: number): Promise<Mention[]> {
    return (await this.called(reader, { page: 1, pageSize: most }, 'm.seen_at IS NULL')).items;
  }

  private called(reader: SignedInUser, request: PageRequest, also?: string): Promise<Page<Mention>> {
    return listOf(this.db, request, {
      from: MENTIONS,
      alias: 'm',
      item: MENTION_JSON,
      joins: 'JOIN comment s ON s.id = m.comment_id JOIN comment c ON c.id = coalesce(s.root_id, s.id)',
      where: ['m.person_id = $1', SEEN_BY_READER, also],
      params: [reader.id, reader.kind === 'external', reader.partyId],
      sort: { newest: '(m.seen_at IS NOT NULL, -extract(epoch FROM m.at))' },
      defaultSort: 'newest',
    });
  }

  /** Whom a comment in this place can call. An outsider is offered those who spoke there, not everybody in the company. */
  async mentionable(request: MentionableRequest, reader: SignedInUser): Promise<Mentionable> {
    const { recordType, chapter = null, q = '' } = request;
    const { id: recordId, chapters } = await openRecord(this.db, reader, recordType, request.record);
    if (chapters !== null && (chapter === null || !chapters.includes(chapter))) return { items: [] };
    const place = { recordType, recordId, chapter };
    const among = chapters === null && reader.kind === 'internal' ? null : await this.speakers(place);
    const readers = await readersAmong(this.db, among, place, q);
    const others = readers.filter(({ id }) => id !== reader.id).slice(0, OFFERED_MAX);
    return { items: others.map(({ id, name, detail }) => ({ id, code: null, name, detail })) };
  }

  private async speakers({ recordType, recordId, chapter }: Parameters<typeof readersAmong>[2]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(SPEAKERS, [recordType, recordId, chapter]);
    return rows.map(({ id }) => id);
  }
}

const MENTIONS = `(SELECT n.comment_id AS id, n.comment_id, n.person_id, n.seen_at, s.created_at AS at,
    r.record_type, r.record_id, r.chapter
  FROM comment_mention n JOIN comment s ON s.id = n.comment_id JOIN comment r ON r.id = coalesce(s.root_id, s.id)
 WHERE s.withdrawn_at IS NULL) m`;
/** $2 says whether the reader is an outsider, $3 is their party. */
const SEEN_BY_READER = `(NOT $2::boolean
  OR (m.record_type = 'strategy_version' AND EXISTS (SELECT 1 FROM opened_chapter o
        WHERE o.person_id = m.person_id AND o.strategy_version_id = m.record_id AND o.chapter = m.chapter))
  OR (m.record_type = 'charter' AND EXISTS (SELECT 1 FROM charter_party l WHERE l.charter_id = m.record_id AND l.party_id = $3::uuid)))`;
const MENTION_JSON = `jsonb_build_object('id', s.id, 'thread', c.id, 'recordType', c.record_type, 'record', ${recordOf('c')},
  'chapter', c.chapter, 'principle', ${wordedOf('principle', 'c.principle_id')}, 'by', ${authorOf('s.created_by')},
  'text', s.text, 'at', ${instant('s.created_at')}, 'seenAt', ${instant('m.seen_at')})`;
const SPEAKERS = `
  SELECT s.created_by AS id FROM comment s JOIN comment c ON c.id = coalesce(s.root_id, s.id)
   WHERE c.record_type = $1 AND c.record_id = $2 AND c.chapter IS NOT DISTINCT FROM $3::text
   UNION
  SELECT o.created_by FROM section_opening o WHERE $1 = 'strategy_version' AND o.strategy_version_id = $2 AND o.chapter = $3`;
