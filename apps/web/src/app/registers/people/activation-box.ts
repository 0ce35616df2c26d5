import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ActivationLink, IssuedActivation } from '@sightline/contracts';
import { formatMoment, Icon } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';

export type ShownLink = ActivationLink & Partial<IssuedActivation> & { name: string };

/** A one-time link, shown this once, to be copied and sent by hand. */
@Component({
  selector: 'app-activation-box',
  imports: [Icon, TranslocoPipe],
  template: `
    <section class="decision prim" role="status" [attr.aria-label]="title()">
      <div class="tx">
        <b>{{ title() }}</b>&ngsp;<span class="i2">{{ once() }}</span>
        <input
          #field
          class="in code"
          readonly
          [value]="link().link"
          [attr.aria-label]="title()"
          (focus)="field.select()"
        />
        @if (link().purpose === 'reset') {
          <p class="sm i2">{{ consequence() }}</p>
        }
      </div>
      <button class="btn p" type="button" (click)="copy(field)">
        <ui-icon [name]="copied() ? 'check' : 'copy'" [size]="15" />{{
          (copied() ? 'registers.person.copied' : 'registers.person.copy') | transloco
        }}
      </button>
      <button class="btn" type="button" (click)="done.emit()">{{ 'registers.person.done' | transloco }}</button>
    </section>
  `,
  styles: `
    .in {
      margin-top: 8px;
      background: var(--sl-surface);
      color: var(--sl-ink);
    }
    .tx p {
      margin-top: 6px;
    }
  `,
})
export class ActivationBox {
  private readonly words = inject(Words);
  private readonly session = inject(Session);

  readonly link = input.required<ShownLink>();
  readonly done = output<void>();

  protected readonly copied = signal(false);
  protected readonly title = computed(() => this.words.say('registers.person.linkFor', { name: this.link().name }));
  protected readonly once = computed(() =>
    this.words.say('registers.person.once', { until: this.moment(this.link().expiresAt) }),
  );
  protected readonly consequence = computed(() => {
    const { sessionsEnded, mayVoteFrom } = this.link();
    const ended = this.words.say('registers.person.sessions', { n: sessionsEnded ?? 0 });
    if (!mayVoteFrom) return ended;
    return `${ended} ${this.words.say('registers.person.votesFrom', { at: this.moment(mayVoteFrom) })}`;
  });

  /** Where the clipboard is closed to us the link is marked, ready for the keyboard. */
  protected async copy(field: HTMLInputElement): Promise<void> {
    field.select();
    try {
      await navigator.clipboard.writeText(this.link().link);
      this.copied.set(true);
    } catch {
      field.focus();
    }
  }

  private moment(at: string): string {
    return formatMoment(at, this.words.locale(), this.session.me()?.organisation.timeZone ?? 'UTC');
  }
}
