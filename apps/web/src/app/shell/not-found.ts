import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@sightline/ui';

@Component({
  selector: 'app-not-found',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <ui-page-header [heading]="'shell.notFound.title' | transloco" [text]="'shell.notFound.text' | transloco" />
      <a class="btn" routerLink="/">{{ 'shell.notFound.home' | transloco }}</a>
    </div>
  `,
})
export class NotFound {}
