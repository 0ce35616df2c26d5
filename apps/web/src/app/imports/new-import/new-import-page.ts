import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPORT_KINDS, type ImportField, type ImportKind } from '@sightline/contracts';
import { formatMoment, Mark, RecordHeader } from '@sightline/ui';
import { fieldErrors } from '../../platform/problems/form-errors';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ImportProgress } from '../import-progress';
import { ImportWork } from '../import-work';
import { ImportsApi } from '../imports-api';
import type { ChosenFile } from './chosen-file';
import { ColumnTable } from './column-table';
import { missingFields, proposedMapping, templateOf, type Mapping } from './column-mapping';
import { FileChoice } from './file-choice';
import { RowPreview } from './row-preview';

/** What the file holds, which file, which column is what; then the check, whose result has a page of its own. */
@Component({
  selector: 'app-new-import-page',
  imports: [ColumnTable, FileChoice, ImportProgress, Mark, RecordHeader, RowPreview, TranslocoPipe],
  templateUrl: './new-import-page.html',
  styleUrl: './new-import-page.css',
})
export class NewImportPage {
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);
  protected readonly work = inject(ImportWork);

  /** The check that found something wrong: its kind and columns are taken over. */
  readonly from = input<string>();
  /** Chosen beforehand by a link. */
  readonly kind = input<string>();

  protected readonly kinds = IMPORT_KINDS;
  private readonly before = inject(ImportsApi).import(this.from);
  protected readonly earlier = computed(() => (this.before.hasValue() ? this.before.value() : null));
  protected readonly chosenKind = linkedSignal<ImportKind>(
    () => this.earlier()?.kind ?? IMPORT_KINDS.find((kind) => kind === this.kind()) ?? 'business_units',
  );
  protected readonly file = signal<ChosenFile | null>(null);
  protected readonly mapping = linkedSignal<Mapping>(() =>
    proposedMapping(this.chosenKind(), this.file()?.columns ?? [], this.earlier()?.mapping),
  );
  protected readonly asked = signal(false);
  protected readonly missing = computed(() => (this.asked() ? missingFields(this.chosenKind(), this.mapping()) : []));
  protected readonly refusal = signal<string | null>(null);
  protected readonly fileError = signal<string | null>(null);
  protected readonly template = computed(() => templateOf(this.chosenKind()));
  protected readonly again = computed(() => {
    const earlier = this.earlier();
    if (!earlier) return '';
    const zone = this.session.me()?.organisation.timeZone ?? 'UTC';
    return this.words.say('imports.file.again', { on: formatMoment(earlier.createdAt, this.words.locale(), zone) });
  });

  constructor() {
    effect(() => {
      this.file();
      untracked(() => this.fileError.set(null));
    });
  }

  protected map(field: ImportField, column: string): void {
    this.mapping.update(({ [field]: _before, ...rest }) => (column ? { ...rest, [field]: column } : rest));
  }

  protected async check(): Promise<void> {
    const file = this.file();
    this.asked.set(true);
    this.refusal.set(null);
    if (!file || this.work.running() || this.missing().length > 0) return;
    const here = this.router.url;
    try {
      const checked = await this.work.check({
        kind: this.chosenKind(),
        fileName: file.name,
        content: file.content,
        mapping: this.mapping(),
      });
      if (this.router.url === here) await this.router.navigate(['/imports', checked.id]);
    } catch (error) {
      this.fileError.set(fieldErrors(error).get('/content') ?? null);
      const others = [...fieldErrors(error)].filter(([pointer]) => pointer !== '/content').map(([, text]) => text);
      if (!this.fileError()) this.refusal.set(others.join(' ') || this.problems.say(error));
    }
  }
}
