import { type Routes } from '@angular/router';
import { homeOrCharters } from './home-or-charters';

const routes: Routes = [
  { path: '', canActivate: [homeOrCharters], loadComponent: () => import('./home').then((file) => file.Home) },
];
export default routes;
