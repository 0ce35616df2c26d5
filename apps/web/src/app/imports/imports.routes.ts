import { type Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./imports-page/imports-page').then((file) => file.ImportsPage) },
  {
    path: 'new',
    title: 'imports.new',
    loadComponent: () => import('./new-import/new-import-page').then((file) => file.NewImportPage),
  },
  { path: ':id', loadComponent: () => import('./import-page/import-page').then((file) => file.ImportPage) },
];
export default routes;
