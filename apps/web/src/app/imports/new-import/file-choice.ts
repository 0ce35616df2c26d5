import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { formatFigure, Icon, Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { readFile, type ChosenFile } from './chosen-file';

const MB = 1024 * 1024;
const KB = 1024;

/** A CSV file, chosen or dropped, read where it is. */
@Component({
  selector: 'app-file-choice',
  imports: [Icon, Mark, TranslocoPipe],
  template: `
    @if (note()) {
      <p class="sm i2 note">{{ note() }}</p>
    }
    @if (refusal() ?? error(); as why) {
      <p class="errmsg" role="alert" id="import-file-error"><ui-mark name="blocked" [size]="15" />{{ why }}</p>
    }
    <div
      class="drop"
      [class.over]="over()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <input
        #box
        class="vh"
        type="file"
        accept=".csv,text/csv,text/plain"
        id="import-file-box"
        aria-describedby="import-file-hint import-file-error"
        (change)="take(box.files?.[0]); box.value = ''"
      />
      <label class="btn" for="import-file-box"
        ><ui-icon name="file-up" [size]="15" />{{
          (file() ? 'imports.file.other' : 'imports.file.choose') | transloco
        }}</label
      >
      @if (file()) {
        <b role="status">{{ said() }}</b>
      } @else {
        <span class="i2">{{ 'imports.file.drop' | transloco }}</span>
      }
    </div>
    <p class="hint" id="import-file-hint">{{ 'imports.file.hint' | transloco }}</p>
  `,
  styleUrl: './file-choice.css',
})
export class FileChoice {
  private readonly words = inject(Words);

  readonly file = input<ChosenFile | null>(null);
  /** What the server found wrong with the file as a whole. */
  readonly error = input<string | null>(null);
  readonly note = input('');
  /** Null when what was chosen cannot be read. */
  readonly chose = output<ChosenFile | null>();

  protected readonly over = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly said = computed(() => {
    const file = this.file();
    if (!file) return '';
    const { name, size, columns } = file;
    return this.words.say('imports.file.chosen', { name, size: this.sizeOf(size), columns: columns.length });
  });

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void this.take(event.dataTransfer?.files[0]);
  }

  protected async take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.refusal.set(null);
    const read = await readFile(file);
    if (typeof read !== 'string') return this.chose.emit(read);
    this.refusal.set(this.words.say(`imports.file.${read}`, { size: this.sizeOf(file.size) }));
    this.chose.emit(null);
  }

  private sizeOf(bytes: number): string {
    const [size, unit] = bytes >= MB ? [bytes / MB, 'MB'] : [Math.max(1, Math.round(bytes / KB)), 'KB'];
    return `${formatFigure(Math.round(size * 10) / 10, this.words.locale())}\u00a0${unit}`;
  }
}
