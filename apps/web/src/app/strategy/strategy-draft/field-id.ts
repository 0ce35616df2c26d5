import type { DraftPath } from './draft-fields';

/** The id of the control that edits a path; what an open point leads to. */
export function fieldId(path: DraftPath): string {
  return `field-${path.replaceAll('/', '-')}`;
}

/** Leads to a control: into view and into focus. */
export function leadTo(id: string): void {
  const control = document.getElementById(id);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
