import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { TITLE_MAX, type Charter, type Milestone } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { toFormErrors } from '../../platform/problems/form-errors';
import { ProblemWords } from '../../platform/problems/problem-words';
import { ChartersApi } from '../charters-api';

const VALUE_MAX = 2000;

/** Writes one milestone: what value it delivers first, then by which KPI one will see it. */
@Component({
  selector: 'app-milestone-form',
  imports: [Field, FieldControl, FormField, TranslocoPipe],
  templateUrl: './milestone-form.html',
})
export class MilestoneForm {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly fieldWords = inject(FieldWords);

  readonly charter = input.required<Charter>();
  readonly milestone = input<Milestone | null>(null);
  readonly saved = output<void>();
  readonly left = output<void>();

  protected readonly model = linkedSignal(() => draftOf(this.milestone()));
  protected readonly form = form(this.model, (path) => {
    required(path.title);
    maxLength(path.title, TITLE_MAX);
    maxLength(path.value, VALUE_MAX);
  });
  protected readonly refusal = signal<string | null>(null);

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.refusal.set(null);
    const done = await submit(this.form, async () => {
      try {
        await this.send();
        return undefined;
      } catch (error) {
        const errors = toFormErrors(error, this.form);
        if (!errors) this.refusal.set(this.problems.say(error));
        return errors ?? [{ kind: 'refused', message: this.problems.say(error), fieldTree: this.form }];
      }
    });
    if (done) this.saved.emit();
  }

  private send(): Promise<Milestone> {
    const { title, value, kpi, expectedValue, dueOn, reachedOn } = this.model();
    const body = {
      title,
      value: value.trim() || null,
      kpi: kpi || null,
      expectedValue: kpi ? expectedValue : null,
      dueOn: dueOn || null,
      reachedOn: reachedOn || null,
    };
    const before = this.milestone();
    const { code } = this.charter();
    return before ? this.api.changeMilestone(code, before, body) : this.api.addMilestone(code, body);
  }
}

function draftOf(milestone: Milestone | null) {
  return {
    title: milestone?.title ?? '',
    value: milestone?.value ?? '',
    kpi: milestone?.kpi?.id ?? '',
    expectedValue: milestone?.expectedValue ?? null,
    dueOn: milestone?.dueOn ?? '',
    reachedOn: milestone?.reachedOn ?? '',
  };
}
