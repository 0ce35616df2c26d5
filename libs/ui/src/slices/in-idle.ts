/** Later than this the work is done whatever else there is to do, in ms. */
const PATIENCE_MS = 200;

/** Does something once the browser has nothing else to do; where it cannot tell, after what is waiting already. */
export function inIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => work(), { timeout: PATIENCE_MS });
  else setTimeout(work);
}
