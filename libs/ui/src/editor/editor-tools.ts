import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import { Speech } from '../speech/speech';
import { WordPipe } from '../speech/word-pipe';
import { STYLES, TABLE_TOOLS, TOOLS, type EditorState, type ToolKey } from './engine/tool-list';

/** The buttons above a text that is written: one stop of the Tab key, walked with the arrow keys. */
@Component({
  selector: 'ui-editor-tools',
  imports: [Icon, WordPipe],
  templateUrl: './editor-tools.html',
  styleUrl: './editor-tools.css',
  host: { '(keydown)': 'step($event)' },
})
export class EditorTools {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly speech = inject(Speech);

  /** Name of the text. */
  readonly label = input.required<string>();
  /** Id of the element one writes in. */
  readonly controls = input.required<string>();
  readonly state = input.required<EditorState>();
  readonly chose = output<ToolKey>();
  /** Level of the heading; 0 for plain text. */
  readonly styled = output<number>();

  protected readonly styles = STYLES;
  protected readonly tools = TOOLS;
  protected readonly tableTools = TABLE_TOOLS;
  /** Where Tab comes in. */
  protected readonly at = signal(0);
  protected readonly mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'Meta' : 'Control';

  /** Puts the keyboard on the buttons. */
  focus(): void {
    this.stops()[this.at()]?.focus();
  }

  protected titleOf({ key, shortcut }: (typeof TOOLS)[number]): string {
    const name = this.speech.say(`editor.${key}`);
    const keys = shortcut.replace('Mod', this.mod === 'Meta' ? '⌘' : 'Ctrl');
    return keys ? `${name} (${keys})` : name;
  }

  protected step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const stops = this.stops();
    event.preventDefault();
    stops[(this.at() + by + stops.length) % stops.length]?.focus();
  }

  private stops(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('[role=toolbar] select, [role=toolbar] button')];
  }
}
