import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { givenOrganisation, givenSession, givenUser } from '../test/given';
import { createTestDatabase } from '../test/database';
import { Client } from '../test/client';
import { DataSource } from 'typeorm';
import { createApp } from './create-app';
import { readConfig } from './platform/config/config';
import { createLogger } from './platform/logging/logger';

describe('stopping', () => {
  it('finishes what is being done, and takes nothing new', async () => {
    const database = await createTestDatabase();
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    await givenOrganisation(owner);
    const app: INestApplication = await createApp(
      readConfig({ DATABASE_URL: database.appUrl }),
      createLogger('silent'),
    );
    await app.listen(0, '127.0.0.1');
    const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
    const admin = new Client(port, await givenSession(owner, await givenUser(owner, { roles: ['admin'] })));

    const blocker = owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE business_unit IN SHARE MODE');
    const inFlight = admin.post('/business-units', { name: 'In flight', kind: 'it' });
    await untilWaiting(owner);
    const stopped = app.close();
    await blocker.commitTransaction();
    await blocker.release();

    expect((await inFlight).status).toBe(201);
    await stopped;
    await expect(admin.get('/me')).rejects.toThrow();
    expect(await owner.query(`SELECT 1 FROM business_unit WHERE name = 'In flight'`)).toHaveLength(1);
    await owner.destroy();
    await database.drop();
  });
});

async function untilWaiting(db: DataSource): Promise<void> {
  for (let waiting = 0; waiting === 0;) {
    const [row] = await db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE NOT l.granted AND a.datname = current_database()`,
    );
    waiting = row?.n ?? 0;
  }
}
