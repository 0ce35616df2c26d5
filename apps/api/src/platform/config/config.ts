import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { number, oneOf, optional, readingOf, text, url } from './settings';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The settings of a server process, read once at start. */
export interface Config {
  /** The application's role (DATABASE_URL). */
  databaseUrl: string;
  /** The role that migrates (DATABASE_OWNER_URL); null where migrations are run by somebody else. */
  ownerUrl: string | null;
  port: number;
  host: string;
  /** The folder of the built site; null serves the API alone. */
  siteDir: string | null;
  /** Whether this is the sample installation, with personas and without passwords (T11). */
  sample: boolean;
  /** Where people reach the site, without a trailing slash: links and the same-origin check follow it. */
  publicUrl: string;
  /** Behind TLS: `__Host-` cookies and HSTS. */
  secure: boolean;
  production: boolean;
  /** Lets production start although the application's role could change what must never change. */
  allowTriggersOnly: boolean;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  poolSize: number;
  /** How old a sign-in may be, in minutes, to vote or to close a proposal (1 to 720). */
  stepUpMinutes: number;
  /** The folder outside the database where signed checkpoints of the audit trail are written. */
  checkpointDir: string;
  /** The private key that signs them, as PEM; null takes it from the file. */
  checkpointKey: string | null;
  /** The file with the private key; null makes one in the folder at the first start. */
  checkpointKeyFile: string | null;
  /** The script that writes documents; null takes the one beside the built server. */
  documentWriter: string | null;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads the environment; throws one error that names every setting that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { read, refuse, finish } = readingOf(env);
  const databaseUrl = read('DATABASE_URL', url(['postgres:', 'postgresql:'])) ?? '';
  const ownerUrl = read('DATABASE_OWNER_URL', optional(url(['postgres:', 'postgresql:'])));
  const port = read('PORT', number(0, 65_535, 3000)) ?? 3000;
  const host = read('HOST', (text = '127.0.0.1') => text) ?? '';
  const sample = read('SIGHTLINE_SAMPLE', oneOf(['on', 'off'], 'off')) === 'on';
  const publicUrl = read('SIGHTLINE_PUBLIC_URL', optional(url(['http:', 'https:'])));
  const config: Config = {
    databaseUrl,
    ownerUrl,
    port,
    host,
    siteDir: read('SIGHTLINE_SITE_DIR', text),
    sample,
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    secure: publicUrl?.startsWith('https:') ?? false,
    production: read('NODE_ENV', oneOf(['production', 'development', 'test'], 'development')) === 'production',
    allowTriggersOnly: read('SIGHTLINE_ALLOW_TRIGGERS_ONLY', oneOf(['on', 'off'], 'off')) === 'on',
    trustedProxies: read('SIGHTLINE_TRUSTED_PROXIES', (text = '') => text.split(',').filter(Boolean)) ?? [],
    poolSize: read('SIGHTLINE_POOL_SIZE', number(1, 200, 12)) ?? 12,
    stepUpMinutes: read('SIGHTLINE_STEP_UP_MINUTES', number(1, 720, 240)) ?? 240,
    checkpointDir: read('SIGHTLINE_CHECKPOINT_DIR', text) ?? join(read('SIGHTLINE_DATA_DIR', text) ?? '.data', 'audit'),
    checkpointKey: read('SIGHTLINE_CHECKPOINT_KEY', text),
    checkpointKeyFile: read('SIGHTLINE_CHECKPOINT_KEY_FILE', text),
    documentWriter: read('SIGHTLINE_DOCUMENT_WRITER', text),
    logLevel: read('SIGHTLINE_LOG_LEVEL', oneOf(LOG_LEVELS, 'info')) ?? 'info',
  };
  if (sample && !isLoopback(host)) refuse('HOST', 'the sample installation serves this machine only: use 127.0.0.1');
  return finish(config);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
