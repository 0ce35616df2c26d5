import { Component, computed, inject, input, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditEvent } from '@sightline/contracts';
import { wordDifferences } from '../../platform/conflict/word-differences';
import { Words } from '../../platform/words/words';
import { changedFields, type ChangedField } from './changed-fields';

/** What changed, field by field and word by word, and where the entry stands in the chain. */
@Component({
  selector: 'app-event-detail',
  imports: [TranslocoPipe],
  templateUrl: './event-detail.html',
  styleUrl: './event-detail.css',
})
export class EventDetail {
  private readonly words = inject(Words);

  readonly event = input.required<AuditEvent>();

  protected readonly fields = computed(() =>
    changedFields(this.event(), {
      empty: this.words.say('audit.detail.empty'),
      yes: this.words.say('audit.detail.yes'),
      no: this.words.say('audit.detail.no'),
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
