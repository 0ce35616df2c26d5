import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Section, StrategyOpenPoint } from '@sightline/contracts';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { fieldId, openControl } from './field-id';

/** What still stands between the draft and the board; every line leads into its field. */
@Component({
  selector: 'app-open-points',
  imports: [Mark, TranslocoPipe],
  templateUrl: './open-points.html',
  styleUrl: './open-points.css',
})
export class OpenPoints {
  private readonly words = inject(Words);

  readonly points = input.required<readonly StrategyOpenPoint[]>();

  protected readonly lines = computed(() =>
    this.points().map((point) => ({ text: this.sentence(point), target: targetOf(point) })),
  );

  protected lead(target: string): void {
    openControl(target);
  }

  private sentence({ code, params }: StrategyOpenPoint): string {
    return this.words.say(`strategy.open.${code}`, {
      ...params,
      section: params['section'] && this.words.say(`strategy.section.${String(params['section'])}`),
      subject: params['subject'] && this.words.say(`strategy.open.subjects.${String(params['subject'])}`),
    });
  }
}

/** The control that an open point is about. */
function targetOf({ code, params }: StrategyOpenPoint): string {
  const section = params['section'] as Section;
  switch (code) {
    case 'section-empty':
      return fieldId(section);
    case 'section-without-authors':
      return fieldId(`authors/${section}/business`);
    case 'table-not-readable':
    case 'principle-without-statement':
      return (params['principles'] as string[])[0] ?? 'add-principle';
    case 'no-principle':
      return 'add-principle';
    case 'no-driver':
      return 'add-driver';
    case 'weights-not-100':
      return fieldId('weights/principles');
    case 'no-review-date':
    case 'review-too-late':
      return fieldId('reviewBy');
    case 'no-decision-right':
      return 'add-right';
  }
}
