import { signal } from '@angular/core';
import type { Mentionable, PersonReference } from '@sightline/contracts';

type Person = Mentionable['items'][number];

/** Letters after an `@` that may still become a name; names have up to three words here. */
const OPEN_CALL = /(?:^|[\s(])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]+){0,2})$/u;
const SETTLES_AFTER_MS = 120;

/** Picks whom a text calls while it is typed: offers people after an `@`, and knows who is still named in the end. */
export class MentionPicking {
  readonly offered = signal<readonly Person[]>([]);
  readonly active = signal(0);
  private readonly known = new Map<string, string>();
  private asked = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly search: (q: string) => Promise<readonly Person[]>,
    called: readonly PersonReference[],
  ) {
    for (const { id, name } of called) this.known.set(id, name);
  }

  /** Looks for people when the caret stands behind an `@` with the beginning of a name. */
  typed(text: string, caret: number): void {
    clearTimeout(this.timer);
    const open = OPEN_CALL.exec(text.slice(0, caret))?.[1];
    if (open === undefined) return this.shut();
    this.timer = setTimeout(() => void this.look(open), SETTLES_AFTER_MS);
  }

  move(by: number): void {
    const count = this.offered().length;
    if (count > 0) this.active.update((at) => (at + by + count) % count);
  }

  /** The text with the name in the place of what was typed of it, and where the caret goes. */
  pick({ id, name }: Person, text: string, caret: number): { text: string; caret: number } {
    this.known.set(id, name);
    this.shut();
    const from = text.slice(0, caret).lastIndexOf('@');
    const before = `${text.slice(0, from)}@${name} `;
    return { text: before + text.slice(caret).trimStart(), caret: before.length };
  }

  shut(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.offered.set([]);
    this.active.set(0);
  }

  /** Ids of whom the text still names. */
  calledIn(text: string): string[] {
    return [...this.known].flatMap(([id, name]) => (text.includes(`@${name}`) ? [id] : []));
  }

  /** The answer of an older question never replaces that of a newer one; no answer offers nobody. */
  private async look(q: string): Promise<void> {
    const mine = ++this.asked;
    const found = await this.search(q).catch(() => []);
    if (mine !== this.asked) return;
    this.offered.set(found);
    this.active.set(0);
  }
}
