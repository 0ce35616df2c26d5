import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Import, ImportField } from '@sightline/contracts';
import { DecisionBox, Failure, Mark, MomentPipe, Person, RecordHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ImportProgress } from '../import-progress';
import { ImportState } from '../import-state';
import { ImportWork } from '../import-work';
import { ImportsApi } from '../imports-api';
import { PreviewTable } from '../preview-table';

const OPENS = { business_units: '/registers/units', kpis: '/outcomes', charters: '/charters' } as const;

/** What the check found: what would be new, what is unchanged, what has to be corrected; and the button that applies. */
@Component({
  selector: 'app-import-page',
  imports: [
    DecisionBox,
    Failure,
    ImportProgress,
    ImportState,
    Mark,
    MomentPipe,
    Person,
    PreviewTable,
    RecordHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  protected readonly problems = inject(ProblemWords);
  protected readonly work = inject(ImportWork);

  readonly id = input.required<string>();

  protected readonly resource = inject(ImportsApi).import(this.id);
  /** As the server holds it, or as it answered when it was applied here. */
  protected readonly file = linkedSignal<Import | null>(() =>
    this.resource.hasValue() ? this.resource.value() : null,
  );
  protected readonly refusal = signal<string | null>(null);
  protected readonly isOutdated = signal(false);
  protected readonly crumbs = computed(() => [{ label: this.words.say('imports.title'), link: '/imports' }]);
  protected readonly news = computed(() => {
    const file = this.file();
    if (!file) return '';
    const { status, summary } = file;
    if (status === 'refused') return this.words.say('imports.page.refused', { n: summary.refused });
    if (status === 'applied') return this.words.say('imports.page.applied', { n: summary.create });
    return summary.create === 0
      ? this.words.say('imports.page.same')
      : this.words.say('imports.page.checked', { n: summary.create });
  });
  protected readonly changesNothing = computed(() => this.file()?.summary.create === 0);
  protected readonly consequence = computed(() =>
    this.words.say('imports.page.consequence', {
      n: this.file()?.summary.create ?? 0,
      name: this.session.me()?.user.name,
    }),
  );
  protected readonly opens = computed(() => OPENS[this.file()?.kind ?? 'charters']);
  protected readonly figures = computed(() => {
    const file = this.file();
    if (!file) return [];
    const { create, unchanged, refused } = file.summary;
    return [
      { key: 'rows', value: file.rowCount, bad: false },
      { key: 'create', value: create, bad: false },
      { key: 'unchanged', value: unchanged, bad: false },
      { key: 'refusedRows', value: refused, bad: refused > 0 },
    ];
  });
  protected readonly columns = computed(() =>
    (Object.entries(this.file()?.mapping ?? {}) as [ImportField, string][]).map(([field, column]) => ({
      field,
      column,
    })),
  );

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.news()));
  }

  protected async apply(): Promise<void> {
    const file = this.file();
    if (!file || this.work.running()) return;
    this.refusal.set(null);
    try {
      this.file.set(await this.work.apply(file));
    } catch (error) {
      this.isOutdated.set(problemOf(error).rule === 'import-outdated');
      this.refusal.set(this.problems.say(error));
    }
  }

  protected again(): void {
    void this.router.navigate(['/imports/new'], { queryParams: { from: this.id() } });
  }
}
