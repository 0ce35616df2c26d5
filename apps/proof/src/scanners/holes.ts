import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/** A server with two holes that scanners must find: SQL out of what was asked, and what was asked as it is in the page. */
export async function serveHoles(databaseUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams.get('q') ?? '';
    const statement = ['SELECT name FROM business_unit WHERE name LIKE ', "'%", asked, "%'"].join('');
    const answer = (status: number, text: string): void => {
      response.writeHead(status, { 'content-type': 'text/html' }).end(`<html><body>You asked for ${asked}: ${text}`);
    };
    pool.query<{ name: string }>(statement).then(
      ({ rows }) => answer(200, rows.map(({ name }) => name).join(', ')),
      (error: Error) => answer(500, `PostgreSQL query failed: ERROR: ${error.message}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/find?q=a`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}
