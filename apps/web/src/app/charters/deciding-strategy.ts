import { computed, inject, Injectable } from '@angular/core';
import type { CharterGateFacts, DecidingPrincipleFact, FactAnswers, StrategyVersion } from '@sightline/contracts';
import { weighedPrinciples } from '@sightline/rules';
import { StrategyApi } from '../strategy/strategy-api';

/** What the strategy in force asks of a charter, and what its principles say to the answers. */
@Injectable()
export class DecidingStrategy {
  private readonly resource = inject(StrategyApi).version(() => undefined);

  readonly loading = computed(() => this.resource.isLoading() && !this.resource.hasValue());
  /** Null while unknown, and where none is in force. */
  readonly version = computed<StrategyVersion | null>(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly facts = computed(() => this.version()?.facts ?? []);
  readonly principles = computed<DecidingPrincipleFact[]>(() =>
    (this.version()?.principles ?? []).flatMap(({ id, code, title, applicability, decisionTable }) =>
      decisionTable ? [{ id, code, title, applicability, decisionTable }] : [],
    ),
  );
  /** Codes of the principles that read a fact, by its name. */
  readonly askedBy = computed(() => {
    const asked: Record<string, string[]> = {};
    for (const { code, applicability, decisionTable } of this.principles()) {
      const cells = [applicability ?? {}, ...decisionTable.rules.map(({ when }) => when)];
      for (const name of new Set(cells.flatMap((when) => Object.keys(when))))
        asked[name] = [...(asked[name] ?? []), code];
    }
    return asked;
  });

  /** Every principle with a table that applies, or may apply, with what it says. */
  weigh(facts: FactAnswers): ReturnType<typeof weighedPrinciples> {
    const deciding: CharterGateFacts['deciding'] = { facts: this.facts(), principles: this.principles() };
    return weighedPrinciples({ deciding, facts });
  }
}
