import { inject, Injectable } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { Words } from '../words/words';

/** The first thing wrong with a field, in words, once the field was left or the form was sent. */
@Injectable({ providedIn: 'root' })
export class FieldWords {
  private readonly words = inject(Words);

  of(field: ReadonlyFieldTree<unknown>): string | null {
    const state = field();
    const error = state.touched() ? state.errors()[0] : undefined;
    if (!error) return null;
    return error.message ?? this.words.say(`shell.field.${error.kind}`, { ...error });
  }
}
