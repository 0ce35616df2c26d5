import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/pool';

/** What Prometheus reads at /metrics. A feature adds its own figure with `gauge`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'sightline_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'sightline_http_request_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor(db: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    const pool = () => poolOf(db);
    this.gauge('sightline_pool_connections', 'Database connections that are open.', () => pool()?.totalCount ?? 0);
    this.gauge('sightline_pool_idle', 'Database connections nobody uses now.', () => pool()?.idleCount ?? 0);
    this.gauge('sightline_pool_waiting', 'Requests that wait for a connection.', () => pool()?.waitingCount ?? 0);
  }

  /** A figure that is read when somebody asks for the metrics. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  }

  /** Counts every answer; unknown paths are one route, so that a scanner cannot fill the memory. */
  observe(server: FastifyInstance): void {
    server.addHook('onResponse', ({ method, routeOptions }, { statusCode, elapsedTime }, done) => {
      const route = routeOptions.url ?? 'unknown';
      this.requests.inc({ method, route, status: statusCode });
      this.durations.observe({ method, route }, elapsedTime / 1000);
      done();
    });
  }
}
