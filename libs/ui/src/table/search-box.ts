import { Component, input, type OnDestroy, output } from '@angular/core';

const SETTLES_AFTER_MS = 250;

/** Searches a list as one types, once the hand rests. */
@Component({
  selector: 'ui-search-box',
  template: `
    <input
      #box
      class="in ghost"
      type="search"
      [placeholder]="label()"
      [attr.aria-label]="label()"
      [value]="value()"
      (input)="settle(box.value)"
      (keydown.enter)="search(box.value)"
    />
  `,
})
export class SearchBox implements OnDestroy {
  readonly label = input.required<string>();
  readonly value = input('');
  readonly searched = output<string>();

  private timer?: ReturnType<typeof setTimeout>;

  ngOnDestroy(): void {
    clearTimeout(this.timer);
  }

  protected settle(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.searched.emit(text.trim()), SETTLES_AFTER_MS);
  }

  protected search(text: string): void {
    clearTimeout(this.timer);
    this.searched.emit(text.trim());
  }
}
