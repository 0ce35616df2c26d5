// nx run api:openapi: what the routes answer out of the types, the rest out of the built server; fails when a route's
// answer is described nowhere.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answerSchemas } from './answer-schemas.ts';

const BUILT = resolve(import.meta.dirname, '../../dist/apps/api');
const folder = mkdtempSync(join(tmpdir(), 'sightline-openapi-'));
try {
  const answers = join(folder, 'answers.json');
  writeFileSync(answers, JSON.stringify(answerSchemas()));
  const server = [join(BUILT, 'main.js'), '--openapi', answers];
  const document = execFileSync(process.execPath, server, { maxBuffer: 64 * 1024 * 1024 });
  writeFileSync(join(BUILT, 'openapi.json'), document);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
