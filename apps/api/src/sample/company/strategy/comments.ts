import type { Chapter } from '@sightline/contracts';

interface Said {
  by: string;
  daysAgo: number;
  text: string;
  /** Whom it calls. */
  calls?: string[];
}

/** What was said about a passage; days ago throughout. */
export interface SampleThread extends Said {
  version: 2 | 3;
  chapter: Chapter;
  /** Code of a principle. */
  principle?: string;
  /** Words of the text as it read that day; without them it is about the chapter. */
  quote?: string;
  replies?: Said[];
  resolved?: { by: string; daysAgo: number };
}

/** The parties a chapter of a version is open to. */
export const OPENINGS: { version: 2 | 3; chapter: Chapter; parties: string[]; daysAgo: number }[] = [
  { version: 2, chapter: 'resilience', parties: ['Brightwater Consulting'], daysAgo: 120 },
  { version: 3, chapter: 'resilience', parties: ['Brightwater Consulting'], daysAgo: 10 },
];

export const THREADS: SampleThread[] = [
  {
    version: 2,
    chapter: 'principles',
    principle: 'P-02',
    quote: 'reaches every subscriber within five seconds',
    by: 'Deniz Kaya',
    daysAgo: 6,
    text: 'Measured where: when the last subscriber has it, or when the first one does? The rail partners count differently, and both call it five seconds.',
    calls: ['Ruben Castell'],
    replies: [
      {
        by: 'Ruben Castell',
        daysAgo: 5,
        text: 'At the **last** one. Otherwise a slow subscriber never shows. I would put it into the statement of version 3.',
        calls: ['Ingrid Halvorsen'],
      },
    ],
  },
  {
    version: 2,
    chapter: 'governance',
    quote: 'Charters up to half a million euro need more approvals than rejections',
    by: 'Joachim Reuter',
    daysAgo: 31,
    text: 'No hub project stays below this. If the border remains, the short way exists on paper only.',
    replies: [
      {
        by: 'Ingrid Halvorsen',
        daysAgo: 28,
        text: 'Agreed that it is looked at in the review. Until then it stands as decided.',
      },
    ],
    resolved: { by: 'Ingrid Halvorsen', daysAgo: 28 },
  },
  {
    version: 3,
    chapter: 'resilience',
    quote: 'a fallback counts only when it was rehearsed twice in the last twelve months',
    by: 'Lukas Moreau',
    daysAgo: 4,
    text: 'For the two depots we run with you, an unannounced rehearsal needs somebody on your side who may stop it. Who would that be?',
    replies: [
      {
        by: 'Sofie Claes',
        daysAgo: 3,
        text: 'The shift lead of the depot, by name in the plan. @Lukas Moreau, would one working day of notice to the lead be enough?',
        calls: ['Lukas Moreau'],
      },
    ],
  },
  {
    version: 3,
    chapter: 'resilience',
    quote:
      'The service desk knows where each fallback is kept, has the key to it and has used it at least once since spring.',
    by: 'Marta Lindqvist',
    daysAgo: 9,
    text: '“Since spring” will read oddly in winter. Either a rhythm or nothing.',
    calls: ['Ingrid Halvorsen'],
  },
  {
    version: 3,
    chapter: 'purpose',
    quote: 'It is not a list of projects.',
    by: 'Amara Okafor',
    daysAgo: 7,
    text: 'Sales still hands it to partners as if it were one. A sentence on what they *should* be given instead would help:\n\n- the principles that bind them\n- the one page on resilience',
  },
];
