import { type Routes } from '@angular/router';
import { Home } from './home/home';
import { homeOrCharters } from './home/home-or-charters';
import { notSignedIn, permitted, signedIn } from './platform/session/guards';
import { Frame } from './shell/frame';

/** Every feature brings its own routes, loaded when it is first opened; Home comes with the first script. */
const features: Routes = [
  { path: '', pathMatch: 'full', title: 'shell.home', canActivate: [homeOrCharters], component: Home },
  {
    path: 'strategy/mandates',
    title: 'mandates.title',
    canActivate: [permitted('mandate.read')],
    loadChildren: () => import('./mandates/mandates.routes'),
  },
  {
    path: 'strategy/exceptions',
    title: 'exceptions.title',
    canActivate: [permitted('exception.read')],
    loadChildren: () => import('./exceptions/exceptions.routes'),
  },
  {
    path: 'strategy/opened',
    title: 'comments.opened.title',
    canActivate: [permitted('opened_strategy.read')],
    loadComponent: () => import('./comments/opened-strategy/opened-strategy').then((file) => file.OpenedStrategy),
  },
  {
    path: 'strategy',
    title: 'shell.strategy',
    canActivate: [permitted('strategy.read')],
    loadChildren: () => import('./strategy/strategy.routes'),
  },
  {
    path: 'charters',
    title: 'shell.charters',
    canActivate: [permitted('charter.read')],
    loadChildren: () => import('./charters/charters.routes'),
  },
  {
    path: 'outcomes',
    title: 'shell.outcomes',
    canActivate: [permitted('kpi.read')],
    loadChildren: () => import('./outcomes/outcomes.routes'),
  },
  {
    path: 'data',
    title: 'shell.data',
    canActivate: [permitted('domain.read')],
    loadChildren: () => import('./data/data.routes'),
  },
  {
    path: 'board',
    title: 'shell.board',
    canActivate: [permitted('board.read')],
    loadChildren: () => import('./board/board.routes'),
  },
  {
    path: 'registers',
    title: 'shell.registers',
    canActivate: [permitted('unit.read')],
    loadChildren: () => import('./registers/registers.routes'),
  },
  {
    path: 'imports',
    title: 'shell.imports',
    canActivate: [permitted('import.run')],
    loadChildren: () => import('./imports/imports.routes'),
  },
  {
    path: 'exports',
    title: 'shell.exports',
    canActivate: [permitted('records.export')],
    loadChildren: () => import('./exports/exports.routes'),
  },
  {
    path: 'audit',
    title: 'shell.audit',
    canActivate: [permitted('audit.read')],
    loadChildren: () => import('./audit/audit.routes'),
  },
];

const activation = () => import('./entry/activation/activation').then((file) => file.Activation);

export const routes: Routes = [
  {
    path: 'welcome',
    title: 'entry.welcome',
    canActivate: [notSignedIn],
    loadComponent: () => import('./entry/first-page/first-page').then((file) => file.FirstPage),
  },
  {
    path: 'sign-in',
    title: 'entry.signIn.title',
    canActivate: [notSignedIn],
    loadComponent: () => import('./entry/sign-in/sign-in-page').then((file) => file.SignInPage),
  },
  { path: 'activate', title: 'entry.activation.title', loadComponent: activation },
  { path: 'activate/:token', title: 'entry.activation.title', loadComponent: activation },
  {
    path: 'set-up',
    title: 'entry.setUp.title',
    loadComponent: () => import('./entry/set-up/set-up-page').then((file) => file.SetUpPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    component: Frame,
    children: [
      ...features,
      {
        path: 'forbidden',
        title: 'shell.forbidden.title',
        loadComponent: () => import('./shell/forbidden').then((file) => file.Forbidden),
      },
      {
        path: '**',
        title: 'shell.notFound.title',
        loadComponent: () => import('./shell/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
