import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { renderMarkdown } from './render-markdown';

/** Text written in Markdown. `law` sets it in the strategy's own voice. */
@Component({
  selector: 'ui-markdown-view',
  host: { class: 'md', '[class.law]': 'law()' },
  template: '',
})
export class MarkdownView {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly text = input.required<string>();
  readonly law = input(false);

  constructor() {
    effect(() => void this.draw(this.text()));
  }

  private async draw(text: string): Promise<void> {
    const nodes = await renderMarkdown(text);
    if (text === this.text()) this.host.nativeElement.replaceChildren(nodes);
  }
}
