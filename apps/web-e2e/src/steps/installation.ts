import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../../tools/browser.ts';
import { type Sightline, startSightline } from '../../../../tools/sightline.ts';

/** Patience for one thing to appear. A page is there in well under a second; a loaded machine may need more. */
const PATIENCE_MS = 10_000;
/** What a browser reports of its own accord when it is refused or offline, which some journeys ask it to be. */
const REFUSAL =
  /^Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

/** The server and browser of one spec file. */
export interface Installation {
  readonly url: string;
  /** The database with the role that owns its tables, for what only time brings about. */
  readonly ownerUrl: string;
  /** A page in a profile of its own, as on another device, until the test ends. */
  visit(device?: BrowserContextOptions): Promise<Page>;
  /** The same for several tests; whoever asked for it closes its context. */
  stay(device?: BrowserContextOptions): Promise<Page>;
}

/**
 * One server and one browser for all journeys of a spec file.
 * Whatever a page writes to the console as an error fails the journey it belongs to.
 */
export function installation(settings: { sample: boolean }): Installation {
  let sightline: Sightline;
  let browser: Browser;
  let complaints: string[] = [];
  let visits: BrowserContext[] = [];

  beforeAll(async () => {
    [sightline, browser] = await Promise.all([startSightline(settings), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await sightline?.stop();
  });
  afterEach(async () => {
    const [heard, left] = [complaints, visits];
    [complaints, visits] = [[], []];
    await Promise.all(left.map((context) => context.close()));
    expect(heard).toEqual([]);
  });

  const stay = async (device: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: sightline.url,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...device,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSAL.test(message.text())) complaints.push(message.text());
    });
    return page;
  };
  const visit = async (device?: BrowserContextOptions): Promise<Page> => {
    const page = await stay(device);
    visits.push(page.context());
    return page;
  };
  return {
    get url() {
      return sightline.url;
    },
    get ownerUrl() {
      return sightline.ownerUrl;
    },
    visit,
    stay,
  };
}
