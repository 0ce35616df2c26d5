import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ErasedUser, User } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { RegistersApi } from '../registers-api';

/** Nothing brings a person back, so the name has to be typed before anything happens. */
@Component({
  selector: 'app-erasure-box',
  imports: [Field, FieldControl, TranslocoPipe],
  template: `
    <form class="decision bad frm" novalidate (submit)="erase($event)" [attr.aria-label]="heading()">
      <div class="tx">
        <b>{{ heading() }}</b>
        <p class="sm i2">{{ 'registers.erasure.text' | transloco }}</p>
        <ui-field for="erase-name" [label]="asked()" [error]="error()">
          <input uiControl #typed type="text" autocomplete="off" (input)="name.set(typed.value)" />
        </ui-field>
        <div class="formfoot">
          <button class="btn danger" type="submit" [disabled]="busy()">
            {{ 'registers.erasure.confirm' | transloco }}
          </button>
          <button class="btn" type="button" (click)="left.emit()">
            {{ 'registers.erasure.cancel' | transloco }}
          </button>
        </div>
      </div>
    </form>
  `,
})
export class ErasureBox {
  private readonly api = inject(RegistersApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);

  readonly person = input.required<User>();
  readonly erased = output<ErasedUser>();
  readonly left = output<void>();

  protected readonly name = signal('');
  protected readonly error = signal('');
  protected readonly busy = signal(false);
  protected readonly heading = computed(() =>
    this.words.say('registers.erasure.heading', { name: this.person().name }),
  );
  protected readonly asked = computed(() => this.words.say('registers.erasure.type', { name: this.person().name }));

  protected async erase(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const name = this.name().trim();
    if (name !== this.person().name) return this.error.set(this.words.say('registers.erasure.differs'));
    this.error.set('');
    this.busy.set(true);
    try {
      this.erased.emit(await this.api.erase(this.person(), { name }));
    } catch (refused) {
      this.error.set(this.problems.say(refused));
    } finally {
      this.busy.set(false);
    }
  }
}
