import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Door } from '../door';
import { SignInForm } from './sign-in-form';

@Component({
  selector: 'app-sign-in-page',
  imports: [Door, SignInForm, TranslocoPipe],
  styleUrl: '../door.css',
  template: `
    <app-door width="narrow" [heading]="'entry.signIn.title' | transloco">
      <div class="card">
        <app-sign-in-form (signedIn)="goOn()" />
        <p class="sm i2 hint">{{ 'entry.signIn.forgotten' | transloco }}</p>
      </div>
    </app-door>
  `,
})
export class SignInPage {
  private readonly router = inject(Router);

  /** The page somebody wanted when they were sent here; an address of ours, never another site's. */
  readonly to = input<string>();

  protected goOn(): void {
    const to = this.to() ?? '/';
    void this.router.navigateByUrl(/^\/(?!\/)/.test(to) ? to : '/');
  }
}
