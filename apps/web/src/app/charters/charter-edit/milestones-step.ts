import { Component, computed } from '@angular/core';
import { MilestoneList } from '../plan/milestone-list';
import { DraftStep } from './draft-step';

/** The plan is kept beside the charter: each milestone is saved by itself and dismisses no votes. */
@Component({
  selector: 'app-milestones-step',
  imports: [MilestoneList],
  template: `
    @if (charter(); as charter) {
      <app-milestone-list [charter]="charter" [editable]="true" (changed)="store.reread()" />
    }
  `,
})
export class MilestonesStep extends DraftStep {
  protected readonly charter = computed(() => this.store.charter());
}
