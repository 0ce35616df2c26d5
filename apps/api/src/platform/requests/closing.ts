import type { FastifyInstance } from 'fastify';

/** While the server stops, every answer also ends its connection; otherwise one kept alive would hold it up. */
export function endConnectionsWhenClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('Connection', 'close');
    done(null, payload);
  });
}
