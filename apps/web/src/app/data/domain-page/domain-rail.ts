import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditEvent, CharterSummary } from '@sightline/contracts';
import { CodeLink, Failure, Mark, MomentPipe, RailSection, RECORD_STATES } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Session } from '../../platform/session/session';
import { ActionWords } from '../../platform/words/action-words';
import { DataApi } from '../data-api';
import { ChartersHeldUp } from './charters-held-up';
import { DomainDesk } from './domain-desk';

const SHOWN = 8;

/** The charters a domain holds up, the others that touch it, their principles, and what happened last. */
@Component({
  selector: 'app-domain-rail',
  imports: [CodeLink, Failure, Mark, MomentPipe, RailSection, RouterLink, TranslocoPipe],
  templateUrl: './domain-rail.html',
  styles: `
    .hist li {
      grid-template-columns: 84px minmax(0, 1fr);
    }
    time {
      white-space: nowrap;
    }
  `,
})
export class DomainRail {
  private readonly session = inject(Session);
  private readonly actions = inject(ActionWords);
  protected readonly desk = inject(DomainDesk);
  protected readonly charters = inject(ChartersHeldUp);

  protected readonly linkOf = linkOf;
  protected readonly groups = computed(() => [
    { key: 'held', charters: this.charters.held(), held: true },
    {
      key: this.charters.held().length > 0 ? 'others' : 'charters',
      charters: this.charters.others(),
      held: false,
    },
  ]);
  private readonly trail = inject(DataApi).history(() => {
    const domain = this.desk.domain();
    return domain && this.session.may('audit.read') ? domain : null;
  });
  protected readonly history = computed(() => (this.trail.hasValue() ? this.trail.value().items : []));

  protected first<T>(all: readonly T[]): readonly T[] {
    return all.slice(0, SHOWN);
  }

  protected look({ status }: CharterSummary, held: boolean) {
    return held ? RECORD_STATES.blocked : RECORD_STATES[status];
  }

  /** "Yusuf Demir: Entity created", with the name of what was touched where the entry holds one. */
  protected said({ actor, action, after, before }: AuditEvent): string {
    const name = after?.['name'] ?? before?.['name'];
    const what = this.actions.say(action) + (typeof name === 'string' ? ` “${name}”` : '');
    return actor ? `${actor.name}: ${what}` : what;
  }
}
