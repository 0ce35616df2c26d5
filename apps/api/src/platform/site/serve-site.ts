import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './security-headers';
import { encodingOf, readSiteFiles, type SiteFile } from './site-files';

const NONCE = 'CSP_NONCE';
/** The files of the built site that have the words of a language. */
const WORDS = { en: /^\/english-[\w-]+\.js$/, de: /^\/german-[\w-]+\.js$/ };
/** Paths of the server itself: what is not found there is not a page. */
const SERVER_PATHS = /^\/(api|healthz|readyz|metrics)(\/|$)/;
/** Files, and the copies that editors leave of them. */
const FILES = /\.\w+$|~$/;

/**
 * Serves the built site next to the API: its files by their names, and its one page for every address that a browser
 * navigates to. Decides nothing about access: the page holds no data.
 */
export function serveSite(server: FastifyInstance, folder: string): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new Error(`SIGHTLINE_SITE_DIR: there is no index.html in ${folder}`);
  const files = readSiteFiles(folder);
  const page = withWords(withNonces(readFileSync(index, 'utf8')), [...files.keys()]);
  files.delete('/index.html');
  server.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = files.get(path);
    if (file) return sendFile(request, reply, file);
    if (!isNavigation(request, path)) {
      reply.callNotFound();
      return reply;
    }
    return sendPage(reply, page);
  });
}

/** A browser opening an address; a missing picture or script is a 404 instead of a page that cannot be parsed. */
function isNavigation({ headers }: FastifyRequest, path: string): boolean {
  if (SERVER_PATHS.test(path) || FILES.test(path)) return false;
  return path === '/' || (headers.accept ?? '').includes('text/html');
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: SiteFile): Promise<FastifyReply> {
  const encoding = encodingOf(request.headers['accept-encoding'], file);
  reply.headers({ ETag: file.etag, 'Cache-Control': file.caching, Vary: 'Accept-Encoding' });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
  return reply.type(file.type).send(await file.content(encoding));
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'Content-Security-Policy': pagePolicy(nonce), 'Cache-Control': 'no-store' })
    .send(page.replaceAll(NONCE, nonce));
}

/** Says which file has the words of which language, so that the page asks for its own before any script has run. */
function withWords(page: string, files: readonly string[]): string {
  const named = Object.entries(WORDS).flatMap(([language, name]) => {
    const file = files.find((path) => name.test(path));
    return file ? [`<meta name="sightline-words-${language}" content="${file}" />`] : [];
  });
  return page.replace('<head>', `<head>${named.join('')}`);
}

/** Angular reads the nonce from its root element; styles and scripts that the build put into the head carry it too. */
function withNonces(page: string): string {
  const named = page.includes('ngCspNonce') ? page : page.replace('<app-root', `<app-root ngCspNonce="${NONCE}"`);
  return named
    .replace(/ngCspNonce="[^"]*"/g, `ngCspNonce="${NONCE}"`)
    .replace(/<(style|script)(?![^>]*\bnonce=)/g, `<$1 nonce="${NONCE}"`);
}
