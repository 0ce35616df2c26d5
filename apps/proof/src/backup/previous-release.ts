import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The last migration of the release that the kept backup was made with. */
export const PREVIOUS_SCHEMA = 'Imports1795305700000';

/** Lays out a backup of the sample company as the previous release made it; answers its folder. */
export function backupOfPreviousRelease(): string {
  const files = JSON.parse(
    gunzipSync(readFileSync(join(__dirname, 'previous-release.json.gz'))).toString('utf8'),
  ) as Record<string, string>;
  const folder = mkdtempSync(join(tmpdir(), 'sightline-previous-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
