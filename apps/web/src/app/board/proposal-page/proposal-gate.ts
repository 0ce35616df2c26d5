import { Component, computed, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Proposal } from '@sightline/contracts';
import { Mark, type MarkName, SectionHeader, Ticks } from '@sightline/ui';

/** The gate in two lines: whether anything blocks approval, and what does not pass; all checks on request. */
@Component({
  selector: 'app-proposal-gate',
  imports: [Mark, SectionHeader, Ticks, TranslocoPipe],
  templateUrl: './proposal-gate.html',
  styleUrl: './proposal-gate.css',
})
export class ProposalGate {
  readonly checks = input.required<Proposal['checks']>();
  readonly overrules = input<Proposal['overrules']>([]);
  readonly frozen = input(false);

  protected readonly all = signal(false);
  protected readonly failing = computed(() => this.checks().filter(({ passed, level }) => !passed && level !== 'info'));
  protected readonly blockers = computed(() => this.failing().filter(({ level }) => level === 'blocker'));
  protected readonly passed = computed(() => this.checks().filter(({ passed }) => passed).length);
  protected readonly shown = computed(() => (this.all() ? this.checks() : this.failing()));

  protected markOf({ passed, level }: Proposal['checks'][number]): MarkName {
    return passed ? 'force' : ({ blocker: 'blocked', warning: 'risk', info: 'later' } as const)[level];
  }
}
