import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** How one's own installation begins: four steps to a board that can vote. */
@Component({
  selector: 'app-own-door',
  imports: [RouterLink, TranslocoPipe],
  styleUrl: './own-door.css',
  template: `
    <h2>{{ 'entry.own.title' | transloco }}</h2>
    <p class="i2">{{ 'entry.own.text' | transloco }}</p>
    <ol>
      @for (step of steps; track step) {
        <li>
          <span>
            <b>{{ 'entry.own.' + step | transloco }}</b>
            <span class="d">{{ 'entry.own.' + step + 'Text' | transloco }}</span>
          </span>
        </li>
      }
    </ol>
    @if (beside()) {
      <p class="sm i2">{{ 'entry.own.sampleText' | transloco }}</p>
      <pre class="how"><code>{{ command }}</code></pre>
    } @else {
      <a class="btn p" routerLink="/set-up">{{ 'entry.own.begin' | transloco }}</a>
    }
  `,
})
export class OwnDoor {
  /** The sample company is here: set-up happens in an installation of its own. */
  readonly beside = input(false);

  /** Words of a shell, the same in every language. */
  protected readonly command = 'SIGHTLINE_SAMPLE=off SIGHTLINE_DATA_DIR=my-data npm start';
  protected readonly steps = ['you', 'organisation', 'board', 'strategy'] as const;
}
