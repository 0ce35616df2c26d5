import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  CodeLink,
  Field,
  FieldControl,
  Icon,
  ReferencePicker,
  Stat,
  type ReferenceOption,
  type SearchReferences,
} from '@sightline/ui';
import { CitedRecords } from '../cited-records';
import { named, type DraftPrinciple } from './charter-draft';
import { DraftStep } from './draft-step';
import { OneReference } from './one-reference';

/** Which principles this project upholds, and how; and the capability of the strategy it builds. */
@Component({
  selector: 'app-principles-step',
  imports: [CodeLink, Field, FieldControl, FormField, Icon, OneReference, ReferencePicker, Stat, TranslocoPipe],
  templateUrl: './principles-step.html',
  styleUrl: './cited.css',
})
export class PrinciplesStep extends DraftStep {
  private readonly inForce = inject(CitedRecords).principles();

  private readonly principles = computed(() => (this.inForce.hasValue() ? this.inForce.value() : []));
  protected readonly loaded = computed(() => this.inForce.hasValue());
  protected readonly rows = computed(() =>
    [...this.form.principles].map((field) => {
      const { principle } = field().value();
      return { field, principle, standing: this.principles().find(({ id }) => id === principle.id) };
    }),
  );

  /** They are few and all here: typing narrows them without asking the server. */
  protected readonly search: SearchReferences = async (text) => {
    const wanted = text.toLocaleLowerCase();
    return this.principles()
      .filter(({ id }) => !this.store.model().principles.some(({ principle }) => principle.id === id))
      .filter(({ code, title, statement }) => `${code} ${title} ${statement}`.toLocaleLowerCase().includes(wanted))
      .map(({ id, code, title, statement }) => ({ id, code, name: title, detail: statement }));
  };

  protected add(option: ReferenceOption | null): void {
    if (option) this.put([...this.store.model().principles, { principle: named(option), how: '' }]);
  }

  protected drop(id: string): void {
    this.put(this.store.model().principles.filter(({ principle }) => principle.id !== id));
  }

  private put(principles: DraftPrinciple[]): void {
    this.store.set('principles', principles);
  }
}
