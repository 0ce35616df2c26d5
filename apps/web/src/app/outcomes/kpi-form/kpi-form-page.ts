import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { KpiRecord } from '@sightline/contracts';
import { Failure, RecordHeader, Skeleton, Toasts } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { OutcomesApi } from '../outcomes-api';
import { KpiForm } from './kpi-form';

/** A new KPI, or one that is changed. */
@Component({
  selector: 'app-kpi-form-page',
  imports: [Failure, KpiForm, RecordHeader, Skeleton, TranslocoPipe],
  template: `
    <div class="page with-rail">
      <ui-record-header [heading]="heading()" [code]="code() ?? null" [crumbs]="crumbs()" />
      @if (code() === undefined || kpi()) {
        <app-kpi-form [kpi]="kpi()" (saved)="done($event)" (cancelled)="leave()" />
      } @else if (record.error(); as error) {
        <ui-failure
          [heading]="'outcomes.kpi.failed' | transloco"
          [text]="problems.say(error)"
          [reference]="problems.reference(error)"
          (retry)="record.reload()"
        />
      } @else {
        <ui-skeleton [rows]="8" [label]="'outcomes.kpi.loading' | transloco" />
      }
    </div>
  `,
  styles: `
    app-kpi-form {
      display: contents;
    }
  `,
})
export class KpiFormPage {
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);

  /** Without it: a new one. */
  readonly code = input<string>();

  protected readonly record = inject(OutcomesApi).kpi(this.code);
  protected readonly kpi = computed(() => (this.record.hasValue() ? this.record.value() : null));
  protected readonly heading = computed(() => {
    const kpi = this.kpi();
    if (this.code() === undefined) return this.words.say('outcomes.form.newTitle');
    return this.words.say('outcomes.form.editTitle', { kpi: kpi?.name ?? this.code() });
  });
  protected readonly crumbs = computed(() => {
    const all = { label: this.words.say('outcomes.title'), link: '/outcomes' };
    const kpi = this.kpi();
    return kpi ? [all, { label: kpi.name, link: `/outcomes/${kpi.code}` }] : [all];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.heading()));
  }

  protected async done(kpi: KpiRecord): Promise<void> {
    const key = this.code() === undefined ? 'created' : 'saved';
    this.toasts.say({ text: this.words.say(`outcomes.form.${key}`, { kpi: kpi.code }) });
    await this.router.navigate(['/outcomes', kpi.code]);
  }

  protected async leave(): Promise<void> {
    await this.router.navigate(this.code() === undefined ? ['/outcomes'] : ['/outcomes', this.code()]);
  }
}
