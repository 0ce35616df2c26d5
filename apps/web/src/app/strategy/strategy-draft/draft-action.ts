import type { StrategyVersion } from '@sightline/contracts';

/** Something done to a draft at once, such as taking a record out; it waits until everything typed before is saved. */
export interface DraftAction {
  run: (version: StrategyVersion) => Promise<StrategyVersion>;
  done: (version: StrategyVersion) => void;
  failed: (error: unknown) => void;
}
