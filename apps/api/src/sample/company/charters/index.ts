import { DECIDED_CHARTERS } from './decided';
import { DELIVERING_CHARTERS } from './delivering';
import { DRAFT_CHARTERS } from './drafts';
import { EARLY_CHARTERS } from './early';
import { CHARTERS_IN_DELIVERY } from './in-delivery';
import { RUNNING_CHARTERS } from './running';
import { CHARTERS_BEFORE_THE_BOARD } from './voting';

/** Decided while version 1 was in force. */
export const FIRST_CHARTERS = [...EARLY_CHARTERS, ...DELIVERING_CHARTERS, ...RUNNING_CHARTERS];
/** Everything after. */
export const LATER_CHARTERS = [
  ...CHARTERS_IN_DELIVERY,
  ...DECIDED_CHARTERS,
  ...CHARTERS_BEFORE_THE_BOARD,
  ...DRAFT_CHARTERS,
];
