import type { Permission } from '@sightline/rules';
import type { IconName } from '@sightline/ui';

export interface Place {
  /** Its word is `shell.<key>`. */
  readonly key: string;
  readonly path: string;
  readonly icon: IconName;
  readonly permission: Permission;
  /** On the phone these are the tabs at the foot; the others are in the menu. */
  readonly tab?: true;
  /** Counts what waits for the reader's vote. */
  readonly counts?: true;
}

/** The navigation, in the order of the users' work. */
export const PLACES: readonly Place[] = [
  { key: 'home', path: '/', icon: 'house', permission: 'inbox.read', tab: true },
  { key: 'strategy', path: '/strategy', icon: 'scroll-text', permission: 'strategy.read' },
  {
    key: 'openedStrategy',
    path: '/strategy/opened',
    icon: 'scroll-text',
    permission: 'opened_strategy.read',
    tab: true,
  },
  { key: 'charters', path: '/charters', icon: 'file-check-2', permission: 'charter.read', tab: true },
  { key: 'outcomes', path: '/outcomes', icon: 'target', permission: 'kpi.read', tab: true },
  { key: 'data', path: '/data', icon: 'database', permission: 'domain.read' },
  { key: 'board', path: '/board', icon: 'gavel', permission: 'board.read', tab: true, counts: true },
];

/** What keeps the house in order, below the line. */
export const KEEPING: readonly Place[] = [
  { key: 'registers', path: '/registers', icon: 'table-properties', permission: 'unit.read' },
  { key: 'imports', path: '/imports', icon: 'file-up', permission: 'import.run' },
  { key: 'exports', path: '/exports', icon: 'download', permission: 'records.export' },
  { key: 'audit', path: '/audit', icon: 'fingerprint-pattern', permission: 'audit.read' },
];
