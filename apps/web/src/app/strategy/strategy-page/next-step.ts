import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StrategyVersion, StrategyVersionSummary } from '@sightline/contracts';
import { DecisionBox, formatDay, formatMoment, Speech } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';

interface Step {
  fact: string;
  consequence?: string;
  label: string;
  link: string | unknown[];
  danger?: boolean;
}

/** The one thing to do on the strategy's page; nothing when there is nothing. */
@Component({
  selector: 'app-next-step',
  imports: [DecisionBox, RouterLink],
  template: `
    @if (step(); as step) {
      <ui-decision-box [fact]="step.fact" [consequence]="step.consequence ?? ''" [danger]="step.danger ?? false">
        <a class="btn p" [routerLink]="step.link">{{ step.label }}</a>
      </ui-decision-box>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 12px;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class NextStep {
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);

  readonly version = input.required<StrategyVersion>();
  readonly open = input.required<StrategyVersionSummary | null>();

  protected readonly step = computed<Step | null>(() => {
    const version = this.version();
    if (version.status === 'superseded' || version.status === 'rejected') return this.away(version);
    const open = this.open();
    if (open?.status === 'proposed') return this.proposed(open);
    if (open) return this.draft(open);
    return this.overdue(version);
  });

  private away({ status, supersededAt }: StrategyVersion): Step {
    const on = supersededAt ? formatMoment(supersededAt, this.speech.locale(), this.speech.timeZone(), 'day') : '';
    return {
      fact: this.words.say(`strategy.next.${status}`),
      consequence: this.words.say(`strategy.next.${status}Text`, { on }),
      label: this.words.say('strategy.next.toInForce'),
      link: '/strategy',
    };
  }

  private proposed({ number }: StrategyVersionSummary): Step {
    const proposal = this.version().number === number ? linkOf(this.version().proposal?.code) : null;
    return {
      fact: this.words.say('strategy.next.proposed', { n: number }),
      consequence: this.words.say('strategy.next.proposedText'),
      label: this.words.say(proposal ? 'strategy.next.seeProposal' : 'strategy.next.readProposed', { n: number }),
      link: proposal ?? ['/strategy/versions', number],
    };
  }

  private draft({ number }: StrategyVersionSummary): Step | null {
    const isHere = this.version().number === number;
    const writes = this.session.may('strategy.edit');
    if (isHere && !writes) return null;
    const points = this.version().openPoints.length;
    const fact = this.words.say('strategy.next.draft', { n: number });
    const consequence = isHere
      ? this.words.say(points > 0 ? 'strategy.next.draftOpen' : 'strategy.next.draftReady', { n: points })
      : '';
    return writes
      ? {
          fact,
          consequence,
          label: this.words.say('strategy.next.write'),
          link: ['/strategy/versions', number, 'edit'],
        }
      : {
          fact,
          label: this.words.say('strategy.next.readProposed', { n: number }),
          link: ['/strategy/versions', number],
        };
  }

  private overdue({ reviewBy, status }: StrategyVersion): Step | null {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: this.speech.timeZone() });
    if (status !== 'in_force' || !reviewBy || reviewBy >= today) return null;
    return {
      fact: this.words.say('strategy.next.overdue'),
      consequence: this.words.say('strategy.next.overdueText', { on: formatDay(reviewBy, this.speech.locale()) }),
      label: this.words.say('strategy.allVersions'),
      link: '/strategy/versions',
      danger: true,
    };
  }
}
