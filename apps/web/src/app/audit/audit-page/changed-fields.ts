import type { AuditEvent } from '@sightline/contracts';

/** One field as it was and as it became; null where there is no such side. */
export interface ChangedField {
  readonly name: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}
export interface ChangeWords {
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  label(field: string): string;
  /** A text as it was written, in the words of its field. */
  said(field: string, text: string): string;
}

/** The fields that differ between before and after, in the order they were written; others are left out. */
export function changedFields(
  { before, after }: Pick<AuditEvent, 'before' | 'after'>,
  words: ChangeWords,
): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    .map((name) => ({
      name,
      label: words.label(name),
      before: before && name in before ? valueText(name, before[name], words) : null,
      after: after && name in after ? valueText(name, after[name], words) : null,
    }));
}

/** A value as a person reads it; a reference by its name. */
function valueText(field: string, value: unknown, words: ChangeWords): string {
  if (value === null || value === undefined || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.length === 0 ? words.empty : value.map((each) => valueText(field, each, words)).join(', ');
  if (typeof value !== 'object') return words.said(field, String(value));
  if ('name' in value && typeof value.name === 'string') return value.name;
  if ('amount' in value && 'currency' in value) return `${String(value.amount)} ${String(value.currency)}`;
  return Object.entries(value)
    .map(([name, part]) => `${words.label(name)}: ${valueText(name, part, words)}`)
    .join('; ');
}
