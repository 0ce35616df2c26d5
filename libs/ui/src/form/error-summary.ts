import { Component, effect, ElementRef, inject, input, output } from '@angular/core';
import { WordPipe } from '../speech/word-pipe';

export interface FieldIssue {
  /** The id of the control. */
  readonly field: string;
  readonly message: string;
}

/** All that needs another look, at the top of the form; takes focus when it appears, each line leads to its field. */
@Component({
  selector: 'ui-error-summary',
  imports: [WordPipe],
  host: { '[class.es]': 'issues().length > 0', '[attr.role]': "issues().length ? 'alert' : null", tabindex: '-1' },
  template: `
    @if (issues().length > 0) {
      <h3>{{ heading() ?? ('errors' | word: { n: issues().length }) }}</h3>
      <ul>
        @for (issue of issues(); track issue.field + issue.message) {
          <li>
            <button type="button" (click)="lead(issue)">{{ issue.message }}</button>
          </li>
        }
      </ul>
    }
  `,
})
export class ErrorSummary {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly issues = input.required<readonly FieldIssue[]>();
  readonly heading = input<string>();
  /** For a form in steps: the field may be on another step, the page turns to it first. */
  readonly led = output<FieldIssue>();

  constructor() {
    effect(() => {
      if (this.issues().length > 0) this.host.nativeElement.focus();
    });
  }

  protected lead(issue: FieldIssue): void {
    this.led.emit(issue);
    setTimeout(() => document.getElementById(issue.field)?.focus());
  }
}
