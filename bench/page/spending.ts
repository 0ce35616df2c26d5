import type { CDPSession } from 'playwright-core';
import type { ChangeTimes } from './route-change.ts';

/** Where the milliseconds went while the page did something; the page has one thread. */
export interface Spending extends ChangeTimes {
  scriptMs: number;
  /** Computing styles and places. */
  layoutMs: number;
  /** Painting, parsing, collecting garbage. */
  otherMs: number;
  /** Nothing to do until the server and the network have answered, or the next frame has come. */
  waitingMs: number;
}

/** Of a change of page, counted by the browser itself, with the throttling that is on. */
export async function spending(session: CDPSession, work: () => Promise<ChangeTimes>): Promise<Spending> {
  const before = await counted(session);
  const { sightMs, wholeMs } = await work();
  const after = await counted(session);
  const more = (...names: string[]): number =>
    names.reduce((sum, name) => sum + (after.get(name) ?? 0) - (before.get(name) ?? 0), 0) * 1_000;
  const [tasks, scriptMs, layoutMs] = [
    more('TaskDuration'),
    more('ScriptDuration'),
    more('LayoutDuration', 'RecalcStyleDuration'),
  ];
  return {
    sightMs,
    wholeMs,
    scriptMs,
    layoutMs,
    otherMs: Math.max(0, tasks - scriptMs - layoutMs),
    waitingMs: Math.max(0, wholeMs - tasks),
  };
}

async function counted(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
