import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const GIB = 2 ** 30;
/** Of the code as it was when the measuring began. */
export const COMMIT = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

/** What was measured where, in one sentence. */
export function circumstances(): string {
  const processor = cpus()[0]?.model.trim() ?? 'an unknown processor';
  const [, five = 0] = loadavg();
  return (
    `Measured on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC at commit ${COMMIT}, on ${cpus().length} × ${processor}, ` +
    `${(totalmem() / GIB).toFixed(0)} GiB, ${system()}, Node ${process.version}, with the PostgreSQL of the npm packages. ` +
    `Server, database and load share the machine; its load average of five minutes was ${five.toFixed(1)} at the end.`
  );
}

function system(): string {
  try {
    return /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}
