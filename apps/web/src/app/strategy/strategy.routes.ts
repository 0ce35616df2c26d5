import type { Routes } from '@angular/router';

const page = () => import('./strategy-page/strategy-page').then((file) => file.StrategyPage);

/** The strategy's pages, below `/strategy`. */
export default [
  { path: '', pathMatch: 'full', title: 'strategy.title', loadComponent: page },
  {
    path: 'versions',
    pathMatch: 'full',
    title: 'strategy.allVersions',
    loadComponent: () => import('./strategy-versions/strategy-versions').then((file) => file.StrategyVersions),
  },
  {
    path: 'compare',
    loadComponent: () => import('./strategy-compare/strategy-compare').then((file) => file.StrategyCompare),
  },
  { path: 'versions/:n', loadComponent: page },
  {
    path: 'versions/:n/impact',
    loadComponent: () => import('./strategy-impact/strategy-impact').then((file) => file.StrategyImpactPage),
  },
  {
    path: 'versions/:n/edit',
    loadComponent: () => import('./strategy-draft/strategy-draft').then((file) => file.StrategyDraft),
  },
  {
    path: 'principles/:code',
    loadComponent: () => import('./principle-page/principle-page').then((file) => file.PrinciplePage),
  },
] satisfies Routes;
