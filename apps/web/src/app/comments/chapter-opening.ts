import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Reference, SectionOpening } from '@sightline/contracts';
import { Field, Icon, Mark, type ReferenceOption, ReferencePicker } from '@sightline/ui';
import { Lookups } from '../platform/records/lookups';
import { ProblemWords } from '../platform/problems/problem-words';
import { Session } from '../platform/session/session';
import { CommentsApi } from './comments-api';

type Kind = 'parties' | 'people';

/** Says at a chapter who outside reads it; the CIO office opens and closes it here. */
@Component({
  selector: 'app-chapter-opening',
  imports: [Field, Icon, Mark, ReferencePicker, TranslocoPipe],
  host: { class: 'no-print' },
  templateUrl: './chapter-opening.html',
  styleUrl: './chapter-opening.css',
})
export class ChapterOpening {
  private readonly api = inject(CommentsApi);
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);
  private readonly lookups = inject(Lookups);

  /** Number of the version. */
  readonly n = input.required<number>();
  readonly opening = input.required<SectionOpening>();
  readonly changed = output<void>();

  protected readonly kinds = ['parties', 'people'] as const;
  protected readonly search = { parties: this.lookups.outsideParties, people: this.lookups.outsiders };
  protected readonly mayOpen = computed(() => this.session.may('strategy.open'));
  protected readonly names = computed(() =>
    [...this.opening().parties, ...this.opening().people].map(({ name }) => name).join(', '),
  );
  protected readonly editing = signal(false);
  protected readonly saving = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly chosen = signal<Record<Kind, readonly Reference[]>>({ parties: [], people: [] });
  protected readonly nobody = computed(() => this.chosen().parties.length + this.chosen().people.length === 0);

  protected edit(): void {
    const { parties, people } = this.opening();
    this.chosen.set({ parties, people });
    this.refusal.set(null);
    this.editing.set(true);
  }

  protected add(kind: Kind, option: ReferenceOption | null): void {
    if (!option || this.chosen()[kind].some(({ id }) => id === option.id)) return;
    const { id, code, name } = option;
    this.chosen.update((chosen) => ({ ...chosen, [kind]: [...chosen[kind], { id, code, name }] }));
  }

  protected remove(kind: Kind, id: string): void {
    this.chosen.update((chosen) => ({ ...chosen, [kind]: chosen[kind].filter((one) => one.id !== id) }));
  }

  protected async save(): Promise<void> {
    if (this.saving()) return;
    this.saving.set(true);
    this.refusal.set(null);
    const { parties, people } = this.chosen();
    try {
      await this.api.open(this.n(), this.opening(), {
        parties: parties.map(({ id }) => id),
        people: people.map(({ id }) => id),
      });
      this.editing.set(false);
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    } finally {
      this.saving.set(false);
      this.changed.emit();
    }
  }
}
