import type { DraftPath } from './draft-fields';

/** The id of the control that edits a path; what an open point leads to. */
export function fieldId(path: DraftPath): string {
  return `field-${path.replaceAll('/', '-')}`;
}

/** Leads to a control, or to a record, which opens: into view and into focus. */
export function leadTo(id: string): void {
  const target = document.getElementById(id);
  const opener = target?.querySelector<HTMLElement>('[aria-expanded]');
  const control = target?.matches('section') ? opener : target;
  if (control?.getAttribute('aria-expanded') === 'false') control.click();
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
