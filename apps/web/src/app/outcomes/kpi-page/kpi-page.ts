import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Failure, Hole, Person, RecordHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { KpiStatusMark } from '../kpi-status';
import { OutcomesApi } from '../outcomes-api';
import { KpiCharters } from './kpi-charters';
import { KpiCourse } from './kpi-course';
import { KpiDefinitionText } from './kpi-definition-text';
import { KpiFigureCards } from './kpi-figure-cards';
import { KpiReadings } from './kpi-readings';
import { KpiRevisions } from './kpi-revisions';

/** One KPI: how it stands and why, who contributes, what was measured, and how its definition changed. */
@Component({
  selector: 'app-kpi-page',
  imports: [
    Failure,
    Hole,
    KpiCharters,
    KpiCourse,
    KpiDefinitionText,
    KpiFigureCards,
    KpiReadings,
    KpiRevisions,
    KpiStatusMark,
    Person,
    RecordHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './kpi-page.html',
  styleUrl: './kpi-page.css',
})
export class KpiPage {
  private readonly api = inject(OutcomesApi);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  /** Code or id, from the address. */
  readonly code = input.required<string>();

  protected readonly record = this.api.kpi(this.code);
  protected readonly measurements = this.api.measurements(this.code);
  protected readonly revisions = this.api.revisions(this.code);
  protected readonly kpi = computed(() => (this.record.hasValue() ? this.record.value() : null));
  protected readonly readings = computed(() => (this.measurements.hasValue() ? this.measurements.value() : null));
  protected readonly history = computed(() => (this.revisions.hasValue() ? this.revisions.value().items : []));
  private readonly own = computed(() => ({ own: this.kpi()?.owner?.id === this.session.me()?.user.id }));
  protected readonly mayEdit = computed(() => this.session.may('kpi.edit', this.own()));
  protected readonly mayMeasure = computed(() => this.session.may('kpi.measure', this.own()));
  protected readonly crumbs = computed(() => [{ label: this.words.say('outcomes.title'), link: '/outcomes' }]);
  protected readonly isDefined = computed(() => {
    const kpi = this.kpi();
    return [kpi?.definition, kpi?.direction, kpi?.baseline, kpi?.target, kpi?.note].some(Boolean);
  });
  /** The page's one filled button: measuring, once there is nothing left to complete. */
  protected readonly measureFirst = computed(() => this.kpi()?.complete === true);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const kpi = this.kpi();
      if (kpi) title.say(`${kpi.code} ${kpi.name}`);
    });
  }

  protected reload(): void {
    this.record.reload();
    this.measurements.reload();
  }
}
