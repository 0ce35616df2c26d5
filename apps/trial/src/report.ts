import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** Collects what is printed, so that the document says exactly what the console said. */
export class Report {
  readonly #lines: string[] = [];

  say(line = ''): void {
    console.log(line);
    this.#lines.push(line);
  }

  heading(text: string): void {
    this.say();
    this.say(`## ${text}`);
    this.say();
  }

  table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    const row = (cells: readonly (string | number)[]): string => `| ${cells.map(escaped).join(' | ')} |`;
    this.say(row(headings));
    this.say(`|${headings.map(() => ' --- ').join('|')}|`);
    for (const cells of rows) this.say(row(cells));
  }

  document(): string {
    return [
      '# The trial: a real portfolio of 86 projects',
      '',
      'Written by `npm run trial`, which anyone can repeat; everything below is what it printed.',
      '',
      `On ${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ` +
        `${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.`,
      ...this.#lines,
      '',
    ].join('\n');
  }
}

function escaped(cell: string | number): string {
  return String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
