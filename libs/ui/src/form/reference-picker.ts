import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, computed, ElementRef, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { Icon } from '../icon/icon';
import { Speech } from '../speech/speech';
import { WordPipe } from '../speech/word-pipe';
import { Field } from './field';
import type { ReferenceOption, SearchReferences } from './reference-option';

const SETTLES_AFTER_MS = 150;

/**
 * Picks one record by typing: an ARIA combobox over an asynchronous search. Arrow keys move, Enter picks, Escape
 * brings the old value back. Stands inside a `ui-field`.
 */
@Component({
  selector: 'ui-reference-picker',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, WordPipe],
  templateUrl: './reference-picker.html',
})
export class ReferencePicker {
  private readonly speech = inject(Speech);
  protected readonly field = inject(Field);

  /** What is picked now. */
  readonly value = input<ReferenceOption | null>(null);
  readonly search = input.required<SearchReferences>();
  readonly placeholder = input('');
  /** For lists of references: empties the box after each pick. */
  readonly adds = input(false);
  /** Null when the box was emptied. */
  readonly picked = output<ReferenceOption | null>();

  protected readonly text = linkedSignal(() => (this.adds() ? '' : textOf(this.value())));
  protected readonly options = signal<readonly ReferenceOption[]>([]);
  protected readonly open = signal(false);
  protected readonly active = signal(0);
  protected readonly listId = computed(() => `${this.field.for()}-options`);
  protected readonly activeId = computed(() => (this.open() ? `${this.listId()}-${this.active()}` : null));
  protected readonly nothing = computed(() => this.speech.say('noMatch', { text: this.text() }));
  /** As wide as the box, measured when the list opens. */
  protected readonly width = signal(0);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private asked = 0;
  private timer?: ReturnType<typeof setTimeout>;

  protected type(text: string): void {
    this.text.set(text);
    if (text === '' && !this.adds()) this.picked.emit(null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), SETTLES_AFTER_MS);
  }

  /** The answer of an older question never replaces that of a newer one. */
  protected async look(): Promise<void> {
    const mine = ++this.asked;
    const typed = this.text() === textOf(this.value()) ? '' : this.text();
    const found = await this.search()(typed.trim());
    if (mine !== this.asked) return;
    this.options.set(found);
    this.active.set(0);
    this.width.set(this.box().nativeElement.offsetWidth);
    this.open.set(true);
  }

  protected press(event: KeyboardEvent): void {
    const option = this.options()[this.active()];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event.key === 'ArrowDown' ? 1 : -1, event);
    else if (event.key === 'Enter' && this.open() && option) this.pick(option, event);
    else if (event.key === 'Escape' && this.open()) this.leave(event);
  }

  protected pick(option: ReferenceOption, event?: Event): void {
    event?.preventDefault();
    this.text.set(this.adds() ? '' : textOf(option));
    this.shut();
    this.picked.emit(option);
    this.box().nativeElement.focus();
  }

  /** Leaving without a pick keeps what was picked before. */
  protected leave(event?: Event): void {
    event?.stopPropagation();
    this.shut();
    if (this.text() !== '' || this.adds()) this.text.set(this.adds() ? '' : textOf(this.value()));
  }

  private shut(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.open.set(false);
  }

  private move(by: number, event: Event): void {
    event.preventDefault();
    if (!this.open()) return void this.look();
    const count = this.options().length;
    if (count > 0) this.active.update((at) => (at + by + count) % count);
  }
}

function textOf(option: ReferenceOption | null): string {
  if (!option) return '';
  return option.code ? `${option.code} ${option.name}` : option.name;
}
