import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AssessOutcome, OutcomeReason } from '@sightline/contracts';
import { assessOutcome } from '@sightline/rules';
import { Field, FieldControl, Stat } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { markedParts } from './marked-parts';

/** The outcome statement, judged as one types: the phrases of a milestone are underlined, and the reasons said in words. */
@Component({
  selector: 'app-statement-field',
  imports: [Field, FieldControl, FormField, Stat, TranslocoPipe],
  templateUrl: './statement-field.html',
  styleUrl: './statement-field.css',
})
export class StatementField {
  private readonly words = inject(Words);

  readonly field = input.required<FieldTree<string>>();
  readonly effect = input<Omit<AssessOutcome, 'text'>>({});
  readonly error = input<string | null>(null);
  /** A whole sentence to put in place of what is written. */
  readonly took = output<string>();

  protected readonly text = computed(() => this.field()().value());
  protected readonly written = computed(() => this.text().trim() !== '');
  protected readonly assessment = computed(() => assessOutcome({ text: this.text(), ...this.effect() }));
  protected readonly parts = computed(() => markedParts(this.text(), this.assessment().because));
  protected readonly reasons = computed(() => [
    ...new Set(
      this.assessment().because.map((reason) => this.words.say(`outcome.reason.${reason.code}`, { ...reason })),
    ),
  ]);
  /** What a milestone's phrases are, for those who cannot see the line below them. */
  protected readonly delivered = computed(() => [
    ...new Set(
      this.assessment()
        .because.filter(isMilestone)
        .map((reason) => ('phrase' in reason ? reason.phrase : '')),
    ),
  ]);
  /** Also offered beside a statement that is an outcome already, as long as it says something else. */
  protected readonly suggestion = computed(() => {
    const suggestion = this.assessment().suggestion ?? assessOutcome({ text: '', ...this.effect() }).suggestion;
    if (!suggestion) return null;
    const sentence = this.words.say(`outcome.suggestion.${suggestion.code}`, suggestion.params);
    const whole = suggestion.code === 'increase' || suggestion.code === 'decrease' || suggestion.code === 'maintain';
    const text = whole ? sentenceCase(sentence) : sentence;
    return text === this.text() ? null : { text, whole };
  });
}

function isMilestone({ code }: OutcomeReason): boolean {
  return code === 'milestone-verb' || code === 'technology';
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
