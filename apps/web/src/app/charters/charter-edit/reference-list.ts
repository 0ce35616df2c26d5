import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Reference } from '@sightline/contracts';
import { CodeLink, Field, Icon, ReferencePicker, type ReferenceOption, type SearchReferences } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { named } from './charter-draft';

/** Several records of one kind: the picked ones, and a box that adds another. */
@Component({
  selector: 'app-reference-list',
  imports: [CodeLink, Field, Icon, ReferencePicker, TranslocoPipe],
  template: `
    <ui-field [for]="for()" [label]="label()" [hint]="hint()" [error]="error()" [optional]="true">
      <ul class="picked">
        @for (reference of values(); track reference.id) {
          <li>
            @if (reference.code) {
              <ui-code-link [code]="reference.code" [link]="linkOf(reference.code)" />
            }
            {{ reference.name }}
            <button
              class="ib"
              type="button"
              [attr.aria-label]="'ui.removeNamed' | transloco: { name: reference.name }"
              (click)="drop(reference)"
            >
              <ui-icon name="x" [size]="14" />
            </button>
          </li>
        }
      </ul>
      <ui-reference-picker
        [search]="search()"
        [adds]="true"
        [placeholder]="'ui.add' | transloco"
        (picked)="add($event)"
      />
    </ui-field>
  `,
})
export class ReferenceList {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<string | null>(null);
  readonly values = input.required<readonly Reference[]>();
  readonly search = input.required<SearchReferences>();
  readonly changed = output<Reference[]>();

  protected readonly linkOf = linkOf;

  protected add(option: ReferenceOption | null): void {
    if (!option || this.values().some(({ id }) => id === option.id)) return;
    this.changed.emit([...this.values(), named(option)]);
  }

  protected drop({ id }: Reference): void {
    this.changed.emit(this.values().filter((reference) => reference.id !== id));
  }
}
