import { Overlay, type OverlayRef } from '@angular/cdk/overlay';
import { TemplatePortal } from '@angular/cdk/portal';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  type OnDestroy,
  type TemplateRef,
  ViewContainerRef,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';

const OPENS_AFTER_MS = 300;
const LINGERS_MS = 160;

/**
 * A record's code, in Mono and never cut. With a `card` it opens a hover card after 300 ms or on focus; Escape closes
 * it and the pointer may enter it.
 */
@Component({
  selector: 'ui-code-link',
  imports: [RouterLink],
  host: {
    class: 'nw',
    '(mouseenter)': 'openSoon()',
    '(mouseleave)': 'closeSoon()',
    '(focusin)': 'open()',
    '(focusout)': 'closeSoon()',
    '(keydown.escape)': 'close()',
  },
  template: `
    @if (to(); as to) {
      <a class="code" [routerLink]="to">{{ code() }}</a>
    } @else {
      <span class="code">{{ code() }}</span>
    }
  `,
})
export class CodeLink implements OnDestroy {
  private readonly overlay = inject(Overlay);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly views = inject(ViewContainerRef);
  private readonly router = inject(Router);

  readonly code = input.required<string | null>();
  readonly link = input<string | readonly unknown[] | null>(null);
  /** What the hover card shows: chip, title and two lines of what matters now. */
  readonly card = input<TemplateRef<unknown>>();

  /** An address may carry a query or a fragment, which router commands would escape. */
  protected readonly to = computed(() => {
    const link = this.link();
    return typeof link === 'string' ? this.router.parseUrl(link) : link;
  });
  private shown?: OverlayRef;
  private timer?: ReturnType<typeof setTimeout>;

  ngOnDestroy(): void {
    clearTimeout(this.timer);
    this.shown?.dispose();
  }

  protected openSoon(): void {
    this.later(OPENS_AFTER_MS, () => this.open());
  }

  protected closeSoon(): void {
    this.later(LINGERS_MS, () => this.close());
  }

  protected open(): void {
    const card = this.card();
    clearTimeout(this.timer);
    if (!card || this.shown?.hasAttached()) return;
    this.shown ??= this.overlay.create({
      panelClass: 'pop',
      positionStrategy: this.overlay
        .position()
        .flexibleConnectedTo(this.host)
        .withPositions([
          { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
          { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
        ])
        .withPush(),
      scrollStrategy: this.overlay.scrollStrategies.close(),
    });
    this.shown.attach(new TemplatePortal(card, this.views));
    this.shown.overlayElement.onmouseenter = () => clearTimeout(this.timer);
    this.shown.overlayElement.onmouseleave = () => this.closeSoon();
  }

  protected close(): void {
    clearTimeout(this.timer);
    this.shown?.detach();
  }

  private later(milliseconds: number, work: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, milliseconds);
  }
}
