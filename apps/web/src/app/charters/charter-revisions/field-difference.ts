import { Component, computed, inject, input, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CharterDifference } from '@sightline/contracts';
import { wordDifferences, type DifferencePart } from '../../platform/conflict/word-differences';
import { Words } from '../../platform/words/words';
import { fieldText } from '../field-text';

const WHOLE = new Set<CharterDifference['field']>([
  'budget',
  'startDate',
  'endDate',
  'businessUnit',
  'lead',
  'businessSponsor',
  'itLead',
  'capability',
]);

/** One field that changed: before, with what went struck out, and after, with what came underlined. */
@Component({
  selector: 'app-field-difference',
  imports: [TranslocoPipe],
  template: `
    <h3 class="sm b">{{ label() }}</h3>
    <div class="conf">
      <div>
        <span class="vh">{{ 'charters.before' | transloco }}</span>
        <p>
          @for (part of parts.value()?.theirs; track $index) {
            @if (part.changed) {
              <del>{{ part.text }}</del>
            } @else {
              <span>{{ part.text }}</span>
            }
          } @empty {
            <span class="m">{{ 'charters.wasEmpty' | transloco }}</span>
          }
        </p>
      </div>
      <div>
        <span class="vh">{{ 'charters.after' | transloco }}</span>
        <p>
          @for (part of parts.value()?.mine; track $index) {
            @if (part.changed) {
              <ins>{{ part.text }}</ins>
            } @else {
              <span>{{ part.text }}</span>
            }
          } @empty {
            <span class="m">{{ 'charters.isEmpty' | transloco }}</span>
          }
        </p>
      </div>
    </div>
  `,
  styles: `
    h3 {
      padding-top: 10px;
    }
    .conf {
      margin-top: 4px;
    }
  `,
})
export class FieldDifference {
  private readonly words = inject(Words);

  readonly difference = input.required<CharterDifference>();

  /** Figures, dates and names change as a whole, not digit by digit. */
  private readonly atomic = computed(() => WHOLE.has(this.difference().field));

  protected readonly label = computed(() => this.words.say(`charters.field.${this.difference().field}`));
  protected readonly parts = resource({
    params: () => ({
      before: fieldText(this.difference().before, this.words),
      after: fieldText(this.difference().after, this.words),
    }),
    loader: ({ params: { before, after } }) =>
      this.atomic() ? Promise.resolve(whole(before, after)) : wordDifferences(after, before),
  });
}

function whole(before: string, after: string): Record<'mine' | 'theirs', DifferencePart[]> {
  const part = (text: string) => (text === '' ? [] : [{ text, changed: true }]);
  return { mine: part(after), theirs: part(before) };
}
