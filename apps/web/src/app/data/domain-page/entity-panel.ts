import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataEntity } from '@sightline/contracts';
import { formatMeasure, Toasts } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { EntityForm } from '../domain-parts/entity-form';
import { FlowForm } from '../domain-parts/flow-form';
import { MeasurementForm, type Measured } from '../domain-parts/measurement-form';
import { StandardForm } from '../domain-parts/standard-form';
import { DomainDesk } from './domain-desk';
import { StandardList } from './standard-list';

/** What opens below an entity's row: its standards, or the form that was asked for. */
@Component({
  selector: 'app-entity-panel',
  imports: [EntityForm, FlowForm, MeasurementForm, StandardForm, StandardList, TranslocoPipe],
  templateUrl: './entity-panel.html',
  styles: `
    :host {
      display: block;
      padding: 6px 0 0;
    }
    h3 {
      margin-bottom: 10px;
    }
  `,
})
export class EntityPanel {
  private readonly api = inject(DataApi);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  protected readonly desk = inject(DomainDesk);

  readonly entity = input.required<DataEntity>();

  protected readonly panel = computed(() => this.desk.panel());
  protected readonly standard = computed(() => {
    const panel = this.panel();
    const id = panel && 'standard' in panel ? panel.standard : undefined;
    return this.entity().standards.find((standard) => standard.id === id) ?? null;
  });
  protected readonly focus = computed(() => {
    const panel = this.panel();
    return panel?.kind === 'entity' ? panel.focus : '';
  });

  protected backToDetails(): void {
    this.desk.open({ kind: 'details', entity: this.entity().id });
  }

  /** Shows the standards with what has just become of them. */
  protected changed(): void {
    this.desk.saved();
    this.backToDetails();
  }

  protected measured({ value, unit }: Measured): void {
    const said = formatMeasure(value, unit, this.words.locale());
    this.toasts.say({ text: this.words.say('data.measurement.recorded', { entity: this.entity().name, value: said }) });
    this.desk.saved();
  }

  protected async archive(): Promise<void> {
    const { name } = this.entity();
    const done = await this.desk.attempt(() => this.api.archiveEntity(this.desk.code(), this.entity()));
    if (done) this.toasts.say({ text: this.words.say('data.entity.archived', { entity: name }) });
  }
}
