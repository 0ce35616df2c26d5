import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, SectionHeader } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { EntityForm } from '../domain-parts/entity-form';
import { DomainDesk } from './domain-desk';
import { entityRows } from './entity-cells';
import { EntityPanel } from './entity-panel';
import { EntityGridRow } from './entity-row';

/** Entities × what each needs; a hole is seen as one and holds the action that fills it. */
@Component({
  selector: 'app-entity-grid',
  imports: [Empty, EntityForm, EntityPanel, EntityGridRow, SectionHeader, TranslocoPipe],
  templateUrl: './entity-grid.html',
  styleUrl: './entity-grid.css',
})
export class EntityGrid {
  private readonly words = inject(Words);
  protected readonly desk = inject(DomainDesk);

  protected readonly columns = ['standard', 'source', 'flows', 'classification', 'quality'] as const;
  protected readonly rows = computed(() => {
    const domain = this.desk.domain();
    return domain ? entityRows(domain) : [];
  });
  protected readonly note = computed(() => {
    const holes = this.rows().reduce((sum, row) => sum + row.holes.length, 0);
    return this.words.say('data.grid.note', { n: this.rows().length, holes });
  });
  protected readonly isNew = computed(() => this.desk.panel()?.kind === 'new-entity');
  /** The entity whose row stands open below it. */
  protected readonly opened = computed(() => {
    const panel = this.desk.panel();
    return panel && 'entity' in panel && panel.kind !== 'new-issue' ? panel.entity : null;
  });

  protected toggle(entity: string): void {
    if (this.opened() === entity) this.desk.close();
    else this.desk.open({ kind: 'details', entity });
  }
}
