import type { Routes } from '@angular/router';
import { permitted } from '../platform/session/guards';

const form = () => import('./mandate-form/mandate-form-page').then((file) => file.MandateFormPage);

/** Orders from above, below `/strategy/mandates`. */
export default [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./mandates-page/mandates-page').then((file) => file.MandatesPage),
  },
  { path: 'new', canActivate: [permitted('mandate.manage')], loadComponent: form },
  { path: ':code', loadComponent: () => import('./mandate-page/mandate-page').then((file) => file.MandatePage) },
  { path: ':code/edit', canActivate: [permitted('mandate.manage')], loadComponent: form },
] satisfies Routes;
