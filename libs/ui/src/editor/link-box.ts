import { afterNextRender, Component, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { WordPipe } from '../speech/word-pipe';
import { SAFE_LINK } from '@sightline/contracts';

/** Where a link leads: asked in place, and refused when it is no address people can follow safely. */
@Component({
  selector: 'ui-link-box',
  imports: [WordPipe],
  template: `
    <form class="row wrap" (submit)="$event.preventDefault(); put(box.value)" (keydown.escape)="cancelled.emit()">
      <label class="sm" for="link-address">{{ 'editor.address' | word }}</label>
      <input
        #box
        class="in"
        id="link-address"
        autocomplete="off"
        [value]="href()"
        [attr.aria-invalid]="refused() || null"
        [attr.aria-describedby]="refused() ? 'link-refused' : null"
      />
      <button class="btn s" type="submit">{{ 'editor.setLink' | word }}</button>
      @if (href()) {
        <button class="btn s" type="button" (click)="set.emit('')">{{ 'editor.unlink' | word }}</button>
      }
      @if (refused()) {
        <p class="errmsg" id="link-refused" role="alert">{{ 'editor.unsafe' | word }}</p>
      }
    </form>
  `,
  styles: `
    form {
      padding: 6px 8px;
      border-bottom: 1px solid var(--sl-line);
      gap: 8px;
    }
    .in {
      flex: 1 1 200px;
      height: 30px;
    }
    .errmsg {
      flex-basis: 100%;
      margin: 0;
    }
  `,
})
export class LinkBox {
  /** The address that stands there; empty for a new link. */
  readonly href = input.required<string>();
  /** The address that was given; empty takes the link away. */
  readonly set = output<string>();
  readonly cancelled = output<void>();

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly refused = signal(false);

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected put(text: string): void {
    const typed = text.trim();
    // "company.example/page" is what people type.
    const address = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
    this.refused.set(address !== '' && !SAFE_LINK.test(address));
    if (!this.refused()) this.set.emit(address);
  }
}
