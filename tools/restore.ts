// npm run restore -- <folder>: reads a backup into an empty database, compares every table and verifies the audit chain.
import { resolve } from 'node:path';
import { migrateWith, openDatabase } from './backup/database.ts';
import { BackupError } from './backup/manifest.ts';
import { restoreInto } from './backup/restore-into.ts';

const [, , folder] = process.argv;
if (!folder) {
  console.error('Say from where: npm run restore -- <folder>');
  process.exit(2);
}
const database = await openDatabase();
try {
  const migrate = (upTo?: string): Promise<void> => migrateWith(database, upTo);
  const { tables, rows, madeAt } = await restoreInto({ ownerUrl: database.ownerUrl, migrate }, resolve(folder));
  console.log(
    `${rows} rows of ${tables} tables as of ${madeAt} are back; every table compared, the audit chain verified.`,
  );
} catch (error) {
  if (!(error instanceof BackupError)) throw error;
  console.error(`${error.message}`);
  process.exitCode = 1;
} finally {
  await database.stop();
}
