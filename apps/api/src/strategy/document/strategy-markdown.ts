import type { Section, StrategyVersion } from '@sightline/contracts';
import { frontFacts, shownDay, stateText } from './front';
import { lineOf } from './markdown-cells';
import { authorLines, factLines, kpiLines, policyLines, rightLines, weightLines } from './markdown-lists';
import { type PartLines, textLines } from './markdown-parts';
import { capabilityLines, driverLines, principleLines } from './markdown-records';
import type { Printing } from './printed-strategy';

/** The first line of the front matter; a reader of another number refuses the file. */
export const FORMAT = 'sightline-strategy/1';

/**
 * A version as Markdown that people can read and change, and that reads back as the same version. Texts stand byte for
 * byte between marks, names are headings, lists are tables with their keys in the head.
 */
export function strategyMarkdown(printing: Printing): string {
  const mark = markFor(printing.version);
  const chapters = CHAPTERS.flatMap(({ title, section, list }) => [
    `## ${lineOf(printing.say(title))}`,
    '',
    ...(section ? [...textLines(mark, section, printing.version[section]), ''] : []),
    ...(list ? list(printing, mark) : []),
  ]);
  return [...frontMatter(printing, mark), ...shown(printing, mark), ...chapters].join('\n').trimEnd() + '\n';
}

/** A word for the marks that stands in no text of the version. */
function markFor(version: StrategyVersion): string {
  const all = JSON.stringify(version);
  for (let n = 1; ; n++) {
    const mark = n === 1 ? 'sightline' : `sightline-${n}`;
    if (!all.includes(`<!-- ${mark}:`)) return mark;
  }
}

function frontMatter({ version, publisher, language }: Printing, mark: string): string[] {
  const { number, copiedFrom, status, reviewBy, ratifiedAt, contentHash } = version;
  const said = {
    organisation: publisher.organisation,
    language,
    number,
    copiedFrom,
    status,
    reviewBy,
    ratifiedAt,
    contentHash,
  };
  const lines = Object.entries(said).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ['---', `format: ${FORMAT}`, `marks: ${mark}`, ...lines, '---', ''];
}

/** What a reader sees first; nothing of it is read back. */
function shown(printing: Printing, mark: string): string[] {
  const { version, say, dayOf } = printing;
  const facts = frontFacts(printing).map(
    ({ label, value, code }) => `- ${lineOf(label)}: ${code ? `\`${value}\`` : lineOf(value)}`,
  );
  const contents = CHAPTERS.map(({ title }) => say(title));
  const signed = version.ratifiedAt ? version.signatories : [];
  const day = version.ratifiedAt ? shownDay(printing, dayOf(version.ratifiedAt)) : '';
  return [
    `<!-- ${mark}:shown -->`,
    `# ${lineOf(say('strategy.versionTitle', { n: version.number }))}`,
    '',
    `**${lineOf(stateText(printing))}**`,
    '',
    ...facts,
    '',
    ...(signed.length > 0 ? [`**${say('printed.signatories')}**`, ''] : []),
    ...signed.map(
      ({ name, constituency }) => `- ${lineOf(name)}, ${lineOf(say('printed.seat', { constituency }))}, ${day}`,
    ),
    ...(signed.length > 0 ? [''] : []),
    `**${say('strategy.contents')}**`,
    '',
    ...contents.map((title) => `- [${lineOf(title)}](#${anchorOf(title)})`),
    `<!-- ${mark}:end -->`,
    '',
  ];
}

/** As the common readers of Markdown name a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

interface Chapter {
  /** Key of its words. */
  title: string;
  section?: Section;
  list?: PartLines;
}

const ofSection = (section: Section, list?: PartLines): Chapter => ({
  title: `strategy.section.${section}`,
  section,
  ...(list && { list }),
});

/** In reading order. */
const CHAPTERS: readonly Chapter[] = [
  ofSection('purpose'),
  ofSection('alignment', driverLines),
  ofSection('capabilitiesNarrative', capabilityLines),
  { title: 'strategy.section.principles', list: principleLines },
  { title: 'printed.facts', list: factLines },
  ofSection('governance', rightLines),
  ofSection('dataGovernance'),
  ofSection('resilience'),
  ofSection('successMetrics', kpiLines),
  { title: 'strategy.section.gatePolicy', list: policyLines },
  { title: 'strategy.section.weights', list: weightLines },
  { title: 'printed.authors', list: authorLines },
];
