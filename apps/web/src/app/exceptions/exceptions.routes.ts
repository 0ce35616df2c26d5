import type { Routes } from '@angular/router';
import { permitted } from '../platform/session/guards';

const form = () => import('./exception-form/exception-form-page').then((file) => file.ExceptionFormPage);

/** Exceptions from principles, below `/strategy/exceptions`. */
export default [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./exceptions-page/exceptions-page').then((file) => file.ExceptionsPage),
  },
  { path: 'new', title: 'exceptions.new', canActivate: [permitted('exception.edit')], loadComponent: form },
  { path: ':code', loadComponent: () => import('./exception-page/exception-page').then((file) => file.ExceptionPage) },
  { path: ':code/edit', canActivate: [permitted('exception.edit')], data: { mode: 'edit' }, loadComponent: form },
  { path: ':code/renew', canActivate: [permitted('exception.edit')], data: { mode: 'renew' }, loadComponent: form },
] satisfies Routes;
