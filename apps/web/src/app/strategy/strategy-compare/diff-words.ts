import { inject, Injectable } from '@angular/core';
import type { DiffItem, DiffValue } from '@sightline/contracts';
import { formatDay, formatFigure, formatMoney, Speech } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';

/** What the parts of a version, their fields and values are called in the language of the reader. */
@Injectable({ providedIn: 'root' })
export class DiffWords {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);
  private readonly session = inject(Session);

  /** Code and name, or the words of what has no name of its own. */
  title({ kind, id, code, name }: DiffItem): { code: string; name: string } {
    switch (kind) {
      case 'section':
        return { code: '', name: this.words.say(`strategy.section.${id}`) };
      case 'author':
        return {
          code: '',
          name: this.words.say('strategy.author.of', { section: this.words.say(`strategy.section.${id}`) }),
        };
      case 'right':
        return { code: '', name: this.right(id) };
      case 'gate':
        return { code: code ?? '', name: this.words.say(`strategy.policy.names.${id}`) };
      case 'weight':
        return { code: '', name: this.words.say(`strategy.weight.${id}`) };
      case 'review':
        return { code: '', name: this.words.say('strategy.section.reviewBy') };
      default:
        return { code: code ?? '', name };
    }
  }

  /** Empty where the part has only one. */
  field({ kind }: DiffItem, field: string): string {
    switch (kind) {
      case 'section':
        return '';
      case 'principle':
        if (field === 'applicability') return this.words.say('tables.applies');
        if (field === 'decisionTable') return this.words.say('tables.title');
        return this.words.say(field === 'mandate' ? 'compare.field.mandate' : `strategy.principle.${field}`);
      case 'driver':
        return this.words.say(`strategy.driver.${field}`);
      case 'capability':
        return this.words.say(`strategy.capability.${field}`);
      case 'right':
        return this.words.say(`strategy.right.${field}`);
      case 'author':
        return this.words.say(`strategy.author.${field}`);
      case 'gate':
        return this.words.say(`strategy.policy.transition.${field}`);
      case 'review':
        return this.words.say('strategy.list.reviewBy');
      default:
        return this.words.say(`compare.field.${field}`);
    }
  }

  value({ kind }: DiffItem, field: string, value: DiffValue | null): string {
    if (value === null) return this.words.say(field === 'budgetUpTo' ? 'compare.noLimit' : 'compare.nothingStated');
    switch (value.type) {
      case 'number':
        return formatFigure(value.number, this.speech.locale());
      case 'day':
        return formatDay(value.day, this.speech.locale());
      case 'money':
        return this.money(value.amount);
      case 'named':
        return [value.code, value.name].filter(Boolean).join(' ');
      case 'word':
        return this.word(kind, field, value.word);
      case 'text':
        return value.text;
    }
  }

  private word(kind: DiffItem['kind'], field: string, word: string): string {
    if (kind === 'gate') return this.words.say(`strategy.policy.${word}`);
    if (kind === 'fact') return this.words.say(`tables.type.${word}`);
    return this.words.say(field === 'rule' ? `strategy.right.rules.${word}` : `strategy.right.subjects.${word}`);
  }

  private right(id: string): string {
    const [subject = '', amount] = id.split(' ');
    const name = this.words.say(`strategy.right.subjects.${subject}`);
    return amount ? `${name}, ${this.words.say('strategy.right.budgetUpTo')} ${this.money(amount)}` : name;
  }

  private money(amount: string): string {
    const currency = this.session.me()?.organisation?.currency ?? '';
    return formatMoney({ amount, currency }, this.speech.locale());
  }
}
