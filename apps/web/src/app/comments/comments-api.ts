import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Chapter,
  Comment,
  CommentText,
  CommentThread,
  Mentionable,
  MentionsSeen,
  NewComment,
  Page,
  SectionOpening,
  SectionOpeningChange,
  SectionOpenings,
} from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl } from '../platform/api/api-url';

/** The record that is talked about. */
export type CommentedRecord = Pick<NewComment, 'recordType' | 'record'>;

const PAGE = 200;

/** What the site asks the server about comments, and about chapters that are open to outsiders. */
@Injectable({ providedIn: 'root' })
export class CommentsApi {
  private readonly api = inject(Api);

  /** Every thread of a record, oldest first. */
  async threads({ recordType, record }: CommentedRecord): Promise<CommentThread[]> {
    const found: CommentThread[] = [];
    for (let page = 1; ; page++) {
      const query = { recordType, record, page, pageSize: PAGE };
      const { items, total } = await this.api.get<Page<CommentThread>>('/comments', query);
      found.push(...items);
      if (items.length === 0 || found.length >= total) return found;
    }
  }

  begin(comment: NewComment, key: string): Promise<CommentThread> {
    return this.api.post('/comments', comment, key);
  }

  reply(thread: string, text: CommentText, key: string): Promise<Comment> {
    return this.api.post(`/comments/${thread}/replies`, text, key);
  }

  edit({ id, version }: Comment, text: CommentText): Promise<Comment> {
    return this.api.patch(`/comments/${id}`, text, version);
  }

  withdraw({ id, version }: Comment): Promise<Comment> {
    return this.api.delete(`/comments/${id}`, version);
  }

  settle({ id, version }: CommentThread, resolved: boolean): Promise<CommentThread> {
    return this.api.postTo(`/comments/${id}/${resolved ? 'resolve' : 'reopen'}`, {}, version);
  }

  see(id: string): Promise<MentionsSeen> {
    return this.api.post(`/comments/${id}/seen`);
  }

  async mentionable(on: CommentedRecord, chapter: Chapter | null, q: string): Promise<Mentionable['items']> {
    const query = { recordType: on.recordType, record: on.record, ...(chapter && { chapter }), q };
    return (await this.api.get<Mentionable>('/comments/mentionable', query)).items;
  }

  /** What is open on another version; nothing without one. */
  earlier(n: () => number | null): HttpResourceRef<Page<CommentThread> | undefined> {
    return httpResource<Page<CommentThread>>(() => {
      const record = n();
      if (record === null) return undefined;
      return apiUrl('/comments', {
        recordType: 'strategy_version',
        record: String(record),
        state: 'open',
        pageSize: PAGE,
      });
    });
  }

  /** To whom outside each chapter of a version is open. */
  openings(n: () => number | undefined): HttpResourceRef<SectionOpenings | undefined> {
    return httpResource<SectionOpenings>(() => {
      const number = n();
      return number === undefined ? undefined : apiUrl(`/strategy/versions/${number}/openings`);
    });
  }

  open(n: number, { chapter, version }: SectionOpening, to: SectionOpeningChange): Promise<SectionOpening> {
    return this.api.put(`/strategy/versions/${n}/sections/${chapter}/openings`, to, version);
  }
}
