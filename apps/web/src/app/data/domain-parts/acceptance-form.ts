import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { form, FormField, maxLength, required, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataIssue } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { OpenedForm } from '../../platform/forms/opened-form';
import { SaveProblems } from '../../platform/forms/save-problems';
import { Saving } from '../../platform/forms/saving';
import { FieldWords } from '../../platform/problems/field-words';
import { DataApi } from '../data-api';
import { DomainDesk } from '../domain-page/domain-desk';
import { organisationToday } from './today';

const REASON_MAX = 2000;
interface AcceptanceModel {
  reason: string;
  expiresOn: string;
}

/** Accepts a shortfall knowingly: why, and until which day. */
@Component({
  selector: 'app-acceptance-form',
  imports: [Field, FieldControl, FormField, OpenedForm, SaveProblems, TranslocoPipe],
  template: `
    <form class="frm" novalidate appOpened (submit)="saving.save($event)">
      <p class="i2 sm">{{ 'data.issue.acceptText' | transloco }}</p>
      <ui-field for="accept-reason" [label]="'data.issue.reason' | transloco" [error]="errorOf(form.reason)">
        <textarea uiControl rows="2" [formField]="form.reason"></textarea>
      </ui-field>
      <ui-field for="accept-expires" [label]="'data.issue.expires' | transloco" [error]="errorOf(form.expiresOn)">
        <input uiControl type="date" class="day" [attr.min]="firstDay" [formField]="form.expiresOn" />
      </ui-field>
      <app-save-problems [of]="saving" />
      <div class="formfoot">
        <button class="btn" type="submit">{{ 'data.issue.accept' | transloco }}</button>
        <button class="btn t" type="button" (click)="left.emit()">{{ 'data.cancel' | transloco }}</button>
      </div>
    </form>
  `,
  styles: `
    .day {
      max-width: 220px;
    }
  `,
})
export class AcceptanceForm {
  private readonly api = inject(DataApi);
  private readonly desk = inject(DomainDesk);
  private readonly fieldWords = inject(FieldWords);

  readonly issue = input.required<DataIssue>();
  readonly saved = output<DataIssue>();
  readonly left = output<void>();

  protected readonly firstDay = organisationToday();
  protected readonly model = linkedSignal(() => modelOf(this.issue()));
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, REASON_MAX);
    required(path.expiresOn);
  });
  protected readonly saving = new Saving<AcceptanceModel, DataIssue>({
    model: this.model,
    form: this.form,
    record: this.issue,
    toModel: modelOf,
    read: async (issue) => {
      const { issues } = await this.api.read(this.desk.code());
      return issues.find(({ id }) => id === issue.id) ?? issue;
    },
    send: ({ reason, expiresOn }, issue) =>
      this.api.changeIssue(this.desk.code(), issue ?? this.issue(), {
        status: 'accepted',
        reason: reason.trim(),
        expiresOn,
      }),
    saved: (issue) => this.saved.emit(issue),
  });

  protected errorOf(field: FieldTree<unknown>): string | null {
    return this.fieldWords.of(field);
  }
}

function modelOf({ reason, expiresOn }: DataIssue): AcceptanceModel {
  return { reason: reason ?? '', expiresOn: expiresOn ?? '' };
}
