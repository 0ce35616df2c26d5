import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type {
  Alignment,
  AuditEvent,
  ChangeRequest,
  Charter,
  CharterRevisionSummary,
  CharterSummary,
  GateAnswer,
  GateTransition,
  Inbox,
  Milestone,
  NewChangeRequest,
  NewCharter,
  NewMilestone,
  Page,
  Proposal,
  Requirement,
} from '@sightline/contracts';
import { PAGE_SIZE_MAX } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl } from '../platform/api/api-url';
import { Words } from '../platform/words/words';

/** Lists that no charter fills beyond one page. */
const WHOLE = { pageSize: PAGE_SIZE_MAX };

/** The steps a charter takes without a decision of the board. */
export type CharterStep = 'withdraw' | 'start' | 'pause' | 'resume';

/** What the site asks the server about charters. */
@Injectable({ providedIn: 'root' })
export class ChartersApi {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  list(query: () => Record<string, string | number>): HttpResourceRef<Page<CharterSummary> | undefined> {
    return httpResource<Page<CharterSummary>>(() => apiUrl('/charters', query()));
  }

  /** How many charters a filter leaves, whatever the list shows. */
  count(filter: Record<string, string | boolean>): HttpResourceRef<Page<CharterSummary> | undefined> {
    return httpResource<Page<CharterSummary>>(() => apiUrl('/charters', { ...filter, pageSize: 1 }));
  }

  /** The reader's own charters with how many checks block each. */
  inbox(wanted: () => boolean): HttpResourceRef<Inbox | undefined> {
    return httpResource<Inbox>(() => (wanted() ? apiUrl('/inbox') : undefined));
  }

  charter(code: () => string): HttpResourceRef<Charter | undefined> {
    return httpResource<Charter>(() => apiUrl(at(code())));
  }

  /** Asked anew whenever the charter has another version. */
  alignment(charter: () => Pick<Charter, 'code' | 'version'>): HttpResourceRef<Alignment | undefined> {
    const asked = computed(charter, { equal: (a, b) => a.code === b.code && a.version === b.version });
    return httpResource<Alignment>(() => apiUrl(`${at(asked().code)}/alignment`));
  }

  /** Asked anew whenever the charter has another version, and in the language the reader speaks now. */
  gate(
    asked: () => { code: string; version: number; transition: GateTransition } | null,
  ): HttpResourceRef<GateAnswer | undefined> {
    return httpResource<GateAnswer>(() => {
      const wanted = asked();
      this.words.language();
      return wanted ? apiUrl(`${at(wanted.code)}/gate`, { for: wanted.transition }) : undefined;
    });
  }

  revisions(code: () => string): HttpResourceRef<Page<CharterRevisionSummary> | undefined> {
    return httpResource<Page<CharterRevisionSummary>>(() => apiUrl(`${at(code())}/revisions`, WHOLE));
  }

  changeRequests(code: () => string): HttpResourceRef<Page<ChangeRequest> | undefined> {
    return httpResource<Page<ChangeRequest>>(() => apiUrl(`${at(code())}/change-requests`, WHOLE));
  }

  /** What was done to a charter, newest first, for those who may read the audit trail. */
  history(asked: () => { code: string; version: number } | null): HttpResourceRef<Page<AuditEvent> | undefined> {
    return httpResource<Page<AuditEvent>>(() => {
      const wanted = asked();
      return wanted ? apiUrl('/audit', { record: wanted.code, pageSize: 8 }) : undefined;
    });
  }

  proposal(code: () => string | null): HttpResourceRef<Proposal | undefined> {
    return httpResource<Proposal>(() => {
      const wanted = code();
      return wanted ? apiUrl(`/proposals/${wanted}`) : undefined;
    });
  }

  read(code: string): Promise<Charter> {
    return this.api.get(at(code));
  }

  create(charter: NewCharter, key: string): Promise<Charter> {
    return this.api.post('/charters', charter, key);
  }

  /** Changes the charter itself: `list` empty for its own fields, or what of it is replaced as a whole. */
  save(charter: Charter, list: string, body: object): Promise<Charter> {
    const path = at(charter.code);
    return list === ''
      ? this.api.patch(path, body, charter.version)
      : this.api.put(`${path}/${list}`, body, charter.version);
  }

  submit(charter: Charter): Promise<{ charter: Charter; proposal: { id: string; code: string } }> {
    return this.api.postTo(`${at(charter.code)}/submit`, {}, charter.version);
  }

  step(charter: Charter, step: CharterStep): Promise<Charter> {
    return this.api.postTo(`${at(charter.code)}/${step}`, {}, charter.version);
  }

  /** Settles what changed elsewhere, with how the charter still holds. */
  reaffirm(charter: Charter, note: string): Promise<Charter> {
    return this.api.postTo(`${at(charter.code)}/reaffirm`, { note }, charter.version);
  }

  requestChange(charter: Charter, change: NewChangeRequest): Promise<ChangeRequest> {
    return this.api.postTo(`${at(charter.code)}/change-requests`, change, charter.version);
  }

  stateRequirement(code: string, requirement: { constituency: string; text: string }): Promise<Requirement> {
    return this.api.post(`${at(code)}/requirements`, requirement);
  }

  answer(code: string, { id, version }: Requirement, answer: string | null): Promise<Requirement> {
    return this.api.patch(`${at(code)}/requirements/${id}`, { answer }, version);
  }

  addMilestone(code: string, milestone: NewMilestone): Promise<Milestone> {
    return this.api.post(`${at(code)}/milestones`, milestone);
  }

  changeMilestone(code: string, { id, version }: Milestone, changes: Partial<NewMilestone>): Promise<Milestone> {
    return this.api.patch(`${at(code)}/milestones/${id}`, changes, version);
  }

  archiveMilestone(code: string, { id, version }: Milestone): Promise<Milestone> {
    return this.api.postTo(`${at(code)}/milestones/${id}/archive`, {}, version);
  }
}

const at = (code: string): string => `/charters/${encodeURIComponent(code)}`;
