import { type Routes } from '@angular/router';
import { permitted } from '../platform/session/guards';

const routes: Routes = [
  { path: '', loadComponent: () => import('./outcomes-page/outcomes-page').then((file) => file.OutcomesPage) },
  {
    path: 'new',
    title: 'outcomes.form.newTitle',
    canActivate: [permitted('kpi.create')],
    loadComponent: () => import('./kpi-form/kpi-form-page').then((file) => file.KpiFormPage),
  },
  {
    path: 'measurements',
    title: 'outcomes.entry.title',
    canActivate: [permitted('kpi.measure')],
    loadComponent: () => import('./measurement-entry/measurement-entry').then((file) => file.MeasurementEntry),
  },
  { path: ':code', loadComponent: () => import('./kpi-page/kpi-page').then((file) => file.KpiPage) },
  {
    path: ':code/edit',
    title: 'outcomes.kpi.edit',
    canActivate: [permitted('kpi.edit')],
    loadComponent: () => import('./kpi-form/kpi-form-page').then((file) => file.KpiFormPage),
  },
  {
    path: ':code/measurements',
    title: 'outcomes.entry.title',
    canActivate: [permitted('kpi.measure')],
    loadComponent: () => import('./measurement-entry/measurement-entry').then((file) => file.MeasurementEntry),
  },
];
export default routes;
