import type { Section } from '@sightline/contracts';

/** The document in reading order: prose, with the records that belong under it. */
export const DOCUMENT_PARTS = [
  'purpose',
  'alignment',
  'capabilitiesNarrative',
  'principles',
  'governance',
  'dataGovernance',
  'resilience',
  'successMetrics',
  'gatePolicy',
  'weights',
] as const satisfies readonly (Section | 'principles' | 'gatePolicy' | 'weights')[];
export type DocumentPart = (typeof DOCUMENT_PARTS)[number];

/** The same where a draft is written, with what is read elsewhere: the facts in the tables, the day in the version's head. */
export const DRAFT_PARTS: readonly (DocumentPart | 'facts' | 'reviewBy')[] = [
  ...DOCUMENT_PARTS.flatMap((part) => (part === 'principles' ? [part, 'facts' as const] : [part])),
  'reviewBy',
];
