import { Component, computed, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Skeleton } from '@sightline/ui';
import { Door } from '../door';
import { EntryApi } from '../entry-api';
import { OwnDoor } from './own-door';
import { SampleDoor } from './sample-door';

/** The doors that exist: the sample company's people, and the start of one's own. Without either, the sign-in. */
@Component({
  selector: 'app-first-page',
  imports: [Door, OwnDoor, SampleDoor, Skeleton, TranslocoPipe],
  styleUrl: './first-page.css',
  template: `
    <app-door [heading]="'entry.claim' | transloco">
      @if (known()) {
        <div class="doors" [class.one]="people().length === 0">
          @if (people().length > 0) {
            <app-sample-door [people]="people()" />
          }
          <app-own-door [beside]="people().length > 0" />
        </div>
      } @else {
        <ui-skeleton [rows]="6" />
      }
    </app-door>
  `,
})
export class FirstPage {
  private readonly router = inject(Router);
  private readonly personas = inject(EntryApi).personas();
  private readonly setUp = inject(EntryApi).setUpState();

  protected readonly people = computed(() => (this.personas.hasValue() ? this.personas.value() : []));
  private readonly open = computed(() => this.setUp.hasValue() && this.setUp.value().open);
  private readonly answered = computed(() => !this.personas.isLoading() && !this.setUp.isLoading());
  protected readonly known = computed(() => this.answered() && (this.people().length > 0 || this.open()));

  constructor() {
    effect(() => {
      if (this.answered() && !this.known()) void this.router.navigateByUrl('/sign-in', { replaceUrl: true });
    });
  }
}
