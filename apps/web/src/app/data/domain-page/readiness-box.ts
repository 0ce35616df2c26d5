import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FigurePipe, ProgressBar } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { ChartersHeldUp } from './charters-held-up';
import { DomainDesk } from './domain-desk';
import { nextStep } from './next-step';

/** The page's one decision: what to fill in next and what that lifts, over the parts the readiness is made of. */
@Component({
  selector: 'app-readiness-box',
  imports: [FigurePipe, ProgressBar, TranslocoPipe],
  templateUrl: './readiness-box.html',
  styleUrl: './readiness-box.css',
})
export class ReadinessBox {
  private readonly words = inject(Words);
  private readonly held = inject(ChartersHeldUp);
  protected readonly desk = inject(DomainDesk);

  protected readonly readiness = computed(() => this.desk.domain()?.readiness);
  protected readonly step = computed(() => {
    const domain = this.desk.domain();
    return domain && nextStep(domain);
  });
  protected readonly fact = computed(() => {
    const step = this.step();
    return this.words.say(`data.next.${step?.kind ?? 'done'}`, { entity: step?.entity });
  });
  protected readonly consequence = computed(() => {
    const step = this.step();
    if (!step) return this.words.say('data.next.doneText');
    const said: string[] = [];
    if (step.kind === 'unmet') said.push(this.words.say('data.next.unmetText'));
    if (step.kind === 'entity') said.push(this.words.say('data.next.entityText'));
    if (step.to !== null && step.to > (this.readiness()?.score ?? 0)) {
      said.push(this.words.say('data.next.lifts', { to: step.to }));
    }
    const charters = this.held.codes();
    if (charters.length > 0) said.push(this.words.say('data.next.waits', { charters, n: charters.length }));
    if (!this.desk.mayEdit()) said.push(this.words.say('data.next.ask'));
    return said.join(' ');
  });
}
