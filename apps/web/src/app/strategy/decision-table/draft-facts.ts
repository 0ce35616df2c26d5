import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type Fact,
  FACT_QUESTION_MAX,
  FACT_TYPES,
  FACT_UNIT_MAX,
  FACTS_MAX,
  type PrincipleRevision,
} from '@sightline/contracts';
import { factListProblems } from '@sightline/rules';
import { Field, FieldControl, Icon } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DraftConflictBox } from '../strategy-draft/draft-conflict-box';
import { DraftStore } from '../strategy-draft/draft-store';
import { movedBy } from './table-edits';

/** What every charter is asked under this version, in the order in which it is asked. */
@Component({
  selector: 'app-draft-facts',
  imports: [DraftConflictBox, Field, FieldControl, Icon, TranslocoPipe],
  templateUrl: './draft-facts.html',
  styles: `
    .fact {
      border: 1px solid var(--sl-line-strong);
      border-radius: var(--sl-r-m);
      padding: 12px 14px 14px;
      margin-top: 12px;
    }
    .three {
      display: grid;
      grid-template-columns: 1.4fr 1fr 1fr;
      gap: 0 12px;
    }
    .three ui-field {
      margin-top: 0;
    }
    .name {
      font-family: var(--sl-font-code);
    }
    .add {
      margin-top: 12px;
    }
    @media (max-width: 760px) {
      .three {
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
    }
  `,
})
export class DraftFacts {
  private readonly words = inject(Words);
  protected readonly store = inject(DraftStore);

  protected readonly ways = [
    { key: 'up', by: -1, icon: 'arrow-up' },
    { key: 'down', by: 1, icon: 'arrow-down' },
  ] as const;
  protected readonly types = FACT_TYPES;
  protected readonly unitMax = FACT_UNIT_MAX;
  protected readonly questionMax = FACT_QUESTION_MAX;
  protected readonly facts = computed(() => this.store.value<readonly Fact[] | undefined>('facts') ?? []);
  protected readonly full = computed(() => this.facts().length >= FACTS_MAX);
  private readonly problems = computed(() => factListProblems(this.facts()));

  protected errorAt(at: number, field: 'name' | 'unit' | 'question' | 'choices'): string | null {
    const found = this.problems().find((problem) => problem.at === at && problem.field === field);
    return found ? this.words.say(`validation.${found.problem}`) : null;
  }

  /** The refusal that no field says already. */
  protected refusal(): string | null {
    return this.problems().length > 0 ? null : this.store.refusalAt('facts');
  }

  /** Codes of the principles whose conditions ask for it. */
  protected usedBy({ name }: Fact): string[] {
    const principles = this.store.version()?.principles ?? [];
    return principles.filter((principle) => asks(principle, name)).map(({ code }) => code);
  }

  protected write(at: number, change: Partial<Fact>): void {
    this.put(this.facts().map((fact, index) => (index === at ? fitted({ ...fact, ...change }) : fact)));
  }

  protected writeChoices(at: number, text: string): void {
    this.write(at, { choices: text.split('\n').filter((line) => line.trim() !== '') });
  }

  protected chooseType(at: number, index: number): void {
    this.write(at, { type: FACT_TYPES[index] ?? 'text' });
  }

  protected add(): void {
    if (this.full()) return;
    const at = this.facts().length;
    this.put([...this.facts(), { name: '', type: 'boolean', unit: null, question: '', choices: [] }]);
    setTimeout(() => document.getElementById(`fact-${at}-name`)?.focus());
  }

  protected remove(at: number): void {
    this.put(this.facts().filter((_fact, index) => index !== at));
  }

  /** Charters ask the facts in this order. The keyboard stays on the button, which goes along. */
  protected move(at: number, by: 1 | -1, key: string): void {
    const moved = movedBy(this.facts(), at, by);
    if (!moved) return;
    this.put(moved);
    setTimeout(() => document.getElementById(`fact-${at + by}-${key}`)?.focus());
  }

  private put(facts: readonly Fact[]): void {
    this.store.edit('facts', facts);
  }
}

/** Only a number has a unit, only a choice has answers to choose from. */
function fitted(fact: Fact): Fact {
  return {
    ...fact,
    unit: fact.type === 'number' ? fact.unit : null,
    choices: fact.type === 'choice' ? fact.choices : [],
  };
}

function asks({ applicability, decisionTable }: PrincipleRevision, name: string): boolean {
  return [applicability ?? {}, ...(decisionTable?.rules ?? []).map(({ when }) => when)].some((when) => name in when);
}
