import { inject } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { FieldWords } from '../../platform/problems/field-words';
import { linkOf } from '../../platform/records/link-of';
import { Searches } from '../searches';
import type { DraftField } from './charter-draft';
import { DraftStore } from './draft-store';

/** What every step of the form works with. */
export abstract class DraftStep {
  protected readonly store = inject(DraftStore);
  protected readonly searches = inject(Searches);
  private readonly fieldWords = inject(FieldWords);

  protected readonly form = this.store.form;
  protected readonly linkOf = linkOf;

  /** What is wrong with a field, or with anything below it. */
  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  /** The first refusal at a field or anything below it, for lists that show no message of their own per row. */
  protected errorIn(field: DraftField): string | null {
    const state = this.form[field]();
    return state.touched() ? (state.errorSummary()[0]?.message ?? null) : null;
  }
}
