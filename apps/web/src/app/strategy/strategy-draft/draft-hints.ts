import { computed, inject, Injectable } from '@angular/core';
import { httpResource } from '@angular/common/http';
import type { KnownNames, PrincipleRevision } from '@sightline/contracts';
import { principleHints, sectionHints, type WritingHint } from '@sightline/rules';
import { apiUrl } from '../../platform/api/api-url';
import { DraftStore } from './draft-store';

/** What a writer is told beside the text; the names of the landscape are read once. */
@Injectable()
export class DraftHints {
  private readonly store = inject(DraftStore);
  private readonly loaded = httpResource<KnownNames>(() =>
    this.store.version()?.status === 'draft' ? apiUrl('/strategy/known-names') : undefined,
  );
  private readonly names = computed(() => (this.loaded.hasValue() ? this.loaded.value().items : []));

  ofText(text: string): WritingHint[] {
    return sectionHints(text, this.names());
  }

  ofPrinciple(words: Pick<PrincipleRevision, 'title' | 'statement' | 'rationale' | 'implications'>): WritingHint[] {
    return principleHints(words, this.names());
  }
}
