import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { FieldError } from '@sightline/contracts';
import { problemOf } from './problem-of';

/**
 * The server's refusals at the fields they name, for the `action` of a signal form's `submit`. A refusal that names no
 * field of this form stands at the form itself. Undefined when nothing was said about fields.
 */
export function toFormErrors(error: unknown, form: FieldTree<unknown>): ValidationError.WithFieldTree[] | undefined {
  const errors = problemOf(error).errors;
  if (!errors || errors.length === 0) return undefined;
  return errors.map(({ pointer, code, detail }) => ({
    kind: code,
    message: detail,
    fieldTree: fieldAt(form, pointer) ?? form,
  }));
}

/** The same for forms that keep their own state: pointer → sentence. */
export function fieldErrors(error: unknown): Map<string, string> {
  return new Map((problemOf(error).errors ?? []).map(({ pointer, detail }: FieldError) => [pointer, detail]));
}

function fieldAt(form: FieldTree<unknown>, pointer: string): FieldTree<unknown> | undefined {
  let field: unknown = form;
  for (const step of pointer.split('/').slice(1)) {
    field = isField(field) ? Reflect.get(field, step) : undefined;
  }
  return isField(field) ? field : undefined;
}

function isField(value: unknown): value is FieldTree<unknown> {
  return typeof value === 'function';
}
