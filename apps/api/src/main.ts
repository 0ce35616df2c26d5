import 'reflect-metadata';
import { AppModule } from './app.module';
import { openApiOf } from './platform/openapi/openapi';
import { start } from './start';

// `main.js --openapi` writes the description of the API and starts nothing.
if (process.argv.includes('--openapi')) process.stdout.write(`${JSON.stringify(openApiOf(AppModule), null, 2)}\n`);
else await start(process.env);
