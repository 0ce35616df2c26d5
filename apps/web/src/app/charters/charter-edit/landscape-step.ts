import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DraftStep } from './draft-step';
import { PartyList } from './party-list';
import { ReferenceList } from './reference-list';

/** What this project stands between: services, systems, the parties it works with, and what it builds on. */
@Component({
  selector: 'app-landscape-step',
  imports: [PartyList, ReferenceList, TranslocoPipe],
  template: `
    <app-reference-list
      for="services"
      [label]="'charters.field.services' | transloco"
      [hint]="'charters.hint.services' | transloco"
      [error]="errorIn('services')"
      [values]="store.model().services"
      [search]="searches.services"
      (changed)="store.set('services', $event)"
    />
    <app-reference-list
      for="systems"
      [label]="'charters.field.systems' | transloco"
      [hint]="'charters.hint.systems' | transloco"
      [error]="errorIn('systems')"
      [values]="store.model().systems"
      [search]="searches.systems"
      (changed)="store.set('systems', $event)"
    />
    <app-party-list />
    <app-reference-list
      for="predecessors"
      [label]="'charters.field.predecessors' | transloco"
      [hint]="'charters.hint.predecessors' | transloco"
      [error]="errorIn('predecessors')"
      [values]="store.model().predecessors"
      [search]="searches.charters"
      (changed)="store.set('predecessors', $event)"
    />
  `,
  styles: `
    :host > * + * {
      display: block;
      margin-top: 16px;
    }
  `,
})
export class LandscapeStep extends DraftStep {}
