import type { Route, Routes } from '@angular/router';

/**
 * Fetches the scripts of the page that is opened first while Angular starts. The router would ask for each of them only
 * when the one before it has come, and when it is known who is here. The frame and Home come with the first script.
 */
export async function fetchFirstPage(routes: Routes, path: string): Promise<void> {
  const frame = routes.find(({ path: of, children }) => of === '' && children);
  if (!frame) return;
  const words = path.replace(/^\//, '');
  const feature = frame.children?.find((route) => route.path !== '**' && leadsTo(route, words));
  if (feature) await wholeOf(feature, words);
}

const leadsTo = ({ path }: Route, words: string): boolean => !!path && (words === path || words.startsWith(`${path}/`));

/** A feature's own routes, and of these the page that stands at its address. */
async function wholeOf(feature: Route, words: string): Promise<void> {
  const loaded: unknown = await feature.loadChildren?.();
  if (words !== feature.path || !(loaded instanceof Object) || !('default' in loaded)) return;
  const first = (loaded.default as Routes).find(({ path }) => path === '');
  await first?.loadComponent?.();
}
