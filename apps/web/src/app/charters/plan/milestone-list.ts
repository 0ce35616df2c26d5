import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, Milestone } from '@sightline/contracts';
import { CodeLink, DayPipe, Empty, MeasurePipe, Stat, Toasts } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { MilestoneForm } from './milestone-form';

/** What becomes real, and when. A milestone that names no value is shown as the activity it is. */
@Component({
  selector: 'app-milestone-list',
  imports: [CodeLink, DayPipe, Empty, MeasurePipe, MilestoneForm, Stat, TranslocoPipe],
  templateUrl: './milestone-list.html',
  styleUrl: './plan.css',
})
export class MilestoneList {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();
  readonly editable = input(false);
  /** The plan is another now; whoever shows the charter reads it anew. */
  readonly changed = output<void>();

  /** The milestone being written: one of the list, or a new one. */
  protected readonly open = signal<string | 'new' | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly linkOf = linkOf;
  private readonly units = computed(() => new Map(this.charter().kpis.map(({ kpi, unit }) => [kpi.id, unit])));

  protected unitOf({ kpi }: Milestone): string | null {
    return (kpi && this.units().get(kpi.id)) ?? null;
  }

  protected saved(): void {
    this.open.set(null);
    this.changed.emit();
  }

  /** Taken off the plan at once; the toast puts it back. */
  protected async remove(milestone: Milestone): Promise<void> {
    const { code } = this.charter();
    const { title, value, kpi, expectedValue, dueOn, reachedOn } = milestone;
    try {
      await this.api.archiveMilestone(code, milestone);
      this.changed.emit();
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      return;
    }
    const again = { title, value, kpi: kpi?.id ?? null, expectedValue, dueOn, reachedOn };
    this.toasts.say({
      text: this.words.say('charters.milestone.removed', { title }),
      action: {
        label: this.words.say('ui.undo'),
        run: () => void this.api.addMilestone(code, again).then(() => this.changed.emit()),
      },
    });
  }
}
