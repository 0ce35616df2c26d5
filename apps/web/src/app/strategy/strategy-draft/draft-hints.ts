import { computed, inject, Injectable } from '@angular/core';
import { httpResource } from '@angular/common/http';
import type { KnownNames, PrincipleRevision } from '@sightline/contracts';
import { principleHints, sectionHints, type WritingHint } from '@sightline/rules';
import { apiUrl } from '../../platform/api/api-url';
import { DraftStore } from './draft-store';

const REMEMBERED_MAX = 10_000;

/** What a writer is told beside the text; the names of the landscape are read once. */
@Injectable()
export class DraftHints {
  private readonly store = inject(DraftStore);
  private readonly loaded = httpResource<KnownNames>(() =>
    this.store.version()?.status === 'draft' ? apiUrl('/strategy/known-names') : undefined,
  );
  private readonly names = computed(() => (this.loaded.hasValue() ? this.loaded.value().items : []));

  /** What was said of each paragraph, anew when other names are known: a long section changes in one place at a time. */
  private readonly said = computed(() => ({ names: this.names(), of: new Map<string, WritingHint[]>() }));

  ofText(text: string): WritingHint[] {
    const { names, of } = this.said();
    const paragraphs = text.split(/\n{2,}/).filter((each) => each.trim() !== '');
    if (paragraphs.length === 0) return sectionHints('', names);
    if (of.size > REMEMBERED_MAX) of.clear();
    return paragraphs.flatMap((paragraph) => {
      const hints = of.get(paragraph) ?? sectionHints(paragraph, names);
      of.set(paragraph, hints);
      return hints;
    });
  }

  ofPrinciple(words: Pick<PrincipleRevision, 'title' | 'statement' | 'rationale' | 'implications'>): WritingHint[] {
    return principleHints(words, this.names());
  }
}
