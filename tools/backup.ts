// npm run backup -- <folder>: every table as of one moment, with a manifest that tells whether it is whole.
import { resolve } from 'node:path';
import { backUp } from './backup/back-up.ts';
import { openDatabase } from './backup/database.ts';
import { BackupError } from './backup/manifest.ts';

const [, , folder] = process.argv;
if (!folder) {
  console.error('Say where to: npm run backup -- <folder>');
  process.exit(2);
}
const database = await openDatabase();
try {
  const { tables, madeAt } = await backUp(database.ownerUrl, resolve(folder));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${tables.length} tables as of ${madeAt} are in ${resolve(folder)}`);
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await database.stop();
}
