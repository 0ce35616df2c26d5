import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, Requirement } from '@sightline/contracts';
import { Empty, MomentPipe, Stat } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { charterPhase } from '../charter-phase';
import { RequirementForm } from './requirement-form';

/** What the constituencies demand of a charter, each with its answer or the place of a missing one. */
@Component({
  selector: 'app-requirement-list',
  imports: [Empty, MomentPipe, RequirementForm, Stat, TranslocoPipe],
  templateUrl: './requirement-list.html',
  styleUrl: './plan.css',
})
export class RequirementList {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();
  readonly changed = output<void>();

  /** The requirement being answered, by id, or `new` for one being stated. */
  protected readonly open = signal<string | 'new' | null>(null);
  protected readonly refusal = signal<string | null>(null);
  /** Before the decision only: afterwards the record keeps what was answered. */
  protected readonly undecided = computed(() => ['draft', 'submitted'].includes(charterPhase(this.charter())));
  protected readonly mayAnswer = computed(
    () => this.undecided() && this.session.may('charter.edit', { own: this.isLead() }),
  );
  /** The constituencies for which the reader holds a seat. */
  protected readonly speaksFor = computed(() => {
    const seats = this.session.may('requirement.state') && this.undecided() ? this.session.me()?.seats : [];
    return [...new Set((seats ?? []).map(({ constituency }) => constituency))];
  });

  /** Boards may have constituencies of their own; those go by their key. */
  protected readonly nameOf = (constituency: string): string => {
    const key = `charters.constituency.${constituency}`;
    const name = this.words.say(key);
    return name === key ? constituency : name;
  };

  protected async answer(requirement: Requirement, answer: string): Promise<void> {
    await this.send(() => this.api.answer(this.charter().code, requirement, answer));
  }

  protected async state(said: { constituency: string; text: string }): Promise<void> {
    await this.send(() => this.api.stateRequirement(this.charter().code, said));
  }

  protected turnTo(what: string | null): void {
    this.refusal.set(null);
    this.open.set(what);
  }

  private async send(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
      this.turnTo(null);
      this.changed.emit();
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    }
  }

  private isLead(): boolean {
    const me = this.session.me();
    return me !== null && this.charter().lead?.id === me.user.id;
  }
}
