import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Point {
  title: string;
  statement: string;
  rationale: string;
  implications: string;
}

const HEADING = /^## (\d+)\. (.+)$/;
const STATEMENT_MAX = 10_000;

/** The points of the code: the title of each, its first paragraph as the statement, the second as the rationale. */
export function readPoints(samples: string): Point[] {
  const lines = readFileSync(join(samples, 'policy/technology-code-of-practice.md'), 'utf8').split(/\r?\n/);
  const starts = lines.flatMap((line, at) => (HEADING.test(line) ? [at] : []));
  return starts.map((start, index) => {
    const body = lines.slice(start + 1, starts[index + 1] ?? lines.length).join('\n');
    const [statement = '', rationale = '', ...rest] = body
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean);
    return {
      title: HEADING.exec(lines[start] ?? '')?.[2]?.trim() ?? '',
      statement: statement.slice(0, STATEMENT_MAX),
      rationale: rationale.slice(0, STATEMENT_MAX),
      implications: rest.join('\n\n').slice(0, STATEMENT_MAX),
    };
  });
}
