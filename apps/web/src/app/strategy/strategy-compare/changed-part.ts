import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DiffItem, FieldDiff } from '@sightline/contracts';
import { DiffWords } from './diff-words';
import type { ItemRows } from './diff-rows';
import { RuleTable } from './rule-table';
import { TextBlocks } from './text-blocks';

/** One part that differs: a section or record, field by field, older beside newer or both in one line. */
@Component({
  selector: 'app-changed-part',
  imports: [RuleTable, TextBlocks, TranslocoPipe],
  templateUrl: './changed-part.html',
  styleUrl: './changed-part.css',
})
export class ChangedPart {
  private readonly words = inject(DiffWords);

  readonly part = input.required<ItemRows>();
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  readonly sideBySide = input(true);
  /** Off where what is around it says which part it is. */
  readonly headed = input(true);
  /** How many places there are in all, for their names. */
  readonly places = input.required<number>();

  protected readonly item = computed<DiffItem>(() => this.part().item);
  protected readonly title = computed(() => this.words.title(this.item()));
  protected readonly name = computed(() => [this.title().code, this.title().name].filter(Boolean).join(' '));
  /** Folded stretches that the reader opened, by field and row. */
  private readonly opened = signal<ReadonlySet<string>>(new Set());

  protected label(field: string): string {
    return this.words.field(this.item(), field);
  }

  protected what(field: string): string {
    return [this.name(), this.label(field)].filter(Boolean).join(', ');
  }

  protected valueOf({
    field,
    value,
  }: {
    field: string;
    value: Extract<FieldDiff, { kind: 'value' }>['before'];
  }): string {
    return this.words.value(this.item(), field, value);
  }

  protected isOpen(field: string, row: number): boolean {
    return this.opened().has(`${field} ${row}`);
  }

  protected turn(field: string, row: number): void {
    const key = `${field} ${row}`;
    this.opened.update((open) => {
      const next = new Set(open);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }
}
