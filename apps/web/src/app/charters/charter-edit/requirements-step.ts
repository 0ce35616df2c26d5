import { Component, computed } from '@angular/core';
import { RequirementList } from '../plan/requirement-list';
import { DraftStep } from './draft-step';

/** What the constituencies ask; each answer is saved by itself. */
@Component({
  selector: 'app-requirements-step',
  imports: [RequirementList],
  template: `
    @if (charter(); as charter) {
      <app-requirement-list [charter]="charter" (changed)="store.reread()" />
    }
  `,
})
export class RequirementsStep extends DraftStep {
  protected readonly charter = computed(() => this.store.charter());
}
