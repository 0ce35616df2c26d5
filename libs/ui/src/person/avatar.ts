import { Component, computed, input } from '@angular/core';

/** Initials in a disc; people of another company stand in a dashed square. */
@Component({
  selector: 'ui-avatar',
  host: { class: 'av', '[class.ext]': 'external()', 'aria-hidden': 'true' },
  template: `{{ initials() }}`,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly external = input(false);

  protected readonly initials = computed(() => initialsOf(this.name()));
}

/** First letters of the first and the last word, however many there are between. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
