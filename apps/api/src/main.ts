import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { AppModule } from './app.module';
import type { AnswerSchemas } from './platform/openapi/answers';
import { openApiOf } from './platform/openapi/openapi';
import { migrateOnly, start } from './start';

// `main.js --openapi <answers.json>` writes the description of the API, and `main.js --migrate [name]` brings the schema
// up to date, or up to that migration; both start nothing.
const [, , asked, answers] = process.argv;
if (asked === '--openapi' && answers) {
  const schemas = JSON.parse(readFileSync(answers, 'utf8')) as AnswerSchemas;
  process.stdout.write(`${JSON.stringify(openApiOf(AppModule, schemas), null, 2)}\n`);
} else if (asked === '--migrate') await migrateOnly(process.env, answers);
else await start(process.env);
