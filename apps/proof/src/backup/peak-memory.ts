import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** Told by the process itself as its last word, on a channel of its own: kilobytes, on every system. */
const TELLS = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`,
)}`;

/** Runs a command of ours in a process of its own; answers the most memory it had, in megabytes. */
export async function peakMemoryOf(script: string, parameters: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['--import', TELLS, script, ...parameters], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [said, kilobytes] = await Promise.all([text(child.stderr as Readable), text(child.stdio[3] as Readable)]);
  if ((await ended) !== 0) throw new Error(`${script} failed: ${said}`);
  return Number(kilobytes) / 1024;
}
