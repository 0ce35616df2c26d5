import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Section, SectionAuthors } from '@sightline/contracts';
import { Field, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { DraftConflictBox } from './draft-conflict-box';
import { DraftLookups } from './draft-lookups';
import { DraftStore } from './draft-store';
import { fieldId } from './field-id';

/** The two people who answer for a section: one from the business, one from IT. */
@Component({
  selector: 'app-draft-authors',
  imports: [DraftConflictBox, Field, ReferencePicker, TranslocoPipe],
  template: `
    <div
      class="pair"
      role="group"
      [attr.aria-label]="'strategy.author.of' | transloco: { section: 'strategy.section.' + section() | transloco }"
    >
      @for (side of sides; track side) {
        <ui-field
          [for]="idOf(side)"
          [label]="'strategy.author.' + side | transloco"
          [error]="side === 'business' ? store.refusalAt(path()) : null"
        >
          <ui-reference-picker [value]="authors()[side]" [search]="lookups.people" (picked)="name(side, $event)" />
        </ui-field>
      }
    </div>
    <app-draft-conflict [path]="path()" />
  `,
  styles: `
    :host {
      display: block;
      margin-top: 14px;
    }
    ui-field {
      margin-top: 0;
    }
    @media (max-width: 760px) {
      .pair {
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
    }
  `,
})
export class DraftAuthors {
  protected readonly store = inject(DraftStore);
  protected readonly lookups = inject(DraftLookups);

  readonly section = input.required<Section>();

  protected readonly sides = ['business', 'it'] as const;
  protected readonly path = computed(() => `authors/${this.section()}`);
  protected readonly authors = computed<SectionAuthors>(
    () =>
      this.store.value<SectionAuthors | undefined>(this.path()) ?? {
        section: this.section(),
        business: null,
        it: null,
      },
  );

  protected idOf(side: 'business' | 'it'): string {
    return fieldId(`${this.path()}/${side}`);
  }

  protected name(side: 'business' | 'it', person: ReferenceOption | null): void {
    const named = person && { id: person.id, code: null, name: person.name };
    this.store.edit(this.path(), { ...this.authors(), [side]: named });
  }
}
