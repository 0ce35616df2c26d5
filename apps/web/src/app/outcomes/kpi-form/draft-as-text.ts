import type { KpiDraft } from './kpi-draft';

/** A draft as lines of text, to be compared word by word. */
export function draftAsText(draft: KpiDraft): string {
  const { reason: _reason, ...fields } = draft;
  return Object.values(fields)
    .map((value) => (typeof value === 'string' ? value : (value?.name ?? '')))
    .filter(Boolean)
    .join('\n');
}
