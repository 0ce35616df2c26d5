import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module';
import type { Config } from './platform/config/config';
import { Metrics } from './platform/health/metrics';
import { nestLogger } from './platform/logging/logger';
import { ProblemFilter } from './platform/problems/problem.filter';
import { rememberRoutes } from './platform/requests/allowed-methods';
import { obeyBodyLimits } from './platform/requests/body-limit';
import { endConnectionsWhenClosing } from './platform/requests/closing';
import { compressLongAnswers } from './platform/requests/compression';
import { createAdapter } from './platform/requests/http-adapter';
import { readJsonBodies } from './platform/requests/json-body';
import { refuseOverload } from './platform/requests/overload';
import { addRequestHooks } from './platform/requests/request-hooks';
import { addSecurityHeaders } from './platform/site/security-headers';
import { serveSite } from './platform/site/serve-site';

/** The whole server, ready to listen: the same one in production and in tests. */
export async function createApp(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, logger), createAdapter(config), {
    logger: nestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  addSecurityHeaders(server, config);
  addRequestHooks(server, logger);
  const atWork = refuseOverload(server, config);
  endConnectionsWhenClosing(server);
  compressLongAnswers(server);
  readJsonBodies(server);
  rememberRoutes(server);
  obeyBodyLimits(server);
  app.get(Metrics).observe(server);
  app.get(Metrics).gauge('sightline_requests_at_work', 'Requests that are being answered now.', atWork);
  if (config.siteDir) serveSite(server, config.siteDir);
  app.useGlobalFilters(new ProblemFilter(logger));
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'metrics', 'api/openapi.json', 'api/docs'] });
  await app.init();
  await server.ready();
  return app;
}
