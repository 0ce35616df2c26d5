import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Charter, GateAnswer, GateCheckAnswer } from '@sightline/contracts';
import { GateBox, type GateRowWords, Toasts } from '@sightline/ui';
import { isStale, problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { GateWords } from '../gate-words';
import { gateCounts, whyShut } from './gate-counts';

/** The gate at the head of a charter: what blocks the submission, each line leading into the field that mends it. */
@Component({
  selector: 'app-charter-gate',
  imports: [GateBox],
  template: `
    <ui-gate-box
      [checks]="counts().now"
      [verdict]="verdict()"
      [note]="note()"
      [later]="later()"
      [wordsFor]="wordsFor()"
      [action]="action()"
      [reason]="reason()"
      [held]="sending()"
      (fix)="lead($event)"
      (act)="submit()"
    />
    @if (refusal(); as why) {
      <p class="errmsg" role="alert">{{ why }}</p>
    }
  `,
  styles: `
    .errmsg {
      margin: 10px 0 0;
    }
  `,
})
export class CharterGate {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  private readonly gateWords = inject(GateWords);

  readonly charter = input.required<Charter>();
  readonly gate = input.required<GateAnswer>();
  readonly mayEdit = input(false);
  readonly own = input(false);
  readonly submitted = output<Charter>();
  /** The gate said no at the submission: its list of that moment. */
  readonly refused = output<GateCheckAnswer[]>();
  readonly stale = output<void>();

  protected readonly sending = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly counts = computed(() => gateCounts(this.gate().checks));
  protected readonly verdict = computed(() => this.words.say('charters.gate.verdict', { n: this.counts().blockers }));
  protected readonly note = computed(() => {
    const { now, passed, warnings } = this.counts();
    const version = this.gate().strategyVersion;
    const against = version === null ? 'charters.gate.againstNone' : 'charters.gate.against';
    const counted = this.words.say('charters.gate.counts', { passed, total: now.length, n: warnings });
    return `${counted} ${this.words.say(against, { version })}`;
  });
  protected readonly later = computed(() => this.counts().later.map(({ code }) => this.gateWords.name(code)));
  protected readonly action = computed(() => {
    const may = this.session.may('charter.submit', { own: this.own() });
    return may ? this.words.say('charters.gate.submit') : null;
  });
  protected readonly reason = computed(() => this.words.say(...whyShut(this.counts())));
  /** Who may not write the charter still sees why, and is led to records of their own. */
  protected readonly wordsFor = computed(() => {
    const mayEdit = this.mayEdit();
    return (check: GateCheckAnswer): GateRowWords => this.gateWords.row(check, this.charter().code, mayEdit);
  });

  protected lead({ fix }: GateCheckAnswer): void {
    void this.router.navigateByUrl(fix.path);
  }

  protected async submit(): Promise<void> {
    this.refusal.set(null);
    this.sending.set(true);
    try {
      const { charter, proposal } = await this.api.submit(this.charter());
      this.submitted.emit(charter);
      this.toasts.say({
        text: this.words.say('charters.gate.submitted', { code: charter.code }),
        action: {
          label: this.words.say('charters.proposal', { code: proposal.code }),
          run: () => void this.router.navigate(['/board/proposals', proposal.code]),
        },
      });
    } catch (error) {
      this.explain(error);
    } finally {
      this.sending.set(false);
    }
  }

  private explain(error: unknown): void {
    const { code, checks } = problemOf(error);
    this.refusal.set(this.problems.say(error));
    if (code === 'gate-blocked') this.refused.emit((checks ?? []).filter(isInWords));
    if (isStale(error)) this.stale.emit();
  }
}

function isInWords(check: object): check is GateCheckAnswer {
  return 'message' in check;
}
