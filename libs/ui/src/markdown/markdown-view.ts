import { Component, effect, ElementRef, inject, input, signal } from '@angular/core';
import { renderMarkdown } from './render-markdown';

/** Text written in Markdown, busy until it stands there. `law` sets it in the strategy's own voice. */
@Component({
  selector: 'ui-markdown-view',
  host: { class: 'md', '[class.law]': 'law()', '[attr.aria-busy]': 'drawn() ? null : true' },
  template: '',
})
export class MarkdownView {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly text = input.required<string>();
  readonly law = input(false);
  protected readonly drawn = signal(false);

  constructor() {
    effect(() => void this.draw(this.text()));
  }

  private async draw(text: string): Promise<void> {
    // Where the reader of Markdown does not come, the words stand as they were typed.
    const nodes = await renderMarkdown(text).catch(() => document.createTextNode(text));
    if (text !== this.text()) return;
    this.host.nativeElement.replaceChildren(nodes);
    this.drawn.set(true);
  }
}
