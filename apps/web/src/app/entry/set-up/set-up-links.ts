import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SetUpDone } from '@sightline/contracts';
import { Icon, MomentPipe, Toasts } from '@sightline/ui';
import { Words } from '../../platform/words/words';

/** The one-time links, shown once: one to copy for each person. */
@Component({
  selector: 'app-set-up-links',
  imports: [Icon, MomentPipe, TranslocoPipe],
  styles: `
    .links {
      margin-top: 12px;
    }
  `,
  template: `
    <p class="i2">{{ 'entry.setUp.done.text' | transloco }}</p>
    <table class="tb stack links">
      <thead>
        <tr>
          <th scope="col">{{ 'entry.setUp.done.person' | transloco }}</th>
          <th scope="col">{{ 'entry.setUp.done.until' | transloco }}</th>
          <th scope="col">{{ 'entry.setUp.done.link' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (person of done().links; track person.email) {
          <tr>
            <th scope="row">
              {{ person.name }}<br /><span class="sm m">{{ person.email }}</span>
            </th>
            <td [attr.data-h]="'entry.setUp.done.until' | transloco">{{ person.expiresAt | moment }}</td>
            <td [attr.data-h]="'entry.setUp.done.link' | transloco">
              <button
                class="btn s"
                type="button"
                [attr.aria-label]="'entry.setUp.done.copy' | transloco: { name: person.name }"
                (click)="copy(person.link, person.name)"
              >
                <ui-icon name="copy" [size]="14" />{{ 'entry.setUp.done.copyOne' | transloco }}
              </button>
            </td>
          </tr>
        }
      </tbody>
    </table>
    <div class="formfoot">
      <button class="btn p" type="button" (click)="entered.emit()">
        {{ 'entry.setUp.done.enter' | transloco: { name: name() } }}
      </button>
      <button class="btn" type="button" (click)="copyAll()">{{ 'entry.setUp.done.copyAll' | transloco }}</button>
    </div>
  `,
})
export class SetUpLinks {
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);

  readonly done = input.required<SetUpDone>();
  /** The administrator, who signs in with the password just chosen. */
  readonly name = input.required<string>();
  readonly entered = output<void>();

  protected async copy(link: string, name: string): Promise<void> {
    await navigator.clipboard.writeText(link);
    this.toasts.say({ text: this.words.say('entry.setUp.done.copied', { name }) });
  }

  protected async copyAll(): Promise<void> {
    const lines = this.done().links.map(({ name, email, link }) => `${name} <${email}>: ${link}`);
    await navigator.clipboard.writeText(lines.join('\n'));
    this.toasts.say({ text: this.words.say('entry.setUp.done.allCopied') });
  }
}
