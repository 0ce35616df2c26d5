import { inject, Injectable } from '@angular/core';
import type { Money } from '@sightline/contracts';
import { formatDay, formatFigure, formatMoney, Speech } from '@sightline/ui';
import { Words } from '../platform/words/words';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A value of a snapshot as people read it. Snapshots are frozen in shapes of their time, so every shape is taken as it comes. */
@Injectable({ providedIn: 'root' })
export class ValueWords {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);

  /** Lines of text; empty when nothing is stated. */
  lines(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap((part) => this.line(part) || []);
    if (isMoney(value) || !isGroup(value) || isNamed(value)) return [this.line(value)].filter(Boolean);
    return Object.entries(value).flatMap(([key, part]) => {
      const line = this.line(part);
      return line ? [`${this.label(key)}: ${line}`] : [];
    });
  }

  /** What a field is called; its key where the language has no word for it. */
  label(field: string): string {
    const key = `board.field.${field}`;
    const word = this.words.say(key);
    return word === key ? field : word;
  }

  private line(value: unknown): string {
    const locale = this.speech.locale();
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'number') return formatFigure(value, locale);
    if (typeof value === 'boolean') return String(value);
    if (typeof value === 'string') return DATE.test(value) ? formatDay(value, locale) : value;
    if (Array.isArray(value))
      return value
        .map((part) => this.line(part))
        .filter(Boolean)
        .join(', ');
    if (isMoney(value)) return formatMoney(value, locale);
    if (isNamed(value)) return [value['code'], value['name'] ?? value['title']].filter(Boolean).join(' ');
    return Object.values(value)
      .map((part) => this.line(part))
      .filter(Boolean)
      .join(' · ');
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
function isMoney(value: unknown): value is Money {
  return isGroup(value) && typeof value['amount'] === 'string' && typeof value['currency'] === 'string';
}
function isNamed(value: unknown): value is Record<string, unknown> {
  return isGroup(value) && 'id' in value && ('name' in value || 'title' in value);
}
