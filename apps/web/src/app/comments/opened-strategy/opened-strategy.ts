import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Mention, OpenedStrategy as Opened, Page } from '@sightline/contracts';
import { PRINCIPLE_TEXTS } from '@sightline/contracts';
import { Chip, Empty, Failure, MarkdownView, PageHeader, Skeleton } from '@sightline/ui';
import { apiUrl } from '../../platform/api/api-url';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { CommentCount } from '../comment-count';
import { CommentMargin } from '../comment-margin';
import { CommentStore } from '../comment-store';
import { Commentable } from '../commentable';
import { MentionList } from '../mention-list';

/** The chapters of the strategy that are open to somebody from outside, with what is said about them; nothing else. */
@Component({
  selector: 'app-opened-strategy',
  imports: [
    Chip,
    CommentCount,
    CommentMargin,
    Commentable,
    Empty,
    Failure,
    MarkdownView,
    MentionList,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  providers: [CommentStore],
  templateUrl: './opened-strategy.html',
  styleUrl: './opened-strategy.css',
})
export class OpenedStrategy {
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  /** Number of the version, and id of a comment, from the address. */
  readonly version = input<string>();
  readonly comment = input<string>();

  protected readonly opened = httpResource<Opened>(() => apiUrl('/opened-strategy'));
  private readonly called = httpResource<Page<Mention>>(() => apiUrl('/comments/mentions', { pageSize: 20 }));
  protected readonly versions = computed(() => (this.opened.hasValue() ? this.opened.value().items : []));
  protected readonly shown = computed(
    () => this.versions().find(({ number }) => String(number) === this.version()) ?? this.versions()[0] ?? null,
  );
  protected readonly chapters = computed(() =>
    (this.shown()?.chapters ?? []).map(({ chapter, text, principles }) => ({
      chapter,
      text,
      name: this.words.say(`strategy.section.${chapter}`),
      principles: principles.map((principle) => ({
        ...principle,
        says: PRINCIPLE_TEXTS.slice(2).flatMap((field, at) =>
          principle[field] === '' ? [] : [{ field, text: principle[field], block: at + 2 }],
        ),
      })),
    })),
  );
  protected readonly mentions = computed(() =>
    this.called.hasValue() ? this.called.value().items.filter(({ seenAt }) => seenAt === null) : [],
  );
  protected readonly news = computed(() => this.words.say('comments.opened.news', { n: this.chapters().length }));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.shown()) title.say(this.news());
    });
  }
}
