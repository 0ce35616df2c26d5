import type { LongWork } from './work.ts';

const HEADING = '## Long work';

/** The section as a page has it; `when` says where and when, for a section that was measured apart from the rest. */
export function longWorkSection(works: readonly LongWork[], when?: string): string {
  const rows = works.map(({ what, found, target, isMet }) => [what, found, target, isMet ? 'met' : 'not met']);
  const cells = [['work', 'found', 'target', ''], ['---', '---', '---', '---'], ...rows];
  const table = cells.map((row) => `| ${row.join(' | ')} |`);
  return [HEADING, '', ...(when ? [when, ''] : []), ...table, ''].join('\n');
}

/** The page with this section in the place of the former one, else at its end; nothing else is touched. */
export function withSection(page: string, section: string): string {
  const from = page.indexOf(`\n${HEADING}\n`);
  if (from < 0) return `${page.trimEnd()}\n\n${section}`;
  const next = page.indexOf('\n## ', from + HEADING.length + 2);
  const rest = next < 0 ? '' : `\n${page.slice(next + 1)}`;
  return `${page.slice(0, from)}\n${section}${rest}`;
}

/** The section as it stands on a page, so that a page written anew keeps what was measured apart. */
export function formerSection(page: string): string {
  const from = page.indexOf(`\n${HEADING}\n`);
  if (from < 0) return '';
  const next = page.indexOf('\n## ', from + HEADING.length + 2);
  return page.slice(from + 1, next < 0 ? undefined : next);
}
