import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { formatMeasure, Icon, Mark, MeasurePipe } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DomainDesk, type HoleKind } from './domain-desk';
import { isOver, type EntityRow } from './entity-cells';
import { HoleCell } from './hole-cell';

/** One entity and how each of its needs is met. */
@Component({
  selector: 'tr[app-entity-row]',
  imports: [HoleCell, Icon, Mark, MeasurePipe, TranslocoPipe],
  host: { '[class.on]': 'open()' },
  templateUrl: './entity-row.html',
  styleUrl: './entity-row.css',
})
export class EntityGridRow {
  private readonly words = inject(Words);
  protected readonly desk = inject(DomainDesk);

  readonly row = input.required<EntityRow>();
  readonly open = input(false);
  readonly toggled = output<void>();

  protected readonly dimensions = computed(() => this.listed('data.dimension', this.row().dimensions));
  protected readonly patterns = computed(() => this.listed('data.pattern', this.row().patterns));
  protected readonly quality = computed(() => {
    const standard = this.row().quality;
    if (!standard?.latest) return null;
    const { latest, threshold, unit } = standard;
    const against = this.words.say(isOver(standard) ? 'data.grid.over' : 'data.grid.under', {
      threshold: formatMeasure(threshold, unit, this.words.locale()),
      on: latest.date,
    });
    return { ...latest, unit, against };
  });

  protected isHole(hole: HoleKind): boolean {
    return this.row().holes.includes(hole);
  }

  /** "Complete, valid", the first word alone with a capital. */
  private listed(key: string, values: readonly string[]): string {
    return values.map((value) => this.words.say(`${key}.${value}`)).join(', ');
  }
}
