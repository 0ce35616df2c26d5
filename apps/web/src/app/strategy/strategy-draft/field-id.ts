import type { DraftPath } from './draft-fields';

/** The id of the control that edits a path; what an open point leads to. */
export function fieldId(path: DraftPath): string {
  return `field-${path.replaceAll('/', '-')}`;
}

/** How long an editor that is still being loaded is waited for, and how often it is looked for. */
const PATIENCE_MS = 5_000;
const LOOKS_AGAIN_MS = 100;

/** Leads to a control, or to a record, which opens: into view and into focus. */
export function openControl(id: string, patience = PATIENCE_MS): void {
  const target = document.getElementById(id);
  if (!target && patience > 0) setTimeout(() => openControl(id, patience - LOOKS_AGAIN_MS), LOOKS_AGAIN_MS);
  const opener = target?.querySelector<HTMLElement>('[aria-expanded]');
  const control = target?.matches('section') ? opener : target;
  if (control?.getAttribute('aria-expanded') === 'false') control.click();
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
