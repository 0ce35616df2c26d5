import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, formatMoment, Icon, Mark } from '@sightline/ui';
import { apiUrl } from '../../platform/api/api-url';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { AuditApi } from '../audit-api';

const MINUTE_SECONDS = 60;

/** When the trail was last signed outside the database, an alarm when that is overdue, and the trail as a file. */
@Component({
  selector: 'app-checkpoint-note',
  imports: [Banner, Icon, Mark, TranslocoPipe],
  template: `
    @if (alarm(); as alarm) {
      <ui-banner family="bad" [heading]="alarm.heading" [text]="alarm.text">
        <ui-mark lead name="blocked" [size]="18" />
      </ui-banner>
    }
    <p class="sm i2 row">
      @if (standing(); as standing) {
        <span>{{ standing }}</span>
      }
      @if (mayExport()) {
        <a class="nw" [href]="exportUrl" download>
          <ui-icon name="download" [size]="14" />{{ 'audit.checkpoint.export' | transloco }}
        </a>
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 12px;
    }
    ui-banner {
      margin-bottom: 12px;
    }
    .row {
      gap: 4px 16px;
      overflow-wrap: anywhere;
    }
    a {
      display: inline-flex;
      gap: 5px;
      align-items: center;
    }
  `,
})
export class CheckpointNote {
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  private readonly checkpoint = inject(AuditApi).checkpoint();

  protected readonly exportUrl = apiUrl('/audit/export', {});
  protected readonly mayExport = computed(() => this.session.may('audit.export'));
  private readonly state = computed(() => (this.checkpoint.hasValue() ? this.checkpoint.value() : null));

  protected readonly standing = computed(() => {
    const state = this.state();
    if (!state) return null;
    const { last, key } = state;
    if (!last) return this.words.say('audit.checkpoint.none');
    const zone = this.session.me()?.organisation.timeZone ?? 'UTC';
    const at = formatMoment(last.at, this.words.locale(), zone);
    return this.words.say('audit.checkpoint.last', { n: last.sequence, at, key: key?.fingerprint ?? '–' });
  });

  protected readonly alarm = computed(() => {
    const state = this.state();
    if (!state?.alarm) return null;
    const minutes = Math.floor(state.waitingSeconds / MINUTE_SECONDS);
    return {
      heading: this.words.say(`audit.checkpoint.${state.alarm}`, { minutes }),
      text: this.words.say(`audit.checkpoint.${state.alarm}Text`),
    };
  });
}
