import { Foundations1795305600000 } from './1795305600000-foundations';
import { People1795305610000 } from './1795305610000-people';
import { Audit1795305620000 } from './1795305620000-audit';
import { Landscape1795305630000 } from './1795305630000-landscape';
import { Strategy1795305640000 } from './1795305640000-strategy';
import { Outcomes1795305650000 } from './1795305650000-outcomes';
import { DataDomains1795305660000 } from './1795305660000-data-domains';
import { Charters1795305670000 } from './1795305670000-charters';
import { Board1795305680000 } from './1795305680000-board';
import { ApprovalGuard1795305690000 } from './1795305690000-approval-guard';
import { BallotGuard1795305695000 } from './1795305695000-ballot-guard';
import { Imports1795305700000 } from './1795305700000-imports';
import { RatificationGuard1795306010000 } from './1795306010000-ratification-guard';
import { ApprovedContent1795306010010 } from './1795306010010-approved-content';
import { Erasure1795306020000 } from './1795306020000-erasure';
import { HotPaths1795306040010 } from './1795306040010-hot-paths';
import { MandatesAndFacts1795306050010 } from './1795306050010-mandates-and-facts';
import { Exceptions1795306050020 } from './1795306050020-exceptions';
import { Reaffirmation1795306050030 } from './1795306050030-reaffirmation';
import { StrategyPresence1795306060010 } from './1795306060010-strategy-presence';
import { GateTables1795306300010 } from './1795306300010-gate-tables';
import { Unsettling1795306380000 } from './1795306380000-unsettling';
import { Comments1795306420000 } from './1795306420000-comments';
import { MandateLists1795306440010 } from './1795306440010-mandate-lists';
import { UnsettlingInPages1795307000000 } from './1795307000000-unsettling-in-pages';

/** Every migration, oldest first; listed by hand because the server is bundled into one file. */
export const MIGRATIONS = [
  Foundations1795305600000,
  People1795305610000,
  Audit1795305620000,
  Landscape1795305630000,
  Strategy1795305640000,
  Outcomes1795305650000,
  DataDomains1795305660000,
  Charters1795305670000,
  Board1795305680000,
  ApprovalGuard1795305690000,
  BallotGuard1795305695000,
  Imports1795305700000,
  RatificationGuard1795306010000,
  ApprovedContent1795306010010,
  Erasure1795306020000,
  HotPaths1795306040010,
  MandatesAndFacts1795306050010,
  Exceptions1795306050020,
  Reaffirmation1795306050030,
  StrategyPresence1795306060010,
  GateTables1795306300010,
  Unsettling1795306380000,
  Comments1795306420000,
  MandateLists1795306440010,
  UnsettlingInPages1795307000000,
];
