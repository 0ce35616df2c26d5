import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataFlow } from '@sightline/contracts';
import { Words } from '../../platform/words/words';
import { flowMap } from './flow-layout';

/** Systems and the data that flows between them; red where an entity arrives from two sides. */
@Component({
  selector: 'app-flow-drawing',
  imports: [TranslocoPipe],
  templateUrl: './flow-drawing.html',
  styleUrl: './flow-drawing.css',
})
export class FlowDrawing {
  private readonly words = inject(Words);

  readonly flows = input.required<readonly DataFlow[]>();
  readonly twice = input.required<ReadonlySet<string>>();

  protected readonly map = computed(() => flowMap(this.flows(), this.twice()));
  protected readonly box = computed(() => this.map().measures);
  /** The whole drawing in sentences, for those who do not see it. */
  protected readonly said = computed(() =>
    this.flows()
      .map(({ from, to, entities, pattern }) =>
        this.words.say('data.flow.says', {
          from: from.name,
          to: to.name,
          entities: entities.map(({ name }) => name),
          pattern: this.words.say(`data.pattern.${pattern}`),
        }),
      )
      .join('. '),
  );

  /** The first entity that flows and how many more, above the line. */
  protected carried(flows: readonly DataFlow[]): string {
    const names = [...new Set(flows.flatMap(({ entities }) => entities.map(({ name }) => name)))];
    const [entity = ''] = names;
    return names.length > 1
      ? this.words.say('data.flow.more', { entity: this.short(entity), n: names.length - 1 })
      : this.short(entity);
  }

  /** How it flows, below the line. */
  protected patterns(flows: readonly DataFlow[]): string {
    return [...new Set(flows.map((flow) => this.words.say(`data.pattern.${flow.pattern}`)))].join(', ');
  }

  protected short(name: string): string {
    const { fits } = this.box();
    return name.length > fits ? `${name.slice(0, fits - 1)}…` : name;
  }
}
