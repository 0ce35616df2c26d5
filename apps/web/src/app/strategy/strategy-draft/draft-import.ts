import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SECTIONS, type Section, STRATEGY_FILE_MAX, type StrategyImportCheck } from '@sightline/contracts';
import { Icon, Toasts } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { isStale } from '../../platform/problems/problem-of';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';
import { DraftStore } from './draft-store';
import { ImportChanges } from './import-changes';

/** A file as it was chosen. */
interface ChosenFile {
  name: string;
  content: string;
}

/** Brings a Markdown file into the draft: shows what it would change, and changes nothing before that is agreed to. */
@Component({
  selector: 'app-draft-import',
  imports: [Icon, ImportChanges, TranslocoPipe],
  templateUrl: './draft-import.html',
  styleUrl: './draft-import.css',
})
export class DraftImport {
  private readonly api = inject(StrategyApi);
  private readonly store = inject(DraftStore);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);

  protected readonly sections = SECTIONS;
  protected readonly number = computed(() => this.store.version()?.number ?? 0);
  protected readonly section = signal<Section>('purpose');
  protected readonly file = signal<ChosenFile | null>(null);
  protected readonly check = signal<StrategyImportCheck | null>(null);
  protected readonly busy = signal<'checking' | 'applying' | null>(null);
  /** Somebody saved between the look and the agreement. */
  protected readonly moved = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly mayApply = computed(() => {
    const check = this.check();
    return !!check && check.problems.length === 0 && check.items.length > 0;
  });

  protected async choose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    // The same file, corrected, can be chosen again.
    input.value = '';
    if (!file) return;
    this.discard();
    if (file.size > STRATEGY_FILE_MAX) return this.refusal.set(this.words.say('printed.bring.tooLarge'));
    const content = await readText(file);
    if (content === null) return this.refusal.set(this.words.say('printed.bring.notUtf8'));
    this.file.set({ name: file.name, content });
    await this.look();
  }

  protected async chooseSection(section: string): Promise<void> {
    this.section.set(SECTIONS.find((one) => one === section) ?? 'purpose');
    await this.look();
  }

  protected async apply(): Promise<void> {
    const [file, check] = [this.file(), this.check()];
    if (!file || !check || this.busy()) return;
    await this.work('applying', async (version) => {
      await this.api.bringIn(version.number, check.draftVersion, this.body(file));
      this.discard();
      await this.store.refresh();
      this.toasts.say({ text: this.words.say('printed.bring.done') });
    });
  }

  /** What is being written can no longer be left. */
  protected leave(): void {
    if (this.busy() !== 'applying') this.discard();
  }

  private discard(): void {
    this.file.set(null);
    this.check.set(null);
    this.refusal.set(null);
    this.moved.set(false);
  }

  /** Asks the server what the file would change of the draft as it is saved now. */
  private async look(): Promise<void> {
    const [file, section] = [this.file(), this.section()];
    if (!file || this.busy()) return;
    const isStill = (): boolean => this.file() === file && this.section() === section;
    await this.work('checking', async (version) => {
      const check = await this.api.checkFile(version.number, version.version, this.body(file));
      if (isStill()) this.check.set(check);
    });
    // Another one was chosen meanwhile.
    if (!isStill()) await this.look();
  }

  /** Everything typed is saved before; a draft that somebody else saved meanwhile is looked at anew. */
  private async work(
    what: 'checking' | 'applying',
    run: (version: { number: number; version: number }) => Promise<void>,
  ): Promise<void> {
    this.busy.set(what);
    this.refusal.set(null);
    let again = false;
    try {
      await this.store.flush();
      const version = this.store.version();
      if (!version || this.store.state() !== 'saved' || this.store.conflicts().length > 0)
        return this.refusal.set(this.words.say('printed.bring.unsaved'));
      await run(version);
    } catch (error) {
      again = isStale(error) && (what === 'applying' || !this.moved());
      if (!again) this.refusal.set(this.problems.say(error));
    } finally {
      this.busy.set(null);
    }
    if (again) await this.lookAgain();
  }

  private async lookAgain(): Promise<void> {
    this.moved.set(true);
    await this.store.refresh();
    await this.look();
  }

  private body({ content }: ChosenFile): { content: string; section: Section } {
    return { content, section: this.section() };
  }
}

/** The text of a file; null when it is not UTF-8. */
async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}
