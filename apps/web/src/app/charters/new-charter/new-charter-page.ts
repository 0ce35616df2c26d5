import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit, type FieldTree } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { OUTCOME_MAX, TITLE_MAX, type Reference } from '@sightline/contracts';
import { ErrorSummary, Field, FieldControl, RecordHeader, type FieldIssue } from '@sightline/ui';
import { newKey } from '../../platform/api/new-key';
import { FieldWords } from '../../platform/problems/field-words';
import { toFormErrors } from '../../platform/problems/form-errors';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { OneReference } from '../charter-edit/one-reference';
import { StatementField } from '../charter-edit/statement-field';
import { ChartersApi } from '../charters-api';
import { Searches } from '../searches';

interface Beginning {
  title: string;
  businessUnit: Reference | null;
  outcomeStatement: string;
}

/** A title is enough to begin; everything else can be written step by step afterwards. */
@Component({
  selector: 'app-new-charter-page',
  imports: [
    ErrorSummary,
    Field,
    FieldControl,
    FormField,
    OneReference,
    RecordHeader,
    RouterLink,
    StatementField,
    TranslocoPipe,
  ],
  templateUrl: './new-charter-page.html',
})
export class NewCharterPage {
  private readonly api = inject(ChartersApi);
  private readonly fieldWords = inject(FieldWords);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  protected readonly searches = inject(Searches);

  protected readonly model = signal<Beginning>({ title: '', businessUnit: null, outcomeStatement: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.title);
    maxLength(path.title, TITLE_MAX);
    maxLength(path.outcomeStatement, OUTCOME_MAX);
  });
  protected readonly crumbs = computed(() => [{ label: this.words.say('shell.charters'), link: '/charters' }]);
  protected readonly refusal = signal<string | null>(null);
  protected readonly issues = computed<FieldIssue[]>(() => {
    const why = this.refusal();
    return why ? [{ field: 'title', message: why }] : [];
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected set<F extends keyof Beginning>(field: F, value: Beginning[F]): void {
    this.model.update((draft) => ({ ...draft, [field]: value }));
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set(null);
    await submit(this.form, async () => {
      const { title, businessUnit, outcomeStatement } = this.model();
      try {
        const charter = await this.api.create(
          { title, outcomeStatement, ...(businessUnit ? { businessUnit: businessUnit.id } : {}) },
          newKey(),
        );
        await this.router.navigate(['/charters', charter.code, 'edit']);
        return undefined;
      } catch (error) {
        const errors = toFormErrors(error, this.form);
        if (!errors) this.refusal.set(this.problems.say(error));
        return errors;
      }
    });
  }
}
