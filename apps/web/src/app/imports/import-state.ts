import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportSummary } from '@sightline/contracts';
import { Chip, type RecordState } from '@sightline/ui';

const LOOKS: Record<ImportSummary['status'], RecordState> = {
  checked: 'proposed',
  refused: 'rejected',
  applied: 'applied',
};

/** The state of an import as a chip. */
@Component({
  selector: 'app-import-state',
  imports: [Chip, TranslocoPipe],
  template: `<ui-chip [state]="look()" [label]="'imports.status.' + status() | transloco" />`,
})
export class ImportState {
  readonly status = input.required<ImportSummary['status']>();

  protected readonly look = computed(() => LOOKS[this.status()]);
}
