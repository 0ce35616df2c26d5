import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, GateAnswer, GateCheckAnswer } from '@sightline/contracts';
import { DecisionBox, GateRow, type GateRowWords, SectionHeader } from '@sightline/ui';
import { isStale } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi, type CharterStep } from '../charters-api';
import { GateWords } from '../gate-words';
import { gateCounts } from './gate-counts';
import { standingOf } from './standing-of';

/** What comes next for a charter that is before the board, decided, or over. */
@Component({
  selector: 'app-charter-standing',
  imports: [DecisionBox, GateRow, RouterLink, SectionHeader, TranslocoPipe],
  templateUrl: './charter-standing.html',
  styles: `
    .checks > li {
      padding-inline: 0;
    }
    .checks > li:first-child {
      border-top: 0;
    }
  `,
})
export class CharterStanding {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly gateWords = inject(GateWords);

  readonly charter = input.required<Charter>();
  readonly gate = input<GateAnswer | null>(null);
  readonly mayEdit = input(false);
  readonly own = input(false);
  readonly stepped = output<Charter>();
  readonly stale = output<void>();

  protected readonly standing = computed(() => standingOf(this.charter()));
  protected readonly params = computed(() => {
    const { approvedAt, approvedUnder, decision, proposal, changeRequest, submittedAt } = this.charter();
    return {
      on: (approvedAt ?? submittedAt ?? '').slice(0, 10),
      version: approvedUnder,
      decision: decision?.code ?? '',
      proposal: proposal?.code ?? '',
      reason: changeRequest?.reason ?? '',
    };
  });
  protected readonly mayDeliver = computed(() => this.session.may('charter.deliver', { own: this.own() }));
  protected readonly refusal = signal<string | null>(null);
  protected readonly sending = signal(false);

  /** While the board decides: what would block the approval. */
  protected readonly before = computed(() => {
    const gate = this.gate();
    if (!gate || this.standing().key !== 'submitted') return null;
    return gateCounts(gate.checks).now.filter(({ passed }) => !passed);
  });
  private readonly blockers = computed(() => (this.before() ?? []).filter(({ level }) => level === 'blocker').length);
  protected readonly verdict = computed(() => this.words.say('charters.gate.approval', { n: this.blockers() }));
  protected readonly wordsFor = computed(() => {
    const may = this.mayEdit();
    return (check: GateCheckAnswer): GateRowWords => this.gateWords.row(check, this.charter().code, may);
  });

  protected lead({ fix }: GateCheckAnswer): void {
    void this.router.navigateByUrl(fix.path);
  }

  protected async take(step: CharterStep): Promise<void> {
    if (this.sending()) return;
    this.refusal.set(null);
    this.sending.set(true);
    try {
      this.stepped.emit(await this.api.step(this.charter(), step));
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      if (isStale(error)) this.stale.emit();
    } finally {
      this.sending.set(false);
    }
  }
}
