import { SECTIONS } from '@sightline/contracts';
import { say as sentence } from '@sightline/language';
import type { DocumentFact, DocumentState } from '../../platform/documents/document';
import type { Printing } from './printed-strategy';

/** A calendar day as the language writes it. */
export const shownDay = ({ language }: Printing, day: string): string =>
  sentence('{{on, date}}', { on: day }, language);

/** Where the version stands, in words: what is not in force says so, and nothing else claims to be. */
export function stateText({ version, say, dayOf }: Printing): string {
  const at = version.status === 'superseded' ? version.supersededAt : version.ratifiedAt;
  return say(`printed.state.${version.status}`, at ? { on: dayOf(at) } : {});
}

export const stateOf = (printing: Printing): DocumentState => ({
  text: stateText(printing),
  binding: printing.version.status === 'in_force',
});

/** What the front page says of the version; a line that has nothing to say is not there. */
export function frontFacts(printing: Printing): DocumentFact[] {
  const { version, say, dayOf } = printing;
  const { number, ratifiedAt, supersededAt, reviewBy, decision, proposal, copiedFrom, contentHash } = version;
  const day = (instant: string): string => shownDay(printing, dayOf(instant));
  const facts: [key: string, value: string | null | false][] = [
    ['version', String(number)],
    ['inForce', ratifiedAt && day(ratifiedAt)],
    ['superseded', supersededAt && day(supersededAt)],
    ['decision', decision && decision.code],
    ['proposal', !decision && proposal && proposal.code],
    ['changed', !ratifiedAt && day(version.updatedAt)],
    ['reviewBy', reviewBy && shownDay(printing, reviewBy)],
    ['copiedFrom', copiedFrom !== null && say('strategy.number', { n: copiedFrom })],
    ['writtenBy', authors(printing)],
    ['hash', contentHash],
  ];
  return facts.flatMap(([key, value]) =>
    value ? [{ label: say(`printed.front.${key}`), value, ...(key === 'hash' && { code: true }) }] : [],
  );
}

/** Everybody who is named as an author of a section, once. */
function authors({ version, language }: Printing): string {
  const names = SECTIONS.flatMap((section) => {
    const named = version.authors.find((author) => author.section === section);
    return [named?.business?.name, named?.it?.name].filter((name) => name !== undefined);
  });
  return sentence('{{names}}', { names: [...new Set(names)] }, language);
}
