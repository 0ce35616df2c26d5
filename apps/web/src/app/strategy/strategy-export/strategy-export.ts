import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MenuButton, type MenuEntry, Toasts } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { problemOf } from '../../platform/problems/problem-of';
import { Words } from '../../platform/words/words';
import { EXPORT_FORMATS, ExportApi, type ExportedFile, type ExportFormat } from './export-api';

/** A version as a file, or on paper. Says while the server writes, and why it did not. */
@Component({
  selector: 'app-strategy-export',
  imports: [MenuButton, TranslocoPipe],
  template: `
    <ui-menu-button
      [label]="'strategy.versionTitle' | transloco: { n: number() }"
      [text]="'printed.menu' | transloco"
      [entries]="entries()"
      (chose)="choose($event)"
    />
    <span role="status">
      @if (working(); as format) {
        <span class="m sm">{{
          'printed.working' | transloco: { n: number(), format: ('printed.' + format | transloco) }
        }}</span>
      }
    </span>
    @if (refusal(); as text) {
      <span class="no sm" role="alert">{{ text }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      row-gap: 4px;
    }
    .m,
    .no {
      margin-left: 10px;
    }
    .no {
      color: var(--sl-bad-fg);
      max-width: 40ch;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class StrategyExport {
  private readonly api = inject(ExportApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);

  readonly number = input.required<number>();
  /** Whether the page it stands on is the version, so that it can be printed. */
  readonly printable = input(false);

  protected readonly working = signal<ExportFormat | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly entries = computed((): MenuEntry[] => [
    ...EXPORT_FORMATS.map((format): MenuEntry => ({
      key: format,
      label: this.words.say(`printed.${format}`),
      icon: 'download',
    })),
    ...(this.printable() ? [{ key: 'print', label: this.words.say('printed.print'), icon: 'printer' } as const] : []),
  ]);

  protected choose(key: string): void {
    const format = EXPORT_FORMATS.find((one) => one === key);
    if (format) void this.take(format);
    else window.print();
  }

  private async take(format: ExportFormat): Promise<void> {
    if (this.working()) return;
    this.working.set(format);
    this.refusal.set(null);
    const named = { n: this.number(), format: this.words.say(`printed.${format}`) };
    try {
      keep(await this.api.file(this.number(), format));
      this.toasts.say({ text: this.words.say('printed.done', named) });
    } catch (error) {
      const busy = problemOf(error).status === 503;
      const why = busy ? this.words.say('printed.busy') : this.problems.say(error);
      this.refusal.set(`${this.words.say('printed.failed', named)} ${why}`);
    } finally {
      this.working.set(null);
    }
  }
}

/** Hands a file to the browser, which keeps it where its reader keeps files. */
function keep({ name, content }: ExportedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
