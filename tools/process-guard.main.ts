// Started by process-guard.ts. Waits until its input ends; if that happens without a word, the parent has died.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { GuardOrder } from './process-guard.ts';

const PATIENCE_MS = 20_000;

const order = JSON.parse(process.argv[2] ?? '') as GuardOrder;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

let word = '';
for await (const chunk of process.stdin) word += String(chunk);
if (word !== 'released') {
  await end(order);
  if (order.remove) rmSync(order.remove, { recursive: true, force: true, maxRetries: 5 });
}

async function end({ pid, signal }: GuardOrder): Promise<void> {
  if (!isAlive()) return;
  process.kill(pid, signal);
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive()) {
    if (Date.now() > deadline) return void process.kill(pid, 'SIGKILL');
    await wait(50);
  }
}

function isAlive(): boolean {
  if (order.pidFile && !namesOurProcess(order.pidFile)) return false;
  try {
    return process.kill(order.pid, 0);
  } catch {
    return false;
  }
}

function namesOurProcess(pidFile: string): boolean {
  return existsSync(pidFile) && Number.parseInt(readFileSync(pidFile, 'utf8'), 10) === order.pid;
}
