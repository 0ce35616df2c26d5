import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built API and site are made of. */
const SOURCES = [
  'apps/{api,web}/**/*',
  'libs/**/*',
  'tools/openapi/*',
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
];
const RESULTS = ['dist/apps/api/main.js', 'dist/apps/api/openapi.json', 'dist/apps/web/browser/index.html'];
const STAMP = 'dist/.built-from';

/** Builds API and site, unless no source has changed since the last build here; looking takes milliseconds. */
export async function build(workspace: string, say: (progress: string) => void): Promise<void> {
  const sources = fingerprint(workspace);
  const stamp = join(workspace, STAMP);
  const isBuilt = RESULTS.every((result) => existsSync(join(workspace, result)));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('Building');
  await runNx(workspace, ['run-many', '-t', 'build', 'openapi', '-p', 'api,web']);
  writeFileSync(stamp, sources);
}

/** Paths, sizes and times are enough to notice an edit; Nx then decides by content what to build again. */
function fingerprint(workspace: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: workspace }).sort()) {
    const { size, mtimeMs, isFile } = describe(join(workspace, file));
    if (isFile) hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function describe(path: string): { size: number; mtimeMs: number; isFile: boolean } {
  const status = statSync(path);
  return { size: status.size, mtimeMs: status.mtimeMs, isFile: status.isFile() };
}

/** Runs Nx silently; what it wrote is shown when it fails. */
async function runNx(workspace: string, parameters: string[]): Promise<void> {
  const nx = spawn(process.execPath, [join(workspace, 'node_modules/nx/dist/bin/nx.js'), ...parameters], {
    cwd: workspace,
    env: { ...process.env, NX_DAEMON: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  nx.stdout.on('data', (chunk) => (output += String(chunk)));
  nx.stderr.on('data', (chunk) => (output += String(chunk)));
  const exitCode = await new Promise((resolve) => nx.once('exit', resolve));
  if (exitCode !== 0) throw new Error(`${output}\nThe build failed.`);
}
