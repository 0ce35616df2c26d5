import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config';

/** The policies that Angular, its build, the CDK and DOMPurify bring, and the page's default one. */
const TRUSTED_TYPES = 'angular angular#bundler angular#components dompurify default';

/** Everything a page of ours may load; styles and the one script in its head carry the nonce of the answer (T10). */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${TRUSTED_TYPES}`,
  ].join('; ');
}

/** An answer of the API is no page: whoever opens it as one gets nothing to run. */
const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'`;

/** Headers on every answer; a page replaces the policy and the caching by its own. */
export function securityHeaders({ secure }: Pick<Config, 'secure'>): Record<string, string> {
  return {
    'Content-Security-Policy': DATA_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cache-Control': 'no-store',
    ...(secure && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  };
}

export function addSecurityHeaders(server: FastifyInstance, config: Pick<Config, 'secure'>): void {
  const headers = securityHeaders(config);
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
