import { Component, computed, inject, input } from '@angular/core';
import type { GateCheck } from '@sightline/contracts';
import { Speech } from '../speech/speech';

/** The gate at a glance: failed is tall, warning middling, passed short, so that the count reads without colour. */
@Component({
  selector: 'ui-ticks',
  host: { class: 'ticks', role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    @for (tick of ticks(); track $index) {
      <i [class]="tick"></i>
    }
  `,
})
export class Ticks {
  private readonly speech = inject(Speech);

  readonly checks = input.required<readonly Pick<GateCheck, 'passed' | 'level'>[]>();

  protected readonly ticks = computed(() => this.checks().map(tickOf).sort());
  protected readonly label = computed(() => {
    const ticks = this.ticks();
    const count = (kind: string) => ticks.filter((tick) => tick === kind).length;
    return this.speech.say('gate.ticks', {
      total: ticks.length,
      failed: count('f'),
      warnings: count('w'),
      passed: count('y'),
    });
  });
}

/** f(ailed), w(arning), y(es): in alphabetical order the worst stand first. */
function tickOf(check: Pick<GateCheck, 'passed' | 'level'>): 'f' | 'w' | 'y' {
  if (check.passed) return 'y';
  return check.level === 'blocker' ? 'f' : 'w';
}
