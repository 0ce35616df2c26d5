import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionTable, Fact, FactCells, Mandate, Page, Reference } from '@sightline/contracts';
import { cellProblems, tableProblems } from '@sightline/rules';
import { Field, ReferencePicker, type ReferenceOption, type SearchReferences } from '@sightline/ui';
import { Api } from '../../platform/api/api';
import { DraftConflictBox } from '../strategy-draft/draft-conflict-box';
import { DraftStore } from '../strategy-draft/draft-store';
import { fieldId } from '../strategy-draft/field-id';
import { ConditionEditor } from './condition-editor';
import { TableEditor } from './table-editor';
import { TableHintList } from './table-hint-list';
import { TryPanel } from './try-panel';

const FOUND_MAX = 12;

/** Beside the words of a principle in a draft: which order it translates, when it applies, and what it decides. */
@Component({
  selector: 'app-draft-decision',
  imports: [
    ConditionEditor,
    DraftConflictBox,
    Field,
    ReferencePicker,
    TableEditor,
    TableHintList,
    TranslocoPipe,
    TryPanel,
  ],
  templateUrl: './draft-decision.html',
  styles: `
    :host > ui-field {
      margin-top: 16px;
    }
    h4 {
      font: 600 14px/20px var(--sl-font-ui);
      padding: 18px 0 4px;
    }
    .foot {
      margin-top: 8px;
    }
    app-try-panel {
      display: block;
      margin-top: 12px;
    }
  `,
})
export class DraftDecision {
  private readonly api = inject(Api);
  protected readonly store = inject(DraftStore);

  /** Id of the principle. */
  readonly principle = input.required<string>();

  protected readonly path = computed(() => `principles/${this.principle()}`);
  protected readonly prefix = computed(() => fieldId(this.path()));
  protected readonly facts = computed(() => this.store.value<readonly Fact[] | undefined>('facts') ?? []);
  protected readonly mandate = computed(() => this.valueOf<Reference>('mandate'));
  protected readonly table = computed(() => this.valueOf<DecisionTable>('decisionTable'));
  protected readonly condition = computed(() => this.valueOf<FactCells>('applicability'));
  protected readonly tableProblems = computed(() => {
    const table = this.table();
    return table ? tableProblems(table, this.facts()) : [];
  });
  protected readonly conditionProblems = computed(() => cellProblems(this.condition() ?? {}, this.facts()));
  protected readonly trying = signal(false);
  /** What the server would not take and no cell says already. */
  protected readonly refusal = computed(() => {
    if (this.tableProblems().length + this.conditionProblems().length > 0) return null;
    return this.store.refusalAt(`${this.path()}/decisionTable`) ?? this.store.refusalAt(`${this.path()}/applicability`);
  });

  protected readonly mandates: SearchReferences = async (q) => {
    const { items } = await this.api.get<Page<Mandate>>('/mandates', { q, pageSize: FOUND_MAX });
    return items.map(({ id, code, title, sponsor }) => ({ id, code, name: title, detail: sponsor.name }));
  };

  protected translate(option: ReferenceOption | null): void {
    this.edit('mandate', option && { id: option.id, code: option.code, name: option.name });
  }

  protected decide(table: DecisionTable): void {
    this.edit('decisionTable', table.rules.length > 0 ? table : null);
  }

  protected edit(field: 'mandate' | 'decisionTable' | 'applicability', value: unknown): void {
    this.store.edit(`${this.path()}/${field}`, value);
  }

  private valueOf<T>(field: string): T | null {
    return this.store.value<T | null | undefined>(`${this.path()}/${field}`) ?? null;
  }
}
