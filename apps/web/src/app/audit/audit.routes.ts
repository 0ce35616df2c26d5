import { type Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./audit-page/audit-page').then((file) => file.AuditPage) },
];
export default routes;
