import type { GateCheckAnswer } from '@sightline/contracts';

export interface GateCounts {
  /** The checks that count at this transition. */
  now: GateCheckAnswer[];
  /** Those that do not pass yet and only count later. */
  later: GateCheckAnswer[];
  passed: number;
  blockers: number;
  warnings: number;
}

/** The gate's answer counted; what is only for information applies at a later transition. */
export function gateCounts(checks: readonly GateCheckAnswer[]): GateCounts {
  const isLater = ({ passed, level }: GateCheckAnswer) => !passed && level === 'info';
  const now = checks.filter((check) => !isLater(check));
  const failing = (wanted: GateCheckAnswer['level']) =>
    now.filter(({ passed, level }) => !passed && level === wanted).length;
  return {
    now,
    later: checks.filter(isLater),
    passed: now.filter(({ passed }) => passed).length,
    blockers: failing('blocker'),
    warnings: failing('warning'),
  };
}

/** Why the button is shut, or what it will do: a key of the language files and its values. */
export function whyShut({ blockers, warnings }: GateCounts): [key: string, params: Record<string, number>] {
  if (blockers === 0) return ['charters.gate.opens', {}];
  return [warnings > 0 ? 'charters.gate.shutWarnings' : 'charters.gate.shut', { n: blockers, warnings }];
}
