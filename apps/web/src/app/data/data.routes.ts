import { type Routes } from '@angular/router';
import { permitted } from '../platform/session/guards';

const routes: Routes = [
  { path: '', loadComponent: () => import('./domains-page/domains-page').then((file) => file.DomainsPage) },
  {
    path: 'new',
    title: 'data.form.title',
    canActivate: [permitted('domain.create')],
    loadComponent: () => import('./new-domain/new-domain-page').then((file) => file.NewDomainPage),
  },
  { path: ':code', loadComponent: () => import('./domain-page/domain-page').then((file) => file.DomainPage) },
];
export default routes;
