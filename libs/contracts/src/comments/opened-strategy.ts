import type { RecordBase, Reference } from '../records/record';
import type { PrincipleRevision, Section, StrategyStatus } from '../strategy/strategy';

/** What can be commented on and opened of the strategy, in reading order: its prose, and its principles as one. */
export const CHAPTERS = [
  'purpose',
  'alignment',
  'capabilitiesNarrative',
  'principles',
  'governance',
  'dataGovernance',
  'resilience',
  'successMetrics',
] as const satisfies readonly (Section | 'principles')[];
export type Chapter = (typeof CHAPTERS)[number];

/** The texts of a principle in the order in which they are read: the blocks a comment on it can point at. */
export const PRINCIPLE_TEXTS = ['title', 'statement', 'rationale', 'implications', 'exceptionGuidance'] as const;

/** Whom one chapter may be open to at once. */
export const OPENED_TO_MAX = 50;

/** To whom outside the company a chapter of one version is open. Version 0 while it never was. */
export interface SectionOpening extends Pick<RecordBase, 'version'> {
  chapter: Chapter;
  parties: Reference[];
  people: Reference[];
}

/** PUT /strategy/versions/{n}/sections/{key}/openings: the whole list; both empty closes the chapter. */
export interface SectionOpeningChange {
  /** External parties: all of their people may read and comment. */
  parties?: string[];
  /** External people, one by one. */
  people?: string[];
}

/** A principle as outsiders read it: its words, and nothing about the company around it. */
export type OpenedPrinciple = Pick<PrincipleRevision, 'id' | 'code' | (typeof PRINCIPLE_TEXTS)[number]>;

/** GET /opened-strategy: the chapters that are open to the reader, newest version first. */
export interface OpenedVersion {
  id: string;
  number: number;
  status: StrategyStatus;
  /** In reading order. */
  chapters: OpenedChapter[];
}
export interface OpenedChapter {
  chapter: Chapter;
  /** Markdown; empty for the chapter of principles. */
  text: string;
  principles: OpenedPrinciple[];
}
/** GET /opened-strategy */
export interface OpenedStrategy {
  items: OpenedVersion[];
}
/** GET /strategy/versions/{n}/openings: every chapter in reading order. */
export interface SectionOpenings {
  items: SectionOpening[];
}
