import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { RecordHeader } from '@sightline/ui';
import { DomainForm } from '../domain-parts/domain-form';

/** Describes a new domain; its entities follow on its page. */
@Component({
  selector: 'app-new-domain-page',
  imports: [DomainForm, RecordHeader, TranslocoPipe],
  template: `
    <div class="page">
      <ui-record-header
        [heading]="'data.form.title' | transloco"
        [crumbs]="[{ label: 'data.title' | transloco, link: '/data' }]"
      >
        <p class="i2">{{ 'data.form.text' | transloco }}</p>
      </ui-record-header>
      <app-domain-form (saved)="go(['/data', $event.code])" (left)="go(['/data'])" />
    </div>
  `,
})
export class NewDomainPage {
  private readonly router = inject(Router);

  protected go(link: string[]): void {
    void this.router.navigate(link);
  }
}
