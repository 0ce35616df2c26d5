import { Component, input, output, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordDifferences } from './word-differences';

/** Somebody saved first: both texts side by side with the difference marked, and the choice between them. */
@Component({
  selector: 'app-stale-save',
  imports: [TranslocoPipe],
  template: `
    <section role="alert" aria-labelledby="stale-save">
      <h3 id="stale-save">{{ 'ui.conflict.title' | transloco }}</h3>
      <p class="sm i2">{{ 'ui.conflict.text' | transloco }}</p>
      <div class="conf">
        @for (side of sides; track side.key) {
          <div>
            <b>{{ 'ui.conflict.' + side.key | transloco }}</b>
            <p>
              @for (part of differences.value()?.[side.key]; track $index) {
                @if (part.changed) {
                  <ins>{{ part.text }}</ins>
                } @else {
                  <span>{{ part.text }}</span>
                }
              } @empty {
                <span class="m">{{ 'ui.conflict.empty' | transloco }}</span>
              }
            </p>
            <button class="btn s" type="button" (click)="choose(side.key)">{{ side.choice | transloco }}</button>
          </div>
        }
      </div>
    </section>
  `,
})
export class StaleSave {
  readonly mine = input.required<string>();
  readonly theirs = input.required<string>();
  /** Save mine over theirs, under the version that stands now. */
  readonly keepMine = output<void>();
  /** Drop mine and show theirs. */
  readonly takeTheirs = output<void>();

  protected readonly sides = [
    { key: 'mine', choice: 'ui.conflict.keepMine' },
    { key: 'theirs', choice: 'ui.conflict.takeTheirs' },
  ] as const;
  protected readonly differences = resource({
    params: () => ({ mine: this.mine(), theirs: this.theirs() }),
    loader: ({ params }) => wordDifferences(params.mine, params.theirs),
  });

  protected choose(side: 'mine' | 'theirs'): void {
    if (side === 'mine') this.keepMine.emit();
    else this.takeTheirs.emit();
  }
}
