import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataDomain } from '@sightline/contracts';
import { CodeLink, Hole, Icon, Readiness } from '@sightline/ui';
import type { DraftDomain } from './charter-draft';

/** The entities of one domain: which are touched, which the project cannot do without, and what each still lacks. */
@Component({
  selector: 'app-domain-entities',
  imports: [CodeLink, Hole, Icon, Readiness, RouterLink, TranslocoPipe],
  templateUrl: './domain-entities.html',
  styleUrl: './domain-entities.css',
})
export class DomainEntities {
  readonly touched = input.required<DraftDomain>();
  readonly record = input<DataDomain>();
  readonly changed = output<DraftDomain>();
  readonly dropped = output<void>();

  protected readonly rows = computed(() => {
    const touched = new Map(this.touched().entities.map(({ entity, essential }) => [entity.id, essential]));
    return (this.record()?.entities ?? []).map((entity) => ({
      entity,
      chosen: touched.has(entity.id),
      essential: touched.get(entity.id) ?? false,
    }));
  });

  protected choose(id: string, chosen: boolean): void {
    const { domain, entities } = this.touched();
    const entity = this.record()?.entities.find((each) => each.id === id);
    const others = entities.filter((each) => each.entity.id !== id);
    const added = chosen && entity ? [{ entity: { id, name: entity.name }, essential: true }] : [];
    this.changed.emit({ domain, entities: [...others, ...added] });
  }

  protected weigh(id: string, essential: boolean): void {
    const { domain, entities } = this.touched();
    this.changed.emit({
      domain,
      entities: entities.map((each) => (each.entity.id === id ? { ...each, essential } : each)),
    });
  }
}
