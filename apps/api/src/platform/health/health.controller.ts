import { Controller, Get, Header } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OpenToEveryone } from '../access/requires';
import { pendingMigrations } from '../database/migrate';
import { Problems } from '../problems/problem';
import { Metrics } from './metrics';

const PATIENCE_MS = 1_500;

/** For whoever runs the server: alive, ready, measured. Outside `/api`. */
@Controller()
export class HealthController {
  constructor(
    private readonly db: DataSource,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers; says nothing about the database, so that nobody restarts a server for a database's sake. */
  @Get('healthz')
  @OpenToEveryone()
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and has every migration of this release; 503 within two seconds otherwise. */
  @Get('readyz')
  @OpenToEveryone()
  async ready(): Promise<{ status: 'ok' }> {
    const pending = await Promise.race([this.pending(), impatience()]);
    if (pending === null || pending.length > 0) throw Problems.unavailable();
    return { status: 'ok' };
  }

  @Get('metrics')
  @OpenToEveryone()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(): Promise<string> {
    return this.metrics.text();
  }

  private async pending(): Promise<string[] | null> {
    try {
      return await pendingMigrations((sql) => this.db.query(sql));
    } catch {
      return null;
    }
  }
}

function impatience(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
}
