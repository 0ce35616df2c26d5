import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { KpiRecord } from '@sightline/contracts';
import { CodeLink, formatFigure, MeasurePipe } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { KpiStatusMark } from '../kpi-status';
import { KpiTrend } from '../kpi-trend';
import { KpiWords } from '../kpi-words';

/** One outcome that needs someone: how it stands, what is foreseeable, and the one thing to do about it. */
@Component({
  selector: 'app-outcome-card',
  imports: [CodeLink, KpiStatusMark, KpiTrend, MeasurePipe, RouterLink, TranslocoPipe],
  template: `
    <article class="kcard">
      <div class="row wrap"><ui-code-link [code]="kpi().code" [link]="link()" /><app-kpi-status [kpi]="kpi()" /></div>
      <h2>
        <a [routerLink]="link()">{{ kpi().name }}</a>
      </h2>
      @if (kpi().latest; as latest) {
        <div class="v">
          <b>{{ latest.value | measure: kpi().unit }}</b>
          <span class="sm i2">{{ 'outcomes.card.target' | transloco: { on: latest.date, target: target() } }}</span>
        </div>
      }
      <app-kpi-trend [kpi]="kpi()" />
      <p>{{ story() }}</p>
      <a class="btn s" [class.p]="first()" [routerLink]="action().link">{{ action().label }}</a>
    </article>
  `,
  styles: `
    :host {
      display: grid;
    }
  `,
})
export class OutcomeCard {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);
  private readonly session = inject(Session);

  readonly kpi = input.required<KpiRecord>();
  /** The first card carries the page's one filled button. */
  readonly first = input(false);

  protected readonly link = computed(() => ['/outcomes', this.kpi().code]);
  protected readonly target = computed(() => this.kpiWords.target(this.kpi().target, this.kpi().unit));
  private readonly helper = computed(() => {
    const charters = this.kpi().charters.filter(({ approved }) => !approved);
    return charters.find(({ status }) => status === 'submitted') ?? charters.find(({ status }) => status === 'draft');
  });
  private readonly mayMeasure = computed(() =>
    this.session.may('kpi.measure', { own: this.kpi().owner?.id === this.session.me()?.user.id }),
  );

  protected readonly story = computed(() => {
    const { forecast, unit, stale, recent, notHeld, coverage } = this.kpi();
    const said: string[] = [];
    if (stale) said.push(this.words.say('outcomes.card.stale', { on: recent.at(-1)?.date }));
    if (notHeld) said.push(this.words.say('outcomes.card.notHeld'));
    if (forecast) {
      const value = this.kpiWords.measure(forecast.value, unit);
      said.push(this.words.say('outcomes.card.pace', { value, on: forecast.date }));
    }
    if (coverage && !coverage.reached) said.push(this.covered(coverage.ratio ?? 0));
    const helper = this.helper();
    if (helper) {
      const key = helper.status === 'submitted' ? 'waiting' : 'drafted';
      said.push(this.words.say(`outcomes.card.${key}`, { charter: helper.charter.code }));
    }
    return said.join(' ');
  });

  protected readonly action = computed(() => {
    const { code, stale } = this.kpi();
    const helper = this.helper()?.charter.code;
    if (stale && this.mayMeasure()) {
      return { label: this.words.say('outcomes.card.read'), link: ['/outcomes', code, 'measurements'] };
    }
    if (helper) {
      return { label: this.words.say('outcomes.card.openCharter', { charter: helper }), link: ['/charters', helper] };
    }
    return { label: this.words.say('outcomes.card.open', { kpi: code }), link: this.link() };
  });

  private covered(ratio: number): string {
    if (ratio <= 0) return this.words.say('outcomes.card.uncovered');
    return this.words.say('outcomes.card.covered', { ratio: formatFigure(ratio, this.words.locale(), 2) });
  }
}
