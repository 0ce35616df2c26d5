import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, submit } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';

const TEXT_MAX = 4000;

/** A requirement being stated for one of one's constituencies, or answered. */
@Component({
  selector: 'app-requirement-form',
  imports: [Field, FieldControl, FormField, TranslocoPipe],
  template: `
    <form class="frm" novalidate (submit)="send($event)">
      @if (constituencies().length > 1) {
        <ui-field for="requirement-for" [label]="'charters.requirement.for' | transloco">
          <select uiControl [formField]="form.constituency">
            @for (constituency of constituencies(); track constituency) {
              <option [value]="constituency">{{ nameOf()(constituency) }}</option>
            }
          </select>
        </ui-field>
      }
      <ui-field for="requirement-text" [label]="label()" [error]="error() ?? refusal()">
        <textarea uiControl rows="3" [formField]="form.text"></textarea>
      </ui-field>
      <div class="formfoot">
        <button class="btn" type="submit">{{ action() }}</button>
        <button class="btn t" type="button" (click)="left.emit()">{{ 'charters.cancel' | transloco }}</button>
      </div>
    </form>
  `,
})
export class RequirementForm {
  private readonly fieldWords = inject(FieldWords);

  readonly label = input.required<string>();
  readonly action = input.required<string>();
  readonly text = input('');
  readonly constituencies = input<readonly string[]>([]);
  readonly nameOf = input<(constituency: string) => string>((constituency) => constituency);
  readonly refusal = input<string | null>(null);
  readonly sent = output<{ constituency: string; text: string }>();
  readonly left = output<void>();

  protected readonly model = linkedSignal(() => ({
    constituency: this.constituencies()[0] ?? '',
    text: this.text(),
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.text);
    maxLength(path.text, TEXT_MAX);
  });
  protected readonly error = computed(() => this.fieldWords.of(this.form.text));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, async () => {
      this.sent.emit({ ...this.model(), text: this.model().text.trim() });
      return undefined;
    });
  }
}
