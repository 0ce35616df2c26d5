import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { AppModule } from './app.module';
import type { AnswerSchemas } from './platform/openapi/answers';
import { openApiOf } from './platform/openapi/openapi';
import { start } from './start';

// `main.js --openapi <answers.json>` writes the description of the API and starts nothing.
const [, , asked, answers] = process.argv;
if (asked === '--openapi' && answers) {
  const schemas = JSON.parse(readFileSync(answers, 'utf8')) as AnswerSchemas;
  process.stdout.write(`${JSON.stringify(openApiOf(AppModule, schemas), null, 2)}\n`);
} else await start(process.env);
