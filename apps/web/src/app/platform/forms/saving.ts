import { inject, linkedSignal, signal, type WritableSignal } from '@angular/core';
import { submit, type FieldTree } from '@angular/forms/signals';
import { isStale } from '../problems/problem-of';
import { ProblemWords } from '../problems/problem-words';
import { toFormErrors } from '../problems/form-errors';
import { mergeFields } from './merge-fields';

export interface SavingOf<M extends object, R extends { version: number }> {
  readonly model: WritableSignal<M>;
  readonly form: FieldTree<M>;
  /** What the form changes; null when it creates. */
  readonly record: () => R | null;
  readonly toModel: (record: R) => M;
  /** The record as it stands on the server now, asked for when somebody else saved first. */
  readonly read: (record: R) => Promise<R>;
  readonly send: (model: M, record: R | null) => Promise<R>;
  readonly saved: (record: R) => void;
  /** A value in words, for the comparison when two people clash. */
  readonly describe?: (field: keyof M & string, value: unknown) => string | undefined;
}

interface Clash<R> {
  readonly now: R;
  readonly mine: string;
  readonly theirs: string;
  readonly takeTheirs: () => void;
}

/**
 * Sends a form that creates or changes one record. The server's refusals stand at their fields; when somebody else
 * saved first, changes of different fields are put together without asking, and only a clash is shown.
 */
export class Saving<M extends object, R extends { version: number }> {
  private readonly problems = inject(ProblemWords);
  private readonly basis;

  /** What cannot stand at a field. */
  readonly refusal = signal<string | null>(null);
  readonly clash = signal<Clash<R> | null>(null);

  constructor(private readonly of: SavingOf<M, R>) {
    this.basis = linkedSignal(() => of.record());
  }

  /** For the `submit` event of the form. */
  async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const { form, send, saved, model } = this.of;
    if (form().submitting()) return;
    this.refusal.set(null);
    this.clash.set(null);
    let stale = false;
    await submit(form, async () => {
      try {
        saved(await send(model(), this.basis()));
        return undefined;
      } catch (error) {
        stale = isStale(error) && this.basis() !== null;
        return stale ? undefined : this.refused(error);
      }
    });
    if (stale) await this.meet();
    else this.lead();
  }

  /** What was not sent, or refused, is where one goes on: the cursor stands in the first such field. */
  private lead(): void {
    this.of.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  /** Saves mine over theirs, under the version that stands now. */
  async keepMine(): Promise<void> {
    const clash = this.clash();
    if (clash) this.basis.set(clash.now);
    await this.save();
  }

  takeTheirs(): void {
    this.clash()?.takeTheirs();
    this.clash.set(null);
  }

  private refused(error: unknown) {
    const errors = toFormErrors(error, this.of.form);
    const unplaced = errors?.find(({ fieldTree }) => fieldTree === this.of.form);
    if (!errors || unplaced) this.refusal.set(unplaced?.message ?? this.problems.say(error));
    return errors?.filter((each) => each !== unplaced);
  }

  private async meet(): Promise<void> {
    const { model, read, toModel } = this.of;
    const before = this.basis();
    if (!before) return;
    try {
      const now = await read(before);
      const theirs = toModel(now);
      const { merged, clashing } = mergeFields(toModel(before), model(), theirs);
      const side = (values: M) => clashing.map((field) => this.describe(field, values[field])).join('\n');
      const mine = side(model());
      model.set(merged);
      if (clashing.length > 0)
        this.clash.set({ now, mine, theirs: side(theirs), takeTheirs: () => this.yield(now, theirs, clashing) });
      else {
        this.basis.set(now);
        await this.save();
      }
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    }
  }

  private yield(now: R, theirs: M, clashing: readonly (keyof M)[]): void {
    this.basis.set(now);
    this.of.model.update((mine) => clashing.reduce((model, field) => ({ ...model, [field]: theirs[field] }), mine));
  }

  private describe(field: keyof M & string, value: unknown): string {
    return this.of.describe?.(field, value) ?? textOf(value);
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' && 'name' in value ? String(value.name) : String(value);
}
