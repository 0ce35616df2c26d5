import { BreakpointObserver } from '@angular/cdk/layout';
import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { GlobalPositionStrategy, NoopScrollStrategy } from '@angular/cdk/overlay';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  type OnDestroy,
  signal,
  type TemplateRef,
  untracked,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Chapter, CommentedType } from '@sightline/contracts';
import { Icon } from '@sightline/ui';
import { CommentPanel } from './comment-panel';
import { CommentStore } from './comment-store';
import { CommentsApi } from './comments-api';
import { SelectionButton } from './selection-button';

/** From here on there is room beside the text. */
const ROOMY = '(min-width: 1381px)';
const ON_PHONE = '(max-width: 760px)';

/** What is said about the text: beside it where there is room, else in a sheet that its buttons open. */
@Component({
  selector: 'app-comment-margin',
  imports: [CommentPanel, Icon, SelectionButton, TranslocoPipe],
  host: { class: 'no-print' },
  templateUrl: './comment-margin.html',
  styleUrl: './comment-margin.css',
})
export class CommentMargin implements OnDestroy {
  private readonly dialog = inject(Dialog);
  private readonly screen = inject(BreakpointObserver);
  private readonly api = inject(CommentsApi);
  private readonly views = inject(ViewContainerRef);
  protected readonly store = inject(CommentStore);

  readonly recordType = input.required<CommentedType>();
  readonly record = input.required<string>();
  /** Id of the comment that the address leads to. */
  readonly comment = input<string>();
  readonly openTo = input<(chapter: Chapter) => string>(() => '');

  private readonly sheet = viewChild.required<TemplateRef<unknown>>('sheet');
  private readonly room = toSignal(this.screen.observe(ROOMY), { requireSync: true });
  protected readonly roomy = computed(() => this.room().matches);
  /** The address leads to a comment that is not there, or not for this reader. */
  protected readonly missing = signal(false);
  private shown: DialogRef | null = null;
  private led: string | null = null;

  constructor() {
    effect(() => {
      const record = { recordType: this.recordType(), record: this.record() };
      untracked(() => void this.store.load(record));
    });
    effect(() => {
      const open = this.store.sheet() && !this.roomy();
      untracked(() => (open ? this.openSheet() : this.shown?.close()));
    });
    effect(() => {
      const wanted = this.comment();
      if (wanted && this.store.state() === 'ready') untracked(() => this.lead(wanted));
    });
  }

  ngOnDestroy(): void {
    this.shown?.close();
  }

  protected close(): void {
    this.store.sheet.set(false);
  }

  /** Once per address: shows the thread, and counts what calls the reader there as seen. */
  private lead(id: string): void {
    if (this.led === id) return;
    this.led = id;
    const thread = this.store.threads().find((one) => one.id === id || one.replies.some((reply) => reply.id === id));
    this.missing.set(thread === undefined);
    if (!thread) return;
    this.store.choose(thread);
    this.store.led.set({ thread: thread.id });
    void this.api.see(thread.id).catch(() => undefined);
  }

  private openSheet(): void {
    if (this.shown) return;
    const place = new GlobalPositionStrategy();
    this.shown = this.dialog.open(this.sheet(), {
      viewContainerRef: this.views,
      positionStrategy: this.screen.isMatched(ON_PHONE) ? place.bottom('0').left('0') : place.top('0').right('0'),
      // The text below is led to the passage meanwhile.
      scrollStrategy: new NoopScrollStrategy(),
      panelClass: 'comment-sheet-pane',
      restoreFocus: true,
      ariaLabelledBy: 'comment-sheet-title',
    });
    this.shown.closed.subscribe(() => {
      this.shown = null;
      this.store.sheet.set(false);
      this.store.held.set(false);
    });
  }
}
