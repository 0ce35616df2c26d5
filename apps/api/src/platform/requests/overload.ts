import type { FastifyInstance } from 'fastify';
import { Problems } from '../problems/problem';
import { sendProblem } from '../problems/problem.filter';

/** Requests at work for each connection of the pool: more of them would only wait longer, and answer nobody sooner. */
const STEADY = 6;
/** What a sudden rush may reach; it is over before anybody notices. */
const RUSH = 20;
const RUSH_MS = 300;

/**
 * Takes as many requests at once as can be answered in time, and refuses the rest at once with 503 and `Retry-After`
 * (T21): without that, everybody waits for everybody. Health checks are always answered. Answers how many are at work.
 */
export function refuseOverload(server: FastifyInstance, { poolSize }: { poolSize: number }): () => number {
  const [steady, rush] = [poolSize * STEADY, poolSize * RUSH];
  let atWork = 0;
  let fullSince = Infinity;
  const isTooMuch = (): boolean => atWork >= rush || (atWork >= steady && performance.now() - fullSince > RUSH_MS);
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    if (isTooMuch()) return sendProblem(request, reply, Problems.unavailable(1).problem);
    atWork += 1;
    if (atWork === steady) fullSince = Math.min(fullSince, performance.now());
    reply.raw.once('close', () => {
      atWork -= 1;
      if (atWork < steady / 2) fullSince = Infinity;
    });
    done();
  });
  return () => atWork;
}
