import { inject, Injectable, signal } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { fieldErrors, toFormErrors } from '../../platform/problems/form-errors';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { isSame, type CharterDraft, type DraftField } from './charter-draft';

/** What the server would not take, at the value it was given. */
interface Refusal {
  field: DraftField;
  value: unknown;
  errors: ValidationError.WithFieldTree[];
}

/** The server's refusals of a draft. Each stands at its field until the value is another. */
@Injectable()
export class DraftRefusals {
  private readonly problems = inject(ProblemWords);
  private readonly refusals = signal<readonly Refusal[]>([]);

  /** What is wrong with this draft, for the form's validation. */
  in(draft: CharterDraft): ValidationError.WithFieldTree[] {
    return this.refusals().flatMap(({ field, value, errors }) => (isSame(draft[field], value) ? errors : []));
  }

  holds(field: DraftField, draft: CharterDraft): boolean {
    return this.refusals().some((refusal) => refusal.field === field && isSame(refusal.value, draft[field]));
  }

  /** Puts a refusal at the fields it names; one that names none of those sent stands at all of them. */
  put(error: unknown, fields: readonly DraftField[], draft: CharterDraft, form: FieldTree<CharterDraft>): void {
    const named = new Set([...fieldErrors(error).keys()].map((pointer) => pointer.split('/')[1]));
    const hit = fields.filter((field) => named.has(field));
    const found = toFormErrors(error, form) ?? [];
    const refused = (hit.length > 0 ? hit : fields).map((field) => ({
      field,
      value: draft[field],
      errors: hit.length > 0 ? below(found, form[field]) : [this.whole(error, form[field])],
    }));
    this.refusals.update((all) => [...all.filter(({ field }) => !fields.includes(field)), ...refused]);
    for (const { field } of refused) form[field]().markAsTouched();
  }

  clear(): void {
    this.refusals.set([]);
  }

  private whole(error: unknown, fieldTree: FieldTree<unknown>): ValidationError.WithFieldTree {
    return { kind: problemOf(error).code, message: this.problems.say(error), fieldTree };
  }
}

function below(
  errors: readonly ValidationError.WithFieldTree[],
  field: FieldTree<unknown>,
): ValidationError.WithFieldTree[] {
  const path = field().name();
  return errors.filter(({ fieldTree }) => fieldTree().name().startsWith(path));
}
