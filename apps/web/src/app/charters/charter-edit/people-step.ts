import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { DraftStep } from './draft-step';
import { OneReference } from './one-reference';

const PEOPLE = ['lead', 'businessSponsor', 'itLead'] as const;

/** Who answers for it, what it costs and when it runs. */
@Component({
  selector: 'app-people-step',
  imports: [Field, FieldControl, FormField, OneReference, TranslocoPipe],
  templateUrl: './people-step.html',
})
export class PeopleStep extends DraftStep {
  private readonly session = inject(Session);

  protected readonly people = PEOPLE;
  /** Whoever may edit only what they lead cannot hand it over. */
  protected readonly mayHandOver = computed(() => this.session.may('charter.edit', { own: false }));
}
