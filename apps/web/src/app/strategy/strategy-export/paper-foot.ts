import { Component, computed, inject, input } from '@angular/core';
import type { StrategyVersion } from '@sightline/contracts';
import { Words } from '../../platform/words/words';

/** At the foot of every printed page: which version it is, whether it binds anybody, and its hash. */
@Component({
  selector: 'app-paper-foot',
  host: { 'aria-hidden': 'true' },
  template: `<span>{{ title() }}</span
    ><b>{{ state() }}</b
    ><code>{{ version().contentHash }}</code>`,
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        position: fixed;
        right: 0;
        bottom: 0;
        left: 0;
        display: flex;
        gap: 14px;
        align-items: baseline;
        padding-top: 4px;
        border-top: 1px solid var(--sl-line);
        background: var(--sl-surface);
        font: var(--sl-text-xs);
        color: var(--sl-ink-2);
      }
      code {
        margin-left: auto;
        font-size: 8px;
      }
    }
  `,
})
export class PaperFoot {
  private readonly words = inject(Words);

  readonly version = input.required<StrategyVersion>();

  protected readonly title = computed(() => this.words.say('strategy.versionTitle', { n: this.version().number }));
  protected readonly state = computed(() => {
    const { status, ratifiedAt, supersededAt } = this.version();
    const on = status === 'superseded' ? supersededAt : ratifiedAt;
    return this.words.say(`printed.state.${status}`, on ? { on } : {});
  });
}
