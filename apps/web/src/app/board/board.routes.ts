import { type Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: () => import('./proposals/board-page').then((file) => file.BoardPage) },
  { path: 'proposals', pathMatch: 'full', redirectTo: '' },
  {
    path: 'proposals/:code',
    loadComponent: () => import('./proposal-page/proposal-page').then((file) => file.ProposalPage),
  },
  {
    path: 'decisions',
    title: 'board.decisions.title',
    loadComponent: () => import('./decisions/decision-list').then((file) => file.DecisionList),
  },
  {
    path: 'decisions/:code',
    loadComponent: () => import('./decisions/decision-page').then((file) => file.DecisionPage),
  },
  {
    path: 'seats',
    title: 'board.settings.title',
    loadComponent: () => import('./settings/board-settings').then((file) => file.BoardSettings),
  },
];
export default routes;
