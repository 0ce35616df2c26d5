import { Component, computed, inject, input, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditEvent } from '@sightline/contracts';
import { formatDay } from '@sightline/ui';
import { wordDifferences } from '../../platform/conflict/word-differences';
import { RecordWords } from '../../platform/words/record-words';
import { Words } from '../../platform/words/words';
import { changedFields, type ChangedField } from './changed-fields';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What changed, field by field and word by word, and where the entry stands in the chain. */
@Component({
  selector: 'app-event-detail',
  imports: [TranslocoPipe],
  templateUrl: './event-detail.html',
  styleUrl: './event-detail.css',
})
export class EventDetail {
  private readonly words = inject(Words);
  private readonly record = inject(RecordWords);

  readonly event = input.required<AuditEvent>();

  protected readonly fields = computed(() =>
    changedFields(this.event(), {
      empty: this.words.say('audit.detail.empty'),
      yes: this.words.say('audit.detail.yes'),
      no: this.words.say('audit.detail.no'),
      label: (field) => this.record.label(field),
      said: (field, text) => this.said(field, text),
    }),
  );
  protected readonly hasBefore = computed(() => this.event().before !== null);
  protected readonly hasAfter = computed(() => this.event().after !== null);
  protected readonly nothing = computed(() =>
    this.hasBefore() || this.hasAfter() ? 'audit.detail.same' : 'audit.detail.nothing',
  );
  /** Where both sides are known, their words compared; the plain texts stand until then. */
  private readonly compared = resource({
    params: () => this.fields(),
    loader: async ({ params }) =>
      new Map(await Promise.all(params.map(async (field) => [field.name, await partsOf(field)] as const))),
  });

  private said(field: string, text: string): string {
    const name = this.event().names[text];
    if (name) return name;
    if (DATE.test(text)) return formatDay(text, this.words.locale());
    return this.record.value(field, text, this.event().recordType ?? '');
  }

  protected parts({ name, before, after }: ChangedField) {
    const known = this.compared.hasValue() ? this.compared.value().get(name) : undefined;
    return known ?? { before: plain(before), after: plain(after) };
  }
}

async function partsOf({ before, after }: ChangedField) {
  if (before === null || after === null) return { before: plain(before), after: plain(after) };
  const { mine, theirs } = await wordDifferences(after, before);
  return { before: theirs, after: mine };
}

function plain(text: string | null) {
  return text === null ? [] : [{ text, changed: false }];
}
