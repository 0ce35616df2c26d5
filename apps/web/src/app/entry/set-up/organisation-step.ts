import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { LANGUAGES } from '@sightline/language';
import { Field, FieldControl } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { SetUpForm } from './set-up-form';

/** Name, currency, clock and language of the organisation. */
@Component({
  selector: 'app-organisation-step',
  imports: [Field, FieldControl, FormField, TranslocoPipe],
  template: `
    <ui-field
      for="organisation-name"
      [label]="'entry.setUp.organisation.name' | transloco"
      [error]="errors.of(fields.name)"
    >
      <input uiControl type="text" autocomplete="organization" [formField]="fields.name" />
    </ui-field>
    <ui-field
      for="organisation-currency"
      [label]="'entry.setUp.organisation.currency' | transloco"
      [hint]="'entry.setUp.organisation.currencyHint' | transloco"
    >
      <select uiControl [formField]="fields.currency">
        @for (currency of currencies; track currency) {
          <option [value]="currency">{{ currency }}</option>
        }
      </select>
    </ui-field>
    <ui-field
      for="organisation-timeZone"
      [label]="'entry.setUp.organisation.timeZone' | transloco"
      [hint]="'entry.setUp.organisation.timeZoneHint' | transloco"
    >
      <select uiControl [formField]="fields.timeZone">
        @for (zone of zones; track zone) {
          <option [value]="zone">{{ zone }}</option>
        }
      </select>
    </ui-field>
    <ui-field
      for="organisation-language"
      [label]="'entry.setUp.organisation.language' | transloco"
      [hint]="'entry.setUp.organisation.languageHint' | transloco"
    >
      <select uiControl [formField]="fields.language">
        @for (language of languages; track language) {
          <option [value]="language">{{ 'shell.languages.' + language | transloco }}</option>
        }
      </select>
    </ui-field>
  `,
})
export class OrganisationStep {
  protected readonly errors = inject(FieldWords);
  protected readonly fields = inject(SetUpForm).fields.organisation;

  protected readonly languages = LANGUAGES;
  protected readonly currencies = Intl.supportedValuesOf('currency');
  protected readonly zones = withUtc(Intl.supportedValuesOf('timeZone'), this.fields.timeZone().value());
}

/** The browser's own zone may go by a name that its list lacks. */
function withUtc(zones: string[], own: string): string[] {
  return [...new Set([own, 'UTC', ...zones])].sort();
}
