import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/pool';
import { RequestFigures } from './request-figures';

/** What Prometheus reads at /metrics. A feature adds its own figure with `gauge`. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new RequestFigures();

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
      this.requests.count(method, routeOptions.url ?? 'unknown', statusCode, elapsedTime / 1000);
      done();
    });
  }

  /** Everything, in the text format of Prometheus. */
  async text(): Promise<string> {
    return `${await this.registry.metrics()}\n${this.requests.text()}`;
  }
}
