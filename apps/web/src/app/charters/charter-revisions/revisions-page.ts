import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ChangeRequest, CharterDifference } from '@sightline/contracts';
import { Chip, Empty, Failure, MomentPipe, RecordHeader, Skeleton, type RecordState } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { keptValue } from '../kept-value';
import { FieldDifference } from './field-difference';

interface Change {
  readonly id: string;
  readonly heading: string;
  readonly state: RecordState | null;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly proposal: string | null;
  readonly changed: readonly CharterDifference[];
}

/** What changed from one revision to the next, field by field; what is only asked for stands first. */
@Component({
  selector: 'app-revisions-page',
  imports: [Chip, Empty, Failure, FieldDifference, MomentPipe, RecordHeader, RouterLink, Skeleton, TranslocoPipe],
  templateUrl: './revisions-page.html',
})
export class RevisionsPage {
  private readonly api = inject(ChartersApi);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  readonly code = input.required<string>();

  protected readonly resource = this.api.revisions(() => this.code());
  private readonly revisions = keptValue(this.resource);
  private readonly requests = keptValue(this.api.changeRequests(() => this.code()));
  private readonly charter = keptValue(this.api.charter(() => this.code()));

  protected readonly heading = computed(() => this.charter()?.title ?? this.code());
  protected readonly crumbs = computed(() => [
    { label: this.words.say('shell.charters'), link: '/charters' },
    { label: this.code(), link: ['/charters', this.code()] },
  ]);
  protected readonly changes = computed<Change[] | null>(() => {
    const revisions = this.revisions()?.items;
    if (!revisions) return null;
    const asked = (this.requests()?.items ?? [])
      .filter(({ status }) => status !== 'approved')
      .map((one) => this.asked(one));
    const made = revisions.map(({ number, approved, createdAt, createdBy, reason, changed }) => ({
      id: `revision-${number}`,
      heading: this.words.say('charters.revisionTitle', { n: number }),
      state: approved ? ('approved' as const) : null,
      at: createdAt,
      by: createdBy?.name ?? null,
      reason: this.reasonOf(reason),
      proposal: null,
      changed,
    }));
    return [...asked, ...made];
  });

  private asked({ number, status, createdAt, createdBy, reason, proposal, changed }: ChangeRequest): Change {
    return {
      id: `request-${number}`,
      heading: this.words.say('charters.request.number', { n: number }),
      state: status,
      at: createdAt,
      by: createdBy?.name ?? null,
      reason,
      proposal: proposal?.code ?? null,
      changed,
    };
  }

  /** A change made while the board decided gives the fields as its reason; those are shown anyway. */
  private reasonOf(reason: string | null): string | null {
    const fields = /^[a-zA-Z]+(, [a-zA-Z]+)*$/;
    return reason && !fields.test(reason) ? reason : null;
  }
}
