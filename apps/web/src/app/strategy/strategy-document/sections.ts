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
