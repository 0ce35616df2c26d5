import type { DatabaseUrls } from './database.ts';
import { residentMiB } from './process-figures.ts';
import { TERMS } from './seed/sizes.ts';
import { type Server, startSightlineApi } from './servers.ts';
import type { BenchSettings } from './settings.ts';
import { signedIn } from './shots.ts';

/** Something that takes seconds, done once. */
export interface LongWork {
  what: string;
  found: string;
  target: string;
  isMet: boolean;
}

const LONGEST_S = 60;

/** The long work of the product, on the largest database that was measured. */
export async function doLongWork(urls: DatabaseUrls, settings: BenchSettings): Promise<LongWork[]> {
  const server = await startSightlineApi(urls);
  try {
    const works = [await importCharters(server, settings.importedCharters)];
    for (const work of works) process.stdout.write(`${work.what}: ${work.found}\n`);
    return works;
  } finally {
    await server.stop();
  }
}

/** Checks a file and applies it, as somebody does who brings in what ran before. */
async function importCharters(server: Server, charters: number): Promise<LongWork> {
  const lines = Array.from(
    { length: charters },
    (_, n) =>
      `IMPORTED-${n},Fewer ${TERMS[n % TERMS.length]} errors in plan ${n},From 80 to 20 days.,Unit ${1 + (n % 50)},in_delivery`,
  );
  const content = ['key,title,outcomeStatement,businessUnit,status', ...lines].join('\n');
  const [checked, checkedIn] = await timed(() =>
    send(server, '/imports', { kind: 'charters', fileName: 'charters.csv', content }),
  );
  const [, appliedIn] = await timed(() => send(server, `/imports/${checked.id}/apply`, {}));
  return {
    what: `import of ${charters.toLocaleString('en')} charters`,
    found: `checked in ${seconds(checkedIn)}, applied in ${seconds(appliedIn)}, server at ${residentMiB(server.pid).toFixed(0)} MiB`,
    target: `≤ ${LONGEST_S} s`,
    isMet: appliedIn <= LONGEST_S,
  };
}

async function send(server: Server, path: string, body: object): Promise<{ id: string }> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...signedIn(0, server), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} → ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as { id: string };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const result = await work();
  return [result, (performance.now() - began) / 1_000];
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;
