import { Component, computed, inject, input } from '@angular/core';
import { Field, FieldControl } from '@sightline/ui';
import { DraftConflictBox } from './draft-conflict-box';
import { DraftStore } from './draft-store';
import { fieldId } from './field-id';

/** A text of the draft that saves itself: a line, or some lines. An empty date or amount is none. */
@Component({
  selector: 'app-draft-text',
  imports: [DraftConflictBox, Field, FieldControl],
  template: `
    <ui-field [for]="id()" [label]="label()" [hint]="hint()" [error]="store.refusalAt(path())">
      @if (rows() > 1) {
        <textarea
          #lines
          uiControl
          [rows]="rows()"
          [value]="value()"
          [attr.maxlength]="limit()"
          (input)="edit(lines.value)"
          (blur)="leave()"
        ></textarea>
      } @else {
        <input
          #line
          uiControl
          [type]="type() === 'date' ? 'date' : 'text'"
          [attr.inputmode]="type() === 'amount' ? 'decimal' : null"
          [placeholder]="placeholder()"
          [value]="value()"
          [attr.maxlength]="limit()"
          (input)="edit(line.value)"
          (blur)="leave()"
        />
      }
    </ui-field>
    <app-draft-conflict [path]="path()" />
  `,
  styles: `
    :host {
      display: block;
      margin-top: 14px;
    }
  `,
})
export class DraftText {
  protected readonly store = inject(DraftStore);

  readonly path = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly rows = input(1);
  readonly limit = input<number | null>(null);
  readonly type = input<'text' | 'date' | 'amount'>('text');
  readonly placeholder = input('');

  protected readonly id = computed(() => fieldId(this.path()));
  protected readonly value = computed(() => this.store.value<string | null | undefined>(this.path()) ?? '');

  protected edit(text: string): void {
    this.store.edit(this.path(), this.type() !== 'text' && text === '' ? null : text);
  }

  /** What was typed is saved at once when the field is left. */
  protected leave(): void {
    void this.store.flush();
  }
}
