import { maxLength, required, validate, type SchemaPathTree } from '@angular/forms/signals';
import {
  EXCEPTION_TEXT_MAX,
  type ExceptionCategory,
  type NewException,
  type PrincipleException,
  type Reference,
} from '@sightline/contracts';
import { addMonths, expiryProblem, latestExpiry } from '@sightline/rules';

/** So long an exception lasts that nobody said otherwise about, in months. */
const PROPOSED_MONTHS = 6;

/** An exception as its form holds it. Names are those of the API, so that a refusal finds its field. */
export interface ExceptionDraft {
  charter: Reference | null;
  principle: Reference | null;
  category: ExceptionCategory | '';
  justification: string;
  compensatingControl: string;
  expiresOn: string;
}

export function emptyException(today: string): ExceptionDraft {
  return {
    charter: null,
    principle: null,
    category: '',
    justification: '',
    compensatingControl: '',
    expiresOn: proposedExpiry(today, null),
  };
}

export function draftOfException({
  charter,
  principle,
  category,
  justification,
  compensatingControl,
  expiresOn,
}: PrincipleException): ExceptionDraft {
  return { charter, principle, category, justification, compensatingControl, expiresOn };
}

/** Until the project ends where that is within the year an exception may last; else half a year. */
export function proposedExpiry(today: string, ends: string | null): string {
  return ends !== null && expiryProblem(ends, today) === null ? ends : addMonths(today, PROPOSED_MONTHS);
}

/** What the form asks for before it goes out; the server asks again. */
export function exceptionSchema(
  path: SchemaPathTree<ExceptionDraft>,
  { today, say }: { today: () => string; say: (key: string, params: Record<string, unknown>) => string },
): void {
  for (const field of [path.charter, path.principle]) required(field);
  required(path.category);
  required(path.justification);
  required(path.compensatingControl);
  required(path.expiresOn);
  maxLength(path.justification, EXCEPTION_TEXT_MAX);
  maxLength(path.compensatingControl, EXCEPTION_TEXT_MAX);
  validate(path.expiresOn, ({ value }) => {
    const kind = value() === '' ? null : expiryProblem(value(), today());
    return kind ? { kind, message: say(`validation.${kind}`, { latest: latestExpiry(today()) }) } : null;
  });
}

/** What is sent; only of a form that is valid. */
export function requestOf(draft: ExceptionDraft): NewException {
  return {
    charter: draft.charter?.id ?? '',
    principle: draft.principle?.id ?? '',
    category: draft.category || 'business',
    justification: draft.justification.trim(),
    compensatingControl: draft.compensatingControl.trim(),
    expiresOn: draft.expiresOn,
  };
}
