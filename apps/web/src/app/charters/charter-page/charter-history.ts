import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditEvent, Charter, CharterRevisionSummary } from '@sightline/contracts';
import { MomentPipe, RailSection } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { keptValue } from '../kept-value';

const SHOWN = 6;
/** What every audit event of a charter carries beside what changed. */
const NO_FIELDS = new Set(['revision', 'status']);

/** What happened to a charter, newest first: every step for those who may read the audit trail, else its revisions. */
@Component({
  selector: 'app-charter-history',
  imports: [MomentPipe, RailSection, RouterLink, TranslocoPipe],
  template: `
    <ui-rail-section class="hist" [heading]="'charters.history.title' | transloco">
      <a action [routerLink]="['/charters', charter().code, 'revisions']">{{ 'charters.compare' | transloco }}</a>
      <ul>
        @for (line of lines(); track line.id) {
          <li>
            <time [attr.datetime]="line.at">{{ line.at | moment: 'day' }}</time>
            <span class="x">{{ line.text }}</span>
          </li>
        } @empty {
          <li class="m none">{{ 'charters.history.none' | transloco }}</li>
        }
      </ul>
    </ui-rail-section>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 18px;
    }
    .hist li {
      grid-template-columns: 84px minmax(0, 1fr);
    }
    .hist .none {
      display: block;
    }
  `,
})
export class CharterHistory {
  private readonly api = inject(ChartersApi);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();

  private readonly mayReadAll = computed(() => this.session.may('audit.read'));
  private readonly trail = keptValue(
    this.api.history(() => (this.mayReadAll() ? { code: this.charter().code, version: this.charter().version } : null)),
  );
  private readonly revisions = keptValue(this.api.revisions(() => this.charter().code));

  protected readonly lines = computed(() => {
    const events = this.trail()?.items ?? [];
    if (events.length > 0)
      return events.slice(0, SHOWN).map((event) => ({ id: event.id, at: event.at, text: this.say(event) }));
    return (this.revisions()?.items ?? []).slice(0, SHOWN).map((revision) => ({
      id: String(revision.number),
      at: revision.createdAt,
      text: this.sayRevision(revision),
    }));
  });

  private say({ action, actor, after }: AuditEvent): string {
    const name = actor?.name ?? this.words.say('charters.history.system');
    const key = `charters.history.${action.replace('.', '_')}`;
    const fields = Object.keys(after ?? {}).filter((field) => !NO_FIELDS.has(field));
    const known = this.words.say(key, { name, fields: fields.map((field) => this.fieldName(field)) });
    return known === key ? this.words.say('charters.history.other', { name, action }) : known;
  }

  private sayRevision({ number, createdBy, approved }: CharterRevisionSummary): string {
    const key = approved ? 'charters.history.revisionApproved' : 'charters.history.revision';
    return this.words.say(key, { n: number, name: createdBy?.name ?? this.words.say('charters.history.system') });
  }

  private fieldName(field: string): string {
    const key = `charters.field.${field}`;
    const name = this.words.say(key);
    return name === key ? field : name;
  }
}
