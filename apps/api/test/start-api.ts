import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Persona, Role } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { createApp } from '../src/create-app';
import { readConfig } from '../src/platform/config/config';
import { createLogger } from '../src/platform/logging/logger';
import { Client } from './client';
import { createTestDatabase } from './database';
import { DOCUMENT_WRITER } from './document-writer';
import { givenOrganisation, givenPersona, givenSession, givenUser } from './given';

/** A running API on a database of its own. */
export interface RunningApi {
  http: Server;
  /** Where it listens: for requests that no client of ours would send. */
  port: number;
  /** The application's own connections. */
  db: DataSource;
  /** The role that owns the tables: for given records, and for what only the owner could do. */
  owner: DataSource;
  /** Nobody signed in. */
  anonymous: Client;
  /** Signs in as a persona, or as somebody new with these roles. Two calls are two sessions. */
  signInAs(...who: [Persona] | Role[]): Promise<Client>;
  /** Signs in somebody who is there already. */
  signIn(userId: string): Promise<Client>;
  /** Everything that was logged. */
  logs: string[];
  /** A service of the application, to look at it from inside. */
  get<T>(service: abstract new (...parameters: never[]) => T): T;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Settings as in the environment; SIGHTLINE_SAMPLE is on unless said otherwise. */
  env?: Record<string, string>;
  /** Leaves the installation without an organisation, as before set-up. */
  empty?: boolean;
  /** Leads the application to its database by another address, for faults on the way. */
  through?: (databaseUrl: string) => string;
}

/** The whole API on a real PostgreSQL, listening on a port of its own; nothing in it is replaced. */
export async function startApi({ env = {}, empty = false, through }: StartOptions = {}): Promise<RunningApi> {
  const database = await createTestDatabase();
  const outside = mkdtempSync(join(tmpdir(), 'sightline-spec-'));
  const config = readConfig({
    SIGHTLINE_DATA_DIR: outside,
    DATABASE_URL: through?.(database.appUrl) ?? database.appUrl,
    PORT: '0',
    NODE_ENV: 'test',
    SIGHTLINE_SAMPLE: 'on',
    SIGHTLINE_DOCUMENT_WRITER: DOCUMENT_WRITER,
    SIGHTLINE_LOG_LEVEL: 'info',
    ...env,
  });
  const logs: string[] = [];
  const app = await createApp(config, createLogger(config.logLevel, collectingIn(logs)));
  await app.listen(config.port, '127.0.0.1');
  const http = app.getHttpServer() as Server;
  const { port } = http.address() as AddressInfo;
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl, extra: { max: 4 } }).initialize();
  if (!empty) await givenOrganisation(owner, config.sample ? 'sample' : 'own');
  const signIn = async (userId: string): Promise<Client> => new Client(port, await givenSession(owner, userId, config));
  return {
    http,
    port,
    db: app.get(DataSource),
    owner,
    anonymous: new Client(port),
    signIn,
    signInAs: async (...who) => signIn(await someoneLike(owner, who)),
    logs,
    get: (service) => app.get(service),
    stop: () =>
      stopAll([
        () => app.close(),
        () => owner.destroy(),
        () => database.drop(),
        () => rm(outside, { recursive: true }),
      ]),
  };
}

function someoneLike(owner: DataSource, who: [Persona] | Role[]): Promise<string> {
  const [first] = who;
  const isPersona = who.length === 1 && !ROLES_THAT_ARE_WORDS.has(first ?? '');
  return isPersona ? givenPersona(owner, first as Persona) : givenUser(owner, { roles: who as Role[] });
}

/** Words that name a role; a persona of the same name ("steward") has just that role. */
const ROLES_THAT_ARE_WORDS: ReadonlySet<string> = new Set<Role>([
  'cio_office',
  'board_member',
  'board_secretary',
  'champion',
  'project_lead',
  'steward',
  'service_owner',
  'auditor',
  'external',
  'admin',
]);

function collectingIn(logs: string[]): Writable {
  return new Writable({
    write: (line, _encoding, done) => {
      logs.push(String(line));
      done();
    },
  });
}

async function stopAll(stops: (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops) await stop();
}
