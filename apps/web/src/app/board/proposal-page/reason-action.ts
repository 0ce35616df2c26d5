import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Proposal, REASON_MAX } from '@sightline/contracts';
import { Field, FieldControl, Mark } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { textOf } from '../text-of';

/** A quiet button that, pressed, asks for the reason the record keeps, in place. */
@Component({
  selector: 'app-reason-action',
  imports: [Field, FieldControl, Mark, TranslocoPipe],
  template: `
    <p class="sm i2">{{ text() }}</p>
    @if (refusal(); as said) {
      <p class="errmsg" role="alert"><ui-mark name="blocked" [size]="15" />{{ said }}</p>
    }
    @if (open()) {
      <form (submit)="send($event)">
        <ui-field [for]="name() + '-reason'" [label]="'board.secretary.reason' | transloco" [error]="error()">
          <textarea
            uiControl
            rows="2"
            [attr.maxlength]="reasonMax"
            [value]="reason()"
            (input)="reason.set(textOf($event))"
          ></textarea>
        </ui-field>
        <div class="formfoot">
          <button class="btn s" type="submit" [attr.aria-disabled]="sending() || null">{{ action() }}</button>
          <button class="btn t s" type="button" (click)="open.set(false)">
            {{ 'board.secretary.cancel' | transloco }}
          </button>
        </div>
      </form>
    } @else {
      <button class="btn s" type="button" (click)="begin()">{{ action() }}</button>
    }
  `,
})
export class ReasonAction {
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);

  /** Tells its field from others on the page. */
  readonly name = input.required<string>();
  readonly text = input.required<string>();
  readonly action = input.required<string>();
  /** Does it; without `asks` at once, with an empty reason. */
  readonly run = input.required<(reason: string) => Promise<Proposal>>();
  readonly asks = input(true);
  readonly done = output<Proposal>();

  protected readonly textOf = textOf;
  protected readonly reasonMax = REASON_MAX;
  protected readonly open = signal(false);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly refusal = signal('');
  protected readonly error = computed(() =>
    this.tried() && !this.reason().trim() ? this.words.say('board.secretary.reasonNeeded') : '',
  );

  protected begin(): void {
    if (this.asks()) this.open.set(true);
    else void this.act('');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.error()) await this.act(this.reason().trim());
  }

  private async act(reason: string): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.refusal.set('');
    try {
      this.done.emit(await this.run()(reason));
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    } finally {
      this.sending.set(false);
    }
  }
}
