import { Component, computed, input } from '@angular/core';
import type { Comment } from '@sightline/contracts';
import { MarkdownView } from '@sightline/ui';

/** What somebody said: Markdown without headings, and with the names it calls standing out. */
@Component({
  selector: 'app-comment-words',
  imports: [MarkdownView],
  template: `<ui-markdown-view [text]="text()" />`,
  styles: `
    :host {
      display: block;
      font: var(--sl-text-sm);
      overflow-wrap: anywhere;
    }
  `,
})
export class CommentWords {
  readonly comment = input.required<Pick<Comment, 'text' | 'mentions'>>();

  protected readonly text = computed(() => {
    const { text, mentions } = this.comment();
    const plain = text.replace(/^(\s{0,3})(#{1,6}\s|=+\s*$|-+\s*$)/gm, '$1\\$2');
    return mentions.reduce((said, { name }) => said.replaceAll(`@${name}`, `**@${name}**`), plain);
  });
}
