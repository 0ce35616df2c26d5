import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { RecordHeader } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { Words } from '../../platform/words/words';
import { ImpactSection } from './impact-section';

/** The impact of one version, whole. */
@Component({
  selector: 'app-strategy-impact',
  imports: [ImpactSection, RecordHeader, RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <ui-record-header [heading]="heading()" [crumbs]="crumbs()">
        <a actions class="btn s" routerLink="/strategy/compare" [queryParams]="{ to: n() }">{{
          'compare.link' | transloco
        }}</a>
      </ui-record-header>
      <app-impact-section [n]="number()" [pageSize]="50" />
    </div>
  `,
})
export class StrategyImpactPage {
  private readonly words = inject(Words);

  /** Number of the version, from the address. */
  readonly n = input.required<string>();

  protected readonly number = computed(() => Number(this.n()));
  protected readonly heading = computed(() => this.words.say('compare.impact.title', { n: this.n() }));
  protected readonly crumbs = computed(() => [
    { label: this.words.say('strategy.title'), link: '/strategy' },
    { label: this.words.say('strategy.number', { n: this.n() }), link: `/strategy/versions/${this.n()}` },
    { label: this.words.say('compare.impact.crumb'), link: `/strategy/versions/${this.n()}/impact` },
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.words.say('compare.impact.page', { n: this.n() })));
  }
}
