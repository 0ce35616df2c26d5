// npm start: builds what changed, starts PostgreSQL and Sightline, prints the address, and stops both with itself.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Postgres, startPostgres } from './postgres.ts';
import { type Api, launchApi, portIsFree, untilReady } from './start/api.ts';
import { build } from './start/build.ts';

const WORKSPACE = resolve(import.meta.dirname, '..');
const DATA = resolve(process.env['SIGHTLINE_DATA_DIR'] ?? join(WORKSPACE, '.data'));
const HOST = process.env['HOST'] ?? '127.0.0.1';
const PORT = Number(process.env['PORT'] ?? 3000);

const started = performance.now();
let postgres: Postgres | undefined;
let api: Api | undefined;
let stopping: Promise<void> | undefined;

stopWithParentAndSignals();
try {
  await start();
} catch (error) {
  if (!stopping) await fail(error instanceof Error ? error.message : String(error));
}

async function start(): Promise<void> {
  if (!(await portIsFree(HOST, PORT))) throw new Error(`Port ${PORT} is taken. Choose another: PORT=3001 npm start`);
  await build(WORKSPACE, say);
  const firstStart = !existsSync(join(DATA, 'pg'));
  say(process.env['DATABASE_URL'] ? 'Using the database of DATABASE_URL' : 'Starting PostgreSQL');
  postgres = await startPostgres({ dataFolder: join(DATA, 'pg') });
  if (stopping) return postgres.stop();
  say(firstStart ? 'Starting Sightline: migrations and sample company' : 'Starting Sightline');
  api = launchApi({ workspace: WORKSPACE, data: DATA, env: apiEnvironment(postgres) });
  void Promise.race([api.ended, postgres.ended]).then(() => fail(`A part has ended. The log: ${api?.log}`));
  await untilReady(api, HOST, PORT);
  if (stopping) return;
  say(`Ready after ${seconds()} s. The log: ${api.log}. Ctrl-C stops.`);
  console.log(`http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`);
}

function apiEnvironment({ appUrl, ownerUrl }: Postgres): NodeJS.ProcessEnv {
  return {
    SIGHTLINE_SAMPLE: 'on',
    SIGHTLINE_SITE_DIR: join(WORKSPACE, 'dist/apps/web/browser'),
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    HOST,
    PORT: String(PORT),
  };
}

/** `kill <npm>` ends npm and its shell without a word to us: we notice that the parent has changed. */
function stopWithParentAndSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, 500).unref();
}

/** First the API, which finishes what it is doing, then the database. A second call waits for the first. */
function stop(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    await api?.stop();
    await postgres?.stop();
    process.exit(exitCode);
  })();
  return stopping;
}

async function fail(message: string): Promise<void> {
  if (stopping) return;
  console.error(message);
  await stop(1);
}

function say(progress: string): void {
  console.log(`[${seconds()} s] ${progress}`);
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
