import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Checkpoint, CheckpointLine, KeyLine } from './signed-checkpoint';
import { fingerprintOf } from './signed-checkpoint';

/** A line as it stands in the file; whether it can be believed is for checkpoint-check.ts to say. */
export type FileLine = Partial<CheckpointLine> | Partial<KeyLine> | null;

/** How a file ends: by which key, and with which checkpoint. */
export interface FileEnd {
  fingerprint: string | null;
  last: Checkpoint | null;
}

/** Some 250 lines; enough to hold a checkpoint after any change of keys. */
const TAIL_BYTES = 64 * 1024;

/** The lines of a checkpoint file; null for one that is not JSON, none when there is no file yet. */
export async function readLines(file: string): Promise<FileLine[]> {
  return linesOf((await readFile(file, 'utf8').catch(noFile)) ?? '');
}

/** Only the end is read, because a file grows for years. */
export async function readEnd(file: string): Promise<FileEnd> {
  const lines = linesOf(await readTail(file));
  const last = lines.findLast((line) => line?.kind === 'checkpoint') as CheckpointLine | undefined;
  const signed = lines.findLast((line) => line !== null);
  const fingerprint = signed?.kind === 'key' ? fingerprintOf(signed.publicKey ?? '') : (last?.key ?? null);
  return { fingerprint, last: last ? { sequence: last.sequence, hash: last.hash, at: last.at } : null };
}

/** Adds lines in one write, and comes back when they are on the disk. */
export async function appendLines(file: string, lines: readonly (CheckpointLine | KeyLine)[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o644);
  try {
    await handle.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function readTail(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(noFile);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.toString('utf8', 0, bytesRead);
    return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    await handle.close();
  }
}

function noFile(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function linesOf(text: string): FileLine[] {
  return text.split('\n').filter(Boolean).map(lineOf);
}

function lineOf(text: string): FileLine {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' ? line : null;
  } catch {
    return null;
  }
}
