// npm run bench:long-work: what takes seconds, on the largest company, without the rest of the bench. Writes the section
// "Long work" of docs/speed.md and leaves the others as they are; `npm run bench` does the same work at its end.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DatabaseUrls, FIRST_DATABASE, startBenchPostgres } from './database.ts';
import { exportAll } from './long-work/export-all.ts';
import { importCharters } from './long-work/import-charters.ts';
import { longWorkSection, withSection } from './long-work/section.ts';
import { searchAsTyped } from './long-work/search-typing.ts';
import { verifyTrail } from './long-work/verify-trail.ts';
import type { LongWork } from './long-work/work.ts';
import { circumstances } from './machine.ts';
import { seedCharters, seedCompany } from './seed/seed.ts';
import { type Server, startSightlineApi } from './servers.ts';
import { type BenchSettings, readSettings } from './settings.ts';

export type { LongWork } from './long-work/work.ts';

/** The long work of the product, on the database with the most charters. */
export async function doLongWork(urls: DatabaseUrls, settings: BenchSettings): Promise<LongWork[]> {
  const charters = settings.sizes.at(-1) ?? 0;
  const works: ((server: Server) => Promise<LongWork>)[] = [
    (server) => searchAsTyped(server, charters),
    verifyTrail,
    (server) => exportAll(server, charters),
    (server) => importCharters(server, settings.importedCharters),
  ];
  const done: LongWork[] = [];
  // Each on a server of its own, so that none pays for the memory of the one before.
  for (const work of works) {
    const server = await startSightlineApi(urls);
    const one = await work(server).finally(() => server.stop());
    process.stdout.write(`${one.what}: ${one.found}\n`);
    done.push(one);
  }
  return done;
}

if (import.meta.main) {
  const settings = readSettings(process.env);
  const postgres = await startBenchPostgres();
  try {
    const urls = postgres.urlsOf(FIRST_DATABASE);
    await (await startSightlineApi(urls)).stop();
    await seedCompany(urls.superUrl, settings);
    await seedCharters(urls.superUrl, settings.sizes.at(-1) ?? 0, settings.kpis);
    const section = longWorkSection(await doLongWork(urls, settings), circumstances());
    process.stdout.write(`\n${section}`);
    if (settings.page) keep(section, resolve(import.meta.dirname, '..', settings.page));
  } finally {
    await postgres.stop();
  }
}

function keep(section: string, page: string): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '# How fast it is, and how near to the limit\n';
  writeFileSync(page, withSection(before, section));
}
