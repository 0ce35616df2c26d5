import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { KpiRevision } from '@sightline/contracts';
import { MomentPipe, SectionHeader } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';
import { revisionChanges } from './revision-changes';

/** How the definition of a KPI changed, when, by whom and why. */
@Component({
  selector: 'app-kpi-revisions',
  imports: [MomentPipe, SectionHeader, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="kpi-revisions">
      <ui-section-header [heading]="'outcomes.revisions.title' | transloco" anchor="kpi-revisions" />
      <ol>
        @for (row of rows(); track row.revision.id) {
          <li>
            <div class="row wrap">
              <b>{{ 'outcomes.revisions.number' | transloco: { n: row.revision.number } }}</b>
              <span class="sm m"> {{ row.revision.createdBy?.name }} {{ row.revision.createdAt | moment }} </span>
            </div>
            @for (change of row.changes; track change) {
              <p class="sm">{{ change }}</p>
            }
            <p class="sm i2">{{ row.reason }}</p>
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    li {
      padding: 8px 0;
      border-bottom: 1px solid var(--sl-line);
    }
    li:last-child {
      border: 0;
    }
    p {
      max-width: 72ch;
    }
  `,
})
export class KpiRevisions {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);

  /** Newest first. */
  readonly revisions = input.required<readonly KpiRevision[]>();

  protected readonly rows = computed(() =>
    this.revisions().map((revision, index, all) => {
      const before = all[index + 1];
      const changes = before ? revisionChanges(revision, before, this.words, this.kpiWords) : [];
      const unreasoned = before ? 'outcomes.revisions.noReason' : 'outcomes.revisions.first';
      return { revision, changes, reason: revision.reason ?? this.words.say(unreasoned) };
    }),
  );
}
