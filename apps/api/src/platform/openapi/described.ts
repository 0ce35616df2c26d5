import { readFile } from 'node:fs/promises';
import type { OpenApiDocument } from './openapi';

/** Beside the built server; `nx run api:openapi` writes it. */
const BUILT = new URL('openapi.json', import.meta.url);

/** The document as the build wrote it; undefined where the server runs from its sources. */
export async function builtDocument(): Promise<OpenApiDocument | undefined> {
  try {
    return JSON.parse(await readFile(BUILT, 'utf8')) as OpenApiDocument;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
