import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, signal } from '@angular/core';
import type { Page } from '@sightline/contracts';
import { Toasts } from '@sightline/ui';
import { Words } from '../../platform/words/words';

interface Entry {
  id: string;
  name: string;
}

/** One page of a register, and which of its entries is being written. Made in a page's field initialiser. */
export class RegisterDesk<T extends Entry> {
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);

  /** The id of the entry whose form is open, `new` for one that is not there yet. */
  readonly editing = signal<string | null>(null);
  readonly page = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly rows = computed<readonly T[]>(() => this.page()?.items ?? []);

  constructor(readonly resource: HttpResourceRef<Page<T> | undefined>) {}

  edit(id: string): void {
    this.editing.set(id);
  }

  add(): void {
    this.editing.set('new');
  }

  leave(): void {
    this.editing.set(null);
  }

  saved({ name }: Entry): void {
    const key = this.editing() === 'new' ? 'created' : 'saved';
    this.toasts.say({ text: this.words.say(`registers.${key}`, { name }) });
    this.leave();
    this.resource.reload();
  }
}
