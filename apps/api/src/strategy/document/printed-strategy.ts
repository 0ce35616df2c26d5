import type { Section, StrategyVersion } from '@sightline/contracts';
import { type Language, sayKey } from '@sightline/language';
import type { DocumentBlock, DocumentChapter, PrintedDocument } from '../../platform/documents/document';
import { frontFacts, shownDay, stateOf, stateText } from './front';
import { principleCard } from './principle-card';
import { capabilityTable, driverTable, factTable, metricTable, policyTable, rightTable, weightTable } from './tables';

/** Whose strategy it is; beside the version all that its pages name. */
export interface Publisher {
  organisation: string;
  /** ISO 4217, of every amount. */
  currency: string;
  timeZone: string;
}

/** What the parts of a printed strategy are made from. */
export interface Printing {
  version: StrategyVersion;
  publisher: Publisher;
  language: Language;
  /** A sentence of the language files. */
  say: (key: string, params?: Record<string, unknown>) => string;
  /** The day of an instant in the organisation's time zone, YYYY-MM-DD. */
  dayOf: (instant: string) => string;
}

export function printingOf(version: StrategyVersion, publisher: Publisher, language: Language): Printing {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: publisher.timeZone });
  return {
    version,
    publisher,
    language,
    say: (key, params = {}) => sayKey(key, params, language),
    dayOf: (instant) => days.format(new Date(instant)),
  };
}

/**
 * A version as a document, in reading order: the one model behind PDF, DOCX and their contents. Our words are in the
 * language of the reader, the strategy's own in the language in which they were written.
 */
export function printedStrategy(printing: Printing): PrintedDocument {
  const { version, publisher, language, say } = printing;
  const title = say('strategy.versionTitle', { n: version.number });
  return {
    language: language === 'de' ? 'de-DE' : 'en-GB',
    title,
    organisation: publisher.organisation,
    state: stateOf(printing),
    facts: frontFacts(printing),
    signatures: signatures(printing),
    running: {
      head: `${publisher.organisation} · ${title}`,
      foot: footer(printing),
      page: say('printed.page'),
      source: say('printed.source'),
    },
    contents: say('strategy.contents'),
    chapters: chaptersOf(printing),
    made: version.ratifiedAt ?? version.updatedAt,
    about: {
      author: publisher.organisation,
      subject: stateText(printing),
      keywords: [title, ...(version.contentHash ? [version.contentHash] : [])],
    },
  };
}

/** The names of office of whoever approved; only what was ratified carries any. */
function signatures(printing: Printing): PrintedDocument['signatures'] {
  const { version, say, dayOf } = printing;
  if (!version.ratifiedAt || version.signatories.length === 0) return null;
  const day = shownDay(printing, dayOf(version.ratifiedAt));
  return {
    heading: say('printed.signatories'),
    head: [say('printed.name'), say('printed.office'), say('printed.date')],
    rows: version.signatories.map(({ name, constituency }) => [name, say('printed.seat', { constituency }), day]),
    widths: [3, 3, 2],
  };
}

function footer(printing: Printing): string {
  const { version, say, dayOf } = printing;
  return version.contentHash
    ? `SHA-256 ${version.contentHash}`
    : say('printed.noHash', { at: shownDay(printing, dayOf(version.updatedAt)), version: version.version });
}

function chaptersOf(printing: Printing): DocumentChapter[] {
  const { version, say } = printing;
  const prose = (section: Section): DocumentBlock =>
    version[section].trim() === ''
      ? { kind: 'note', text: say('strategy.nothingWritten') }
      : { kind: 'prose', text: version[section] };
  const chapter = (key: string, ...blocks: DocumentBlock[]): DocumentChapter => ({
    title: say(`strategy.section.${key}`),
    blocks,
  });
  return [
    chapter('purpose', prose('purpose')),
    chapter('alignment', prose('alignment'), ...driverTable(printing)),
    chapter('capabilitiesNarrative', prose('capabilitiesNarrative'), ...capabilityTable(printing)),
    chapter('principles', ...principles(printing)),
    ...(version.facts.length > 0 ? [{ title: say('printed.facts'), blocks: factTable(printing) }] : []),
    chapter('governance', prose('governance'), ...rightTable(printing)),
    chapter('dataGovernance', prose('dataGovernance')),
    chapter('resilience', prose('resilience')),
    chapter('successMetrics', prose('successMetrics'), ...metricTable(printing)),
    chapter('gatePolicy', { kind: 'note', text: say('strategy.policy.lead') }, ...policyTable(printing)),
    chapter('weights', { kind: 'note', text: say('strategy.weight.lead') }, ...weightTable(printing)),
  ];
}

function principles(printing: Printing): DocumentBlock[] {
  const { version, say } = printing;
  const n = version.principles.length;
  return [
    { kind: 'note', text: say(n > 0 ? 'strategy.principle.lead' : 'strategy.principle.none', { n }) },
    ...version.principles.map((principle): DocumentBlock => ({
      kind: 'card',
      card: principleCard(printing, principle),
    })),
  ];
}
