import type { BrowserContext, Page } from 'playwright-core';

/** What a page did that no page of ours may do, in words. */
export interface Trap {
  /** What was caught since the last look; empties the trap. */
  caught(): string[];
}

/** Elements and attributes that no text of a user may ever become. */
const ALIVE = 'script:not([src]), iframe, object, embed, base, meta[http-equiv], link[rel~=import], form[action^=http]';

/**
 * Waits for whatever a payload could do: run, open a dialog, ask another host, try what the policy forbids, or stand
 * in the document as something that would run at a click. `home` is the only origin that may be asked.
 */
export async function setTrap(context: BrowserContext, home: string): Promise<Trap> {
  let caught: string[] = [];
  const tell = (what: string): void => void caught.push(what);
  await context.exposeFunction('__tell', tell);
  await context.addInitScript(listen);
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && !['data:', 'blob:', 'about:'].includes(protocol)) tell(`request to ${request.url()}`);
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      tell(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => tell(`error: ${error.message}`));
  });
  return {
    caught() {
      const all = caught;
      caught = [];
      return [...new Set(all)];
    },
  };
}

/** Runs in the page before anything else does. */
function listen(): void {
  const tell = (what: string): void => void Reflect.get(window, '__tell')?.(what);
  Object.defineProperty(window, '__pwned', { set: () => tell('a payload ran'), get: () => undefined });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
    tell(`policy: ${effectiveDirective} refused ${blockedURI} ${sample} (${sourceFile})`);
  });
}

/** What stands in the document and would run, load or submit when somebody clicked. */
export function aliveIn(page: Page): Promise<string[]> {
  return page.evaluate((alive) => {
    const found = [...document.querySelectorAll(`body :is(${alive})`)].map((element) => element.outerHTML);
    for (const element of document.querySelectorAll('body *')) {
      for (const { name, value } of element.attributes) {
        const leads = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'data', 'ping'].includes(name);
        const runs = name.startsWith('on') || /__pwned/.test(leads ? value : '');
        const isForeign =
          leads && /^\s*(?:javascript|data:text|vbscript|file|blob):/i.test(value.replace(/[\s\0]/g, ''));
        if (runs || isForeign) found.push(`<${element.localName} ${name}="${value}">`.slice(0, 200));
      }
    }
    return found;
  }, ALIVE);
}
