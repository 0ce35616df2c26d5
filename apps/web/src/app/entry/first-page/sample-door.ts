import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonaCard } from '@sightline/contracts';
import { Avatar, Icon } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';

/** People one rarely wants to be: named in a line below the others. */
const ALSO = ['board-data', 'board-security', 'board-it', 'external', 'admin'];

/** One click per person of the sample company, with what that person would do here. */
@Component({
  selector: 'app-sample-door',
  imports: [Avatar, Icon, TranslocoPipe],
  styleUrl: './sample-door.css',
  template: `
    <section aria-labelledby="sample">
      <h2 id="sample">{{ 'entry.sample.title' | transloco }}</h2>
      <p class="i2">{{ 'entry.sample.text' | transloco }}</p>
      @if (refusal()) {
        <p class="errmsg" role="alert">{{ refusal() }}</p>
      }
      <ul>
        @for (card of main(); track card.persona) {
          <li>
            <button class="person" type="button" (click)="enter(card.persona)">
              <ui-avatar [name]="card.name" />
              <span>
                <b>{{ card.name }}</b>&ngsp;<span class="i2">{{
                  'entry.persona.' + card.persona + '.as' | transloco
                }}</span>
                <span class="d">{{ 'entry.persona.' + card.persona + '.task' | transloco }}</span>
              </span>
              <span class="arrow"><ui-icon name="arrow-right" /></span>
            </button>
          </li>
        }
      </ul>
      @if (also().length > 0) {
        <p class="sm i2 also">
          {{ 'entry.sample.also' | transloco }}
          @for (card of also(); track card.persona) {
            <button type="button" [title]="card.name" (click)="enter(card.persona)">
              {{ 'entry.persona.' + card.persona + '.as' | transloco }}</button>{{ $last ? '.' : ', ' }}
          }
        </p>
      }
    </section>
  `,
})
export class SampleDoor {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemWords);

  readonly people = input.required<readonly PersonaCard[]>();

  protected readonly main = computed(() => this.people().filter((card) => !ALSO.includes(card.persona)));
  protected readonly also = computed(() => this.people().filter((card) => ALSO.includes(card.persona)));
  protected readonly refusal = signal('');

  protected async enter(persona: string): Promise<void> {
    try {
      await this.session.enterAs(persona);
      await this.router.navigateByUrl('/');
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    }
  }
}
