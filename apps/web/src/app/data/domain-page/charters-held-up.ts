import { computed, inject, Injectable, resource } from '@angular/core';
import type { CharterSummary, GateCheck } from '@sightline/contracts';
import { DataApi } from '../data-api';
import { DomainDesk } from './domain-desk';

/** Whose gates are asked at most; the newest drafts matter most. */
const ASKED_MAX = 8;

/** The charters that touch the domain of the page, and those of them whose gate is shut because of it. */
@Injectable()
export class ChartersHeldUp {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);

  readonly charters = this.api.charters(this.desk.code);
  readonly all = computed(() => (this.charters.hasValue() ? this.charters.value().items : []));
  readonly total = computed(() => (this.charters.hasValue() ? this.charters.value().total : null));
  private readonly answers = resource({
    params: () => ({
      domain: this.desk.code(),
      version: this.desk.domain(),
      codes: this.all()
        .filter(({ status }) => status === 'draft' || status === 'submitted')
        .slice(0, ASKED_MAX)
        .map(({ code }) => code),
    }),
    loader: async ({ params }) => {
      const gates = await Promise.allSettled(params.codes.map((code) => this.api.gate(code)));
      return params.codes.filter((_code, index) => {
        const gate = gates[index];
        return gate?.status === 'fulfilled' && gate.value.checks.some((check) => blocksAt(check, params.domain));
      });
    },
  });
  readonly codes = computed(() => (this.answers.hasValue() ? this.answers.value() : []));
  readonly held = computed(() => this.of(true));
  readonly others = computed(() => this.of(false));
  /** The principles these charters follow, each once. */
  readonly principles = computed(() => {
    const cited = this.all().flatMap(({ principles }) => principles);
    return cited.filter(({ id }, index) => cited.findIndex((each) => each.id === id) === index);
  });

  private of(held: boolean): CharterSummary[] {
    const codes = this.codes();
    return this.all().filter(({ code }) => codes.includes(code) === held);
  }
}

/** Whether this check is shut by something in the domain: it is led there, or names it among others. */
function blocksAt({ passed, level, fix, params }: GateCheck, domain: string): boolean {
  if (passed || level !== 'blocker') return false;
  const named = ['owners', 'stewards', 'blocking'].flatMap((list) => textsOf(params[list]));
  return (
    fix.path.startsWith(`/data/${domain}#`) || named.some((text) => text === domain || text.endsWith(`(${domain})`))
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
