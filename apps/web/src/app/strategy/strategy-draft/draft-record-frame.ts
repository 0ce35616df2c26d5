import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CapabilityRevision, DriverRevision, PrincipleRevision } from '@sightline/contracts';
import { Icon, Mark } from '@sightline/ui';
import { DraftRecords, type RecordList } from './draft-records';

/** One record of the draft: read in a line, opened in place to be written, moved, taken out. */
@Component({
  selector: 'app-draft-record',
  imports: [Icon, Mark, TranslocoPipe],
  templateUrl: './draft-record-frame.html',
  styleUrl: './draft-record-frame.css',
})
export class DraftRecordFrame {
  private readonly records = inject(DraftRecords);

  readonly list = input.required<RecordList>();
  readonly record = input.required<PrincipleRevision | DriverRevision | CapabilityRevision>();
  readonly heading = input.required<string>();
  readonly last = input(false);
  /** Just added: stands open. */
  readonly fresh = input(false);
  readonly opened = output<void>();

  readonly open = linkedSignal(() => this.fresh());
  protected readonly refusal = signal<string | null>(null);

  protected toggle(): void {
    this.open.update((open) => !open);
    if (this.open()) this.opened.emit();
  }

  protected move(by: 1 | -1): void {
    void this.records.move(this.list(), this.record(), by, (text) => this.refusal.set(text));
  }

  protected remove(): void {
    void this.records.remove(this.list(), this.record(), (text) => this.refusal.set(text));
  }
}
