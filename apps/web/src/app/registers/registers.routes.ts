import { type Routes } from '@angular/router';
import { permitted } from '../platform/session/guards';

const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'units' },
  {
    path: 'units',
    title: 'registers.units',
    loadComponent: () => import('./units/units-page').then((file) => file.UnitsPage),
  },
  {
    path: 'people',
    title: 'registers.people',
    canActivate: [permitted('user.read')],
    loadComponent: () => import('./people/people-page').then((file) => file.PeoplePage),
  },
  {
    path: 'parties',
    title: 'registers.parties',
    canActivate: [permitted('party.read')],
    loadComponent: () => import('./parties/parties-page').then((file) => file.PartiesPage),
  },
  {
    path: 'systems',
    title: 'registers.systems',
    canActivate: [permitted('system.read')],
    loadComponent: () => import('./systems/systems-page').then((file) => file.SystemsPage),
  },
  {
    path: 'services',
    title: 'registers.services',
    canActivate: [permitted('service.read')],
    loadComponent: () => import('./services/services-page').then((file) => file.ServicesPage),
  },
];
export default routes;
