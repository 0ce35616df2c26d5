import type { Page } from 'playwright-core';

/** Milliseconds from the click that leads to a page. */
export interface ChangeTimes {
  /** Until nothing in the window changes any more. */
  sightMs: number;
  /** Until everything the page asked for has come, and all of it is drawn. */
  wholeMs: number;
}

/** Says in the page, as `changedInSight()`, whether anything in the window changed since it was asked last. */
export function watchSight(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const changed = new Set<Node>();
    const isInSight = (node: Node): boolean => {
      const element = node instanceof Element ? node : node instanceof Text ? node.parentElement : null;
      if (!element?.checkVisibility({ contentVisibilityAuto: true })) return false;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom > top;
    };
    Reflect.set(self, 'changedInSight', () => {
      const nodes = [...changed];
      changed.clear();
      return nodes.some(isInSight);
    });
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (addedNodes.length === 0) changed.add(target);
        for (const node of addedNodes) changed.add(node);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['class'] });
  });
}

/** Follows a link of the navigation. Timed inside the page, so that the way here does not count. */
export function changeTo(page: Page, to: string): Promise<ChangeTimes> {
  return page.evaluate(async (name) => {
    const link = [...document.querySelectorAll<HTMLAnchorElement>('nav a')].find(
      ({ textContent }) => textContent?.trim().startsWith(name) ?? false,
    );
    if (!link) throw new Error(`The navigation has no ${name}.`);
    const changedInSight = Reflect.get(self, 'changedInSight') as () => boolean;
    changedInSight();
    const [before, began] = [document.querySelector('h1'), performance.now()];
    link.click();
    const isWhole = (): boolean => {
      const heading = document.querySelector('h1');
      const stands = heading !== null && heading !== before && !document.querySelector('ui-skeleton, [aria-busy=true]');
      return stands && !Reflect.get(self, 'pendingRequests');
    };
    let sightMs = 0;
    // A frame after everything has come, it is on the screen.
    for (let frames = 0; frames < 2 && performance.now() - began < 30_000; frames = isWhole() ? frames + 1 : 0) {
      await new Promise(requestAnimationFrame);
      // The task after that frame: what changed has been laid out and painted.
      await new Promise((painted) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = painted;
        port2.postMessage(null);
      });
      if (changedInSight()) sightMs = performance.now() - began;
    }
    return { sightMs, wholeMs: performance.now() - began };
  }, to);
}
