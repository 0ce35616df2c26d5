import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { PARTY_ROLES, type Party } from '@sightline/contracts';
import { CodeLink, Field, Icon, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { Api } from '../../platform/api/api';
import { named } from './charter-draft';
import { DraftStep } from './draft-step';

/** Parties that advise or execute; outsiders answer for nothing. */
@Component({
  selector: 'app-party-list',
  imports: [CodeLink, Field, FormField, Icon, ReferencePicker, TranslocoPipe],
  template: `
    <ui-field
      for="parties"
      [label]="'charters.field.parties' | transloco"
      [hint]="'charters.hint.parties' | transloco"
      [error]="errorIn('parties')"
      [optional]="true"
    >
      <ul class="parties">
        @for (row of rows(); track row.party.id) {
          <li>
            <ui-code-link [code]="row.party.code" [link]="linkOf(row.party.code)" />
            <span class="x"
              >{{ row.party.name }}
              @if (row.external) {
                <span class="sm m">{{ 'charters.party.external' | transloco }}</span>
              }
            </span>
            <select
              class="in"
              [formField]="row.field.role"
              [attr.aria-label]="'charters.party.role' | transloco: { name: row.party.name }"
            >
              @for (role of roles; track role) {
                <option [value]="role">{{ 'charters.party.' + role | transloco }}</option>
              }
            </select>
            <button
              class="ib"
              type="button"
              [attr.aria-label]="'ui.removeNamed' | transloco: { name: row.party.name }"
              (click)="drop(row.party.id)"
            >
              <ui-icon name="x" [size]="14" />
            </button>
          </li>
        }
      </ul>
      <ui-reference-picker
        [search]="searches.parties"
        [adds]="true"
        [placeholder]="'ui.add' | transloco"
        (picked)="add($event)"
      />
    </ui-field>
  `,
  styles: `
    .parties {
      padding-bottom: 4px;
    }
    li {
      display: grid;
      grid-template-columns: 58px minmax(0, 1fr) 130px 34px;
      gap: 8px;
      align-items: center;
      padding: 4px 0;
    }
  `,
})
export class PartyList extends DraftStep {
  private readonly api = inject(Api);

  protected readonly roles = PARTY_ROLES;
  /** With its values beside it: after a save a row's field is another, and the old one can no longer be asked. */
  protected readonly rows = computed(() =>
    [...this.form.parties].map((field) => {
      const { party, external } = field().value();
      return { field, party, external };
    }),
  );

  protected async add(option: ReferenceOption | null): Promise<void> {
    if (!option || this.store.model().parties.some(({ party }) => party.id === option.id)) return;
    const { external } = await this.api.get<Party>(`/parties/${option.id}`).catch(() => ({ external: false }));
    this.store.set('parties', [...this.store.model().parties, { party: named(option), external, role: 'execute' }]);
  }

  protected drop(id: string): void {
    this.store.set(
      'parties',
      this.store.model().parties.filter(({ party }) => party.id !== id),
    );
  }
}
