import { Component, input, output, signal } from '@angular/core';
import { MarkdownView } from '../markdown/markdown-view';
import { WordPipe } from '../speech/word-pipe';
import { FieldControl } from './field-control';

/** Writes Markdown, with a preview of how it will read. Stands inside a `ui-field`. */
@Component({
  selector: 'ui-markdown-editor',
  imports: [FieldControl, MarkdownView, WordPipe],
  template: `
    <div class="mdtabs">
      <div class="seg">
        <button type="button" [attr.aria-pressed]="!preview()" (click)="preview.set(false)">
          {{ 'write' | word }}
        </button>
        <button type="button" [attr.aria-pressed]="preview()" (click)="preview.set(true)">
          {{ 'preview' | word }}
        </button>
      </div>
    </div>
    @if (preview()) {
      @if (value().trim()) {
        <ui-markdown-view [text]="value()" [law]="law()" />
      } @else {
        <p class="sm m">{{ 'nothingWritten' | word }}</p>
      }
    } @else {
      <textarea
        #box
        uiControl
        [rows]="rows()"
        [value]="value()"
        [attr.maxlength]="limit()"
        (input)="changed.emit(box.value)"
        (blur)="left.emit()"
      ></textarea>
    }
  `,
})
export class MarkdownEditor {
  readonly value = input.required<string>();
  readonly rows = input(8);
  readonly law = input(false);
  readonly limit = input<number | null>(null);
  readonly changed = output<string>();
  readonly left = output<void>();

  protected readonly preview = signal(false);
}
