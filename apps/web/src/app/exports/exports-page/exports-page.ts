import { Component, computed, effect, inject, type OnDestroy, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditEvent } from '@sightline/contracts';
import { Banner, Failure, Icon, MomentPipe, PageHeader, Person, SectionHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ExportsApi } from '../exports-api';

/** The event of an export stands in the trail before its first byte leaves. */
const EVENT_AFTER_MS = 3_000;

/** Everything as one file: what is in it, and who has taken it so far. */
@Component({
  selector: 'app-exports-page',
  imports: [Banner, Failure, Icon, MomentPipe, PageHeader, Person, RouterLink, SectionHeader, Skeleton, TranslocoPipe],
  templateUrl: './exports-page.html',
})
export class ExportsPage implements OnDestroy {
  private readonly api = inject(ExportsApi);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  protected readonly address = this.api.all;
  protected readonly made = this.api.made();
  protected readonly page = computed(() => (this.made.hasValue() ? this.made.value() : null));
  protected readonly begun = signal(false);
  protected readonly parts = computed(() => [
    'import',
    'records',
    ...(this.session.may('audit.export') ? ['audit'] : []),
    'manifest',
  ]);
  protected readonly news = computed(() => {
    const page = this.page();
    if (!page) return this.words.say('exports.title');
    const whole = page.items.find((event) => recordsOf(event) !== null);
    if (!whole) return this.words.say('exports.news.none');
    return this.words.say('exports.news.last', { on: whole.at.slice(0, 10) });
  });
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.page()) title.say(this.news());
    });
  }

  ngOnDestroy(): void {
    clearTimeout(this.timer);
  }

  protected begin(): void {
    this.begun.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.made.reload(), EVENT_AFTER_MS);
  }

  /** How many records an export of everything had; null for a list. */
  protected recordsIn(event: AuditEvent): number | null {
    const records = recordsOf(event);
    return records && Object.values(records).reduce((sum, count) => sum + Number(count), 0);
  }
}

function recordsOf({ after }: AuditEvent): object | null {
  const records = after?.['records'];
  return records instanceof Object ? records : null;
}
