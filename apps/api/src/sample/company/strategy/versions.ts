import { allApprove, approves, type Closing, type PastVote, rejects } from '../../sample-hearing';

/** The life of one version; days ago throughout. */
export interface SampleVersion {
  drafted: number;
  edited: number;
  /** Month of the next review from this one; a draft may have none yet. */
  reviewMonth: number | null;
  hearing?: { proposed: number; votes: PastVote[]; closing: Closing };
}

export const VERSIONS: Record<1 | 2 | 3, SampleVersion> = {
  1: {
    drafted: 405,
    edited: 386,
    reviewMonth: -5,
    hearing: {
      proposed: 384,
      votes: [
        ...allApprove(379, 'Amara Okafor', 'Marta Lindqvist', 'Deniz Kaya', 'Ruben Castell'),
        approves('Helene Brandt', 376, 'Enough to begin with. The next version has to say more about bad days.'),
        approves('Mei-Ling Ho', 376),
        rejects('Omar Siddiqui', 375, 'Resilience is one paragraph. That is not a plan.'),
        ...allApprove(375, 'Joachim Reuter', 'Sofie Claes'),
      ],
      closing: {
        daysAgo: 374,
        outcome: 'approved',
        rationale:
          'The board wanted a first version that people can cite rather than a complete one. Resilience is the subject of version 2.',
      },
    },
  },
  2: {
    drafted: 214,
    edited: 172,
    reviewMonth: 5,
    hearing: {
      proposed: 170,
      votes: [
        ...allApprove(165, 'Marta Lindqvist', 'Deniz Kaya', 'Helene Brandt'),
        approves('Omar Siddiqui', 163, 'The chapter on resilience can now be handed to a shift lead.'),
        approves('Ruben Castell', 162),
        approves('Amara Okafor', 161, 'P-06 says when cloud first does not hold. That was missing from the order.'),
        approves('Sofie Claes', 160),
        rejects(
          'Joachim Reuter',
          160,
          'Half a million is too low a border for two thirds; every hub project costs more.',
        ),
      ],
      closing: {
        daysAgo: 159,
        outcome: 'approved',
        rationale: 'Seven of eight votes. The border for two thirds is looked at again at the review.',
      },
    },
  },
  3: { drafted: 19, edited: 3, reviewMonth: null },
};
