import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataFlow } from '@sightline/contracts';
import { SectionHeader, Toasts } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { FlowForm } from '../domain-parts/flow-form';
import { DomainDesk } from './domain-desk';
import { FlowDrawing } from './flow-drawing';
import { writtenTwice } from './flow-layout';

/** Where the data goes: a drawing, and the list that says the same and replaces it on the phone. */
@Component({
  selector: 'app-flow-section',
  imports: [FlowDrawing, FlowForm, SectionHeader, TranslocoPipe],
  templateUrl: './flow-section.html',
  styleUrl: './flow-section.css',
})
export class FlowSection {
  private readonly api = inject(DataApi);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  protected readonly desk = inject(DomainDesk);

  protected readonly listed = signal(false);
  protected readonly flows = computed(() => this.desk.domain()?.flows ?? []);
  protected readonly twice = computed(() => writtenTwice(this.flows()));
  protected readonly isNew = computed(() => this.desk.panel()?.kind === 'flow');
  protected readonly note = computed(() => {
    const { entities } = this.twice();
    return entities.length > 0 ? this.words.say('data.flow.twice', { entities, n: entities.length }) : '';
  });

  protected named({ entities }: DataFlow): string {
    return entities.map(({ name }) => name).join(', ');
  }

  protected async archive(flow: DataFlow): Promise<void> {
    const done = await this.desk.attempt(() => this.api.archiveFlow(this.desk.code(), flow));
    if (!done) return;
    const ends = { from: flow.from.name, to: flow.to.name };
    this.toasts.say({ text: this.words.say('data.flow.archived', ends) });
  }
}
