// The limit: node:http and one prepared statement per request, PostgreSQL builds the JSON. No framework, no sessions, no
// permissions, no validation. Started by the bench with DATABASE_URL, PORT and SIGHTLINE_POOL_SIZE.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { STATEMENTS } from './statements.ts';

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['SIGHTLINE_POOL_SIZE']),
});

createServer((request, response) => {
  answer(request).then(
    (text) => send(response, 200, text),
    (error: unknown) => send(response, 500, JSON.stringify({ error: String(error) })),
  );
}).listen(Number(process.env['PORT']), '127.0.0.1');

/** `/R1/draft/billing/0`: the name of a statement and its parameters; the body of a POST goes before them. */
async function answer(request: IncomingMessage): Promise<string> {
  const [name = '', ...values] = (request.url ?? '').slice(1).split('/');
  if (name === 'health') return '{}';
  const text = STATEMENTS[name];
  if (!text) throw new Error(`There is no statement ${name}.`);
  const parameters = request.method === 'POST' ? [await bodyOf(request), ...values] : values;
  const { rows } = await pool.query<[string]>({ name, text, values: parameters, rowMode: 'array' });
  if (!rows[0]) throw new Error('Nothing was found.');
  return rows[0][0];
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks).toString()))
      .on('error', reject);
  });
}

function send(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}
