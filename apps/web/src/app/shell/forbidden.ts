import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@sightline/ui';

@Component({
  selector: 'app-forbidden',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <ui-page-header [heading]="'shell.forbidden.title' | transloco" [text]="'shell.forbidden.text' | transloco" />
      <a class="btn" routerLink="/">{{ 'shell.forbidden.home' | transloco }}</a>
    </div>
  `,
})
export class Forbidden {}
