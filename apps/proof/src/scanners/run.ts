import { spawn } from 'node:child_process';

export interface Ran {
  output: string;
  /** It was stopped because its time was over. */
  cutShort: boolean;
}

/** Runs a scanner for at most so long; what it found until then is in its files. Null where it is not installed. */
export function run(program: string, parameters: readonly string[], atMostMs: number): Promise<Ran | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let cutShort = false;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += String(bytes)));
    const stop = setTimeout(() => {
      cutShort = true;
      child.kill('SIGINT');
    }, atMostMs);
    const kill = setTimeout(() => child.kill('SIGKILL'), atMostMs + 20_000);
    const end = (): void => [stop, kill].forEach((timer) => clearTimeout(timer));
    child.once('error', (error: NodeJS.ErrnoException) => {
      end();
      if (error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    child.once('close', () => {
      end();
      resolve({ output, cutShort });
    });
  });
}

/** What a scanner calls its version, or null where it is not installed. */
export async function versionOf(program: string): Promise<string | null> {
  const ran = await run(program, ['--version'], 30_000);
  return ran && (/\d+\.\d+(\.\d+)*/.exec(ran.output.replace(/\x1b\[[\d;]*m/g, ''))?.[0] ?? 'of an unknown version');
}
