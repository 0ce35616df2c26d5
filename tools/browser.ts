import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Our own short list: with the arguments that the npm package proposes, Chromium crashes when a context closes. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/**
 * Starts the browser of the journeys: `CHROME_PATH`, else an installed Chrome or Chromium, else the one that comes
 * from npm, so that a fresh machine needs no download outside the registry.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env['CHROME_PATH'], ...INSTALLED].find((path) => path && existsSync(path));
  return chromium.launch({ executablePath: installed ?? (await packagedChromium()), args: ARGUMENTS });
}

/** The package unpacks itself into the temporary folder and would take one of any other version that lies there. */
async function packagedChromium(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = join(tmpdir(), 'sightline-chromium-153');
  mkdirSync(process.env['TMPDIR'], { recursive: true });
  try {
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
