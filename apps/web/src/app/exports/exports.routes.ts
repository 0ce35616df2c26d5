import { type Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./exports-page/exports-page').then((file) => file.ExportsPage) },
];
export default routes;
