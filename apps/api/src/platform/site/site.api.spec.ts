import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../../../test/client';
import { type RunningApi, startApi } from '../../../test/start-api';

const PAGE = { accept: 'text/html,application/xhtml+xml' };

describe('the site', () => {
  let api: RunningApi;
  let browser: Client;
  const folder = mkdtempSync(join(tmpdir(), 'sightline-site-'));

  beforeAll(async () => {
    writeFileSync(
      join(folder, 'index.html'),
      '<html><head><style>a{}</style></head><body><app-root></app-root><script src="main-ABCDEFGH.js"></script></body></html>',
    );
    writeFileSync(join(folder, 'main-ABCDEFGH.js'), `console.log('${'x'.repeat(5000)}')`);
    writeFileSync(join(folder, 'german-AB-DE_GH.js'), 'export {}');
    writeFileSync(join(folder, 'robots.txt'), 'User-agent: *');
    api = await startApi({ env: { SIGHTLINE_SITE_DIR: folder } });
    browser = new Client(api.port);
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const open = (path: string, headers: Record<string, string> = PAGE): Promise<Response> =>
    fetch(`http://127.0.0.1:${api.port}${path}`, { headers });

  it('is one page for every address, with a nonce of its own each time', async () => {
    const [first, second] = [await open('/'), await open('/charters/CH-0012/edit?tab=kpis')];
    expect([first.status, second.status]).toEqual([200, 200]);
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    const page = await first.text();
    expect(page).toContain(`<app-root ngCspNonce="${nonce}">`);
    expect(page).toContain(`<style nonce="${nonce}">`);
    expect(await second.text()).not.toContain(nonce);
    expect(policy).toContain(`require-trusted-types-for 'script'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toMatch(/unsafe/);
    expect(first.headers.get('cache-control')).toBe('no-store');
  });

  it('says which file has the words of a language, where it has one', async () => {
    const page = await (await open('/charters')).text();
    expect(page).toContain('<head><meta name="sightline-words-de" content="/german-AB-DE_GH.js" />');
    expect(page).not.toContain('sightline-words-en');
  });

  it('keeps hashed files for ever, compressed, and others only until they change', async () => {
    const script = await open('/main-ABCDEFGH.js', { 'accept-encoding': 'br' });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(await script.text()).toContain('xxx');
    const robots = await open('/robots.txt', {});
    expect(robots.headers.get('cache-control')).toContain('must-revalidate');
    const again = await open('/robots.txt', { 'if-none-match': robots.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each([
    ['a path of the API', '/api/v1/nothing', PAGE],
    ['a path near the API', '/api', PAGE],
    ['a missing script', '/main-OLDOLDOL.js', PAGE],
    ['a copy that an editor left', '/main-ABCDEFGH.js~', PAGE],
    ['a copy of a page', '/audit~', PAGE],
    ['a program that wants no page', '/charters', { accept: 'application/json' }],
    ['a way out of the folder', '/..%2f..%2fetc%2fpasswd.txt', PAGE],
    ['a file by its index', '/index.html', PAGE],
  ])('is no answer to %s', async (_what, path, headers) => {
    const response = await open(path, headers);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('comes with an API whose answers nobody keeps, frames or guesses at', async () => {
    const { headers } = await browser.get('/me');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toBe(`default-src 'none'; frame-ancestors 'none'`);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
