import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  type OnDestroy,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MarkdownView } from '../markdown/markdown-view';
import { Speech } from '../speech/speech';
import { Failure } from '../states/failure';
import { EditorTools } from './editor-tools';
import { EditorTurns } from './editor-turns';
import type { ProseEngine } from './engine/prose-engine';
import { isSameState, NOTHING, type EditorState, type ToolKey } from './engine/tool-list';
import { LinkBox } from './link-box';
import { nearWindow } from './near-window';

/** About what a line of the text holds and takes, in letters and px. */
const LINE = { letters: 76, height: 28 };

/** What was written, and the text it was written over. */
export interface ProseChange {
  readonly text: string;
  readonly before: string;
}

/**
 * Writes a text as it will read; underneath it is Markdown. Opening it changes nothing, and what nobody touched keeps
 * its bytes. The editor itself is loaded on first use; until then the text stands there to be read where the reader is
 * near it.
 */
@Component({
  selector: 'ui-prose-editor',
  imports: [EditorTools, Failure, LinkBox, MarkdownView],
  templateUrl: './prose-editor.html',
  styleUrl: './prose-editor.css',
})
export class ProseEditor implements OnDestroy {
  private readonly turns = inject(EditorTurns);
  private readonly speech = inject(Speech);

  /** Id of the element one writes in. */
  readonly editorId = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  /** Ids of what describes the text: its hint, its error. */
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly changed = output<ProseChange>();
  /** The keyboard left; what was typed has been handed over. */
  readonly left = output<void>();
  readonly entered = output<void>();

  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly tools = viewChild(EditorTools);
  private engine: ProseEngine | null = null;
  private gone = false;
  protected readonly ready = signal(false);
  protected readonly failed = signal(false);
  private readonly near = nearWindow();
  /** The text stands there to be read until it can be written. */
  protected readonly reads = computed(() => !this.ready() && (this.near() || this.failed()));
  /** What the text will take of the page, about, while it is far away. */
  protected readonly height = computed(() => Math.ceil(this.value().length / LINE.letters) * LINE.height);
  protected readonly linking = signal(false);
  protected readonly state = signal<EditorState>(NOTHING, { equal: isSameState });
  private readonly attributes = computed(() => ({
    'aria-describedby': this.describedBy(),
    'aria-invalid': this.invalid() ? 'true' : null,
    'aria-label': this.label(),
  }));

  constructor() {
    effect(() => this.engine?.describe(this.attributes()));
    effect(() => {
      const value = this.value();
      untracked(() => this.engine?.replace(value));
    });
    // Leaving the page by closing it: what was typed a moment ago reaches whoever keeps it.
    addEventListener('pagehide', this.handOver);
    queueMicrotask(() => void this.open());
  }

  ngOnDestroy(): void {
    this.gone = true;
    removeEventListener('pagehide', this.handOver);
    this.engine?.destroy();
  }

  protected async open(): Promise<void> {
    this.failed.set(false);
    try {
      const load = () => import('./engine/prose-engine');
      const { ProseEngine: Engine } = await this.turns.next(load, this.near);
      if (this.gone) return;
      this.engine = new Engine(this.settings());
      this.engine.describe(this.attributes());
      this.ready.set(true);
    } catch {
      this.failed.set(true);
    }
  }

  protected run(key: ToolKey): void {
    if (key === 'link') this.linking.update((open) => !open);
    else this.engine?.run(key);
  }

  protected style(level: number): void {
    this.engine?.style(level);
  }

  protected link(href: string): void {
    this.linking.set(false);
    this.engine?.link(href);
  }

  protected unlink(): void {
    this.linking.set(false);
    this.engine?.focus();
  }

  private readonly handOver = (): void => this.engine?.write();

  private settings(): ConstructorParameters<typeof ProseEngine>[0] {
    return {
      place: this.place().nativeElement,
      text: this.value(),
      attributes: { id: this.editorId(), class: 'md law' },
      sourceLabel: this.speech.say('editor.source'),
      changed: (text, before) => this.changed.emit({ text, before }),
      left: () => this.left.emit(),
      entered: () => this.entered.emit(),
      moved: (state) => this.state.set(state),
      key: (event) => this.answers(event),
    };
  }

  /** Alt+F10 leads to the buttons, as in other editors, since Tab has its own meaning in a table. */
  private answers(event: KeyboardEvent): boolean {
    if (event.altKey && event.key === 'F10') this.tools()?.focus();
    else if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'k') this.run('link');
    else return false;
    event.preventDefault();
    return true;
  }
}
