import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);
/** Names that carry a hash of their content never mean anything else. */
const HASHED = /[-.][A-Za-z0-9_]{8,}\.\w+$/;

export type Encoding = 'br' | 'gzip' | 'identity';

export interface SiteFile {
  type: string;
  etag: string;
  caching: string;
  /** The content as the browser accepts it; compressed once, at first use. */
  content(encoding: Encoding): Promise<Buffer>;
}

/** The files of the built site by their path (`/main-ABCDEFGH.js`). Only what was there at start is ever served. */
export function readSiteFiles(folder: string): Map<string, SiteFile> {
  const files = new Map<string, SiteFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, siteFile(file));
  }
  return files;
}

function siteFile(path: string): SiteFile {
  const extension = extname(path);
  const raw = (): Buffer => readFileSync(path);
  const compressed = new Map<Encoding, Promise<Buffer>>();
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(raw()).digest('base64url').slice(0, 22)}"`,
    caching: HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    content: (encoding) => {
      if (encoding === 'identity' || !COMPRESSED.has(extension)) return Promise.resolve(raw());
      const kept = compressed.get(encoding) ?? compress(raw(), encoding);
      compressed.set(encoding, kept);
      return kept;
    },
  };
}

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

export function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return promisify<Buffer, typeof QUALITY, Buffer>(brotliCompress)(content, QUALITY);
  return encoding === 'gzip' ? promisify<Buffer, Buffer>(gzip)(content) : Promise.resolve(content);
}

/** The best encoding that `Accept-Encoding` names. */
export function encodingOf(header: string | string[] | undefined, file: { type: string }): Encoding {
  const accepted = String(header ?? '');
  if (!/^text|json|svg/.test(file.type)) return 'identity';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}
