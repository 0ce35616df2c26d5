import { existsSync, globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const WORKSPACE = resolve(__dirname, '../../..');
const SOURCE = 'apps/api/src/platform/documents/document-writer.worker.ts';
const FROM = ['apps/api/src/platform/documents/**/*.ts', 'libs/prose/src/*.ts', 'apps/api/*.cjs'];

/** The script that writes documents, as the build makes it. Specs run from sources, and a thread can only run a script. */
export const DOCUMENT_WRITER = join(WORKSPACE, 'dist/test-document-writer/document-writer.worker.js');

/** Builds it anew when its sources are younger. Once for a whole run. */
export async function buildDocumentWriter(): Promise<void> {
  const youngest = Math.max(
    ...FROM.flatMap((glob) => globSync(glob, { cwd: WORKSPACE })).map((file) => changed(join(WORKSPACE, file))),
  );
  if (existsSync(DOCUMENT_WRITER) && changed(DOCUMENT_WRITER) > youngest) return;
  const load = createRequire(__filename);
  const { build } = load('esbuild') as typeof import('esbuild');
  const config = load('../esbuild.config.cjs') as object;
  await build({
    ...config,
    absWorkingDir: WORKSPACE,
    entryPoints: [SOURCE],
    outfile: DOCUMENT_WRITER,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    tsconfig: 'apps/api/tsconfig.json',
    logLevel: 'error',
  });
}

const changed = (file: string): number => statSync(file).mtimeMs;
