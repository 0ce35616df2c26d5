import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FilterButton, ReferencePicker, SearchBox, type ReferenceOption } from '@sightline/ui';
import { Lookups } from '../../platform/records/lookups';
import type { ListState } from '../../platform/records/list-state';
import { ActionWords } from '../../platform/words/action-words';
import { AuditApi } from '../audit-api';
import { AUDITED_NOUNS } from './audit-actions';

/** Which record, by whom, what, from when to when; what is set stands in the URL. */
@Component({
  selector: 'app-audit-filters',
  imports: [Field, FilterButton, ReferencePicker, SearchBox, TranslocoPipe],
  templateUrl: './audit-filters.html',
  styleUrl: './audit-filters.css',
})
export class AuditFilters {
  private readonly actions = inject(ActionWords);
  protected readonly lookups = inject(Lookups);

  readonly list = input.required<ListState>();
  readonly total = input<number | null>(null);

  private readonly person = inject(AuditApi).person(() => this.list().filter('actor'));
  protected readonly actor = computed<ReferenceOption | null>(() =>
    this.list().filter('actor') && this.person.hasValue() ? { ...this.person.value(), code: null } : null,
  );
  /** The kinds of records, and the one action a shared address may name. */
  protected readonly options = computed(() => {
    const chosen = this.list().filter('action');
    const nouns: readonly string[] = AUDITED_NOUNS;
    const all = chosen && !nouns.includes(chosen) ? [chosen, ...nouns] : nouns;
    return all.map((value) => ({ value, label: this.actions.say(value) }));
  });
  protected readonly days = ['from', 'to'] as const;

  protected set(name: string, value: string | null): void {
    this.list().set({ [name]: value || null });
  }
}
