import { type Routes } from '@angular/router';
import { permitted } from '../platform/session/guards';

const routes: Routes = [
  { path: '', loadComponent: () => import('./charters-page/charters-page').then((file) => file.ChartersPage) },
  {
    path: 'new',
    title: 'charters.newTitle',
    canActivate: [permitted('charter.create')],
    loadComponent: () => import('./new-charter/new-charter-page').then((file) => file.NewCharterPage),
  },
  { path: ':code', loadComponent: () => import('./charter-page/charter-page').then((file) => file.CharterPage) },
  {
    path: ':code/edit',
    loadComponent: () => import('./charter-edit/charter-edit-page').then((file) => file.CharterEditPage),
  },
  {
    path: ':code/revisions',
    loadComponent: () => import('./charter-revisions/revisions-page').then((file) => file.RevisionsPage),
  },
];
export default routes;
