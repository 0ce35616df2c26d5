import { type Section, SECTIONS } from '@sightline/contracts';
import { LANGUAGES, sayKey } from '@sightline/language';
import type { StrategyText } from './strategy-text';

const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Any other Markdown file as sections: what follows a heading that is called as one of them belongs to it, all else to
 * `section`. No line is changed, whatever it holds.
 */
export function readForeign(lines: readonly string[], section: Section): StrategyText {
  const found: StrategyText['sections'] = {};
  let current: Section = section;
  let from = 0;
  let fence: string | null = null;
  const close = (to: number): void => {
    const value = lines.slice(from, to).join('\n').trim();
    if (value === '') return;
    const before = found[current];
    found[current] = before ? { ...before, value: `${before.value}\n\n${value}` } : { line: from + 1, value };
  };
  for (const [index, line] of lines.entries()) {
    fence = fenceAfter(line, fence);
    const named = fence === null ? sectionNamed(HEADING.exec(line)?.[1]) : undefined;
    if (!named) continue;
    close(index);
    current = named;
    from = index + 1;
  }
  close(lines.length);
  return { foreign: true, sections: found, records: {}, lists: {}, problems: [] };
}

/** The fence of a block of code that is open after this line. */
function fenceAfter(line: string, open: string | null): string | null {
  const sign = FENCE.exec(line)?.[1];
  if (!sign) return open;
  if (open === null) return sign;
  return sign[0] === open[0] && sign.length >= open.length ? null : open;
}

const NAMES = new Map<string, Section>(
  SECTIONS.flatMap((section) =>
    LANGUAGES.map((language) => [sayKey(`strategy.section.${section}`, {}, language).toLowerCase(), section] as const),
  ),
);

const sectionNamed = (heading: string | undefined): Section | undefined =>
  heading === undefined ? undefined : NAMES.get(heading.trim().toLowerCase());
