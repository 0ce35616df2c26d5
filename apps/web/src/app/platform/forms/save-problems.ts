import { Component, input } from '@angular/core';
import { Mark } from '@sightline/ui';
import { StaleSave } from '../conflict/stale-save';

interface Problems {
  refusal(): string | null;
  clash(): { mine: string; theirs: string } | null;
  keepMine(): Promise<void>;
  takeTheirs(): void;
}

/** What stands above the buttons of a form that could not be saved. */
@Component({
  selector: 'app-save-problems',
  imports: [Mark, StaleSave],
  template: `
    @if (of().refusal(); as why) {
      <p class="errmsg" role="alert"><ui-mark name="blocked" [size]="15" />{{ why }}</p>
    }
    @if (of().clash(); as clash) {
      <app-stale-save
        [mine]="clash.mine"
        [theirs]="clash.theirs"
        (keepMine)="of().keepMine()"
        (takeTheirs)="of().takeTheirs()"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 12px;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class SaveProblems {
  readonly of = input.required<Problems>();
}
