import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleException } from '@sightline/contracts';
import { Chip, CodeLink, Empty, Failure, Icon, RecordHeader, SectionHeader, Skeleton } from '@sightline/ui';
import { keptValue } from '../../charters/kept-value';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { DaysLeft } from '../days-left';
import { ExceptionsApi } from '../exceptions-api';
import { Waivers } from '../waivers';
import { ExceptionNextStep } from './exception-next';
import { ExceptionLinks } from './exception-links';
import { RevokeForm } from './revoke-form';

/** One exception: the next step first, then what it waives, why, and what is done instead. */
@Component({
  selector: 'app-exception-page',
  imports: [
    Chip,
    CodeLink,
    DaysLeft,
    Empty,
    ExceptionLinks,
    ExceptionNextStep,
    Failure,
    Icon,
    RecordHeader,
    RevokeForm,
    RouterLink,
    SectionHeader,
    Skeleton,
    TranslocoPipe,
    Waivers,
  ],
  templateUrl: './exception-page.html',
  styles: `
    .say {
      font: 400 17px/26px var(--sl-font-law);
    }
    .title {
      font: 600 18px/26px var(--sl-font-law);
    }
    .say,
    .guidance {
      padding-bottom: 8px;
    }
    .title,
    .say,
    .words {
      max-width: 72ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ExceptionPage {
  private readonly api = inject(ExceptionsApi);
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  readonly code = input.required<string>();

  protected readonly resource = this.api.exception(this.code);
  protected readonly exception = keptValue(this.resource);
  private readonly charter = this.api.charter(() => this.exception()?.charter.code);
  private readonly principle = this.api.principle(() => this.exception()?.principle.code);

  protected readonly missing = computed(() => problemOf(this.resource.error()).status === 404);
  protected readonly crumbs = computed(() => [
    { label: this.words.say('strategy.title'), link: '/strategy' },
    { label: this.words.say('exceptions.title'), link: '/strategy/exceptions' },
  ]);
  protected readonly heading = computed(() => {
    const exception = this.exception();
    return exception
      ? this.words.say('exceptions.heading', { principle: exception.principle.name, charter: exception.charter.name })
      : this.code();
  });
  protected readonly own = computed(() => {
    const me = this.session.me();
    return me !== null && this.charter.hasValue() && this.charter.value().lead?.id === me.user.id;
  });
  protected readonly mayEdit = computed(
    () => this.exception()?.status === 'draft' && this.session.may('exception.edit', { own: this.own() }),
  );
  protected readonly mayRevoke = computed(
    () => this.exception()?.status === 'granted' && this.session.may('exception.revoke'),
  );
  protected readonly wording = computed(() => (this.principle.hasValue() ? this.principle.value().inForce : null));
  protected readonly waivers = computed(() => (this.principle.hasValue() ? this.principle.value().waivers : null));
  protected readonly revoking = signal(false);

  constructor() {
    effect(() => {
      const exception = this.exception();
      if (exception) this.title.say(`${exception.code} ${this.heading()}`);
    });
  }

  /** What a step answered stands at once; principle and charter count anew. */
  protected take(exception: PrincipleException): void {
    this.revoking.set(false);
    this.exception.set(exception);
    this.principle.reload();
    this.session.reload();
  }
}
