import { milestoneRows, requirementRows } from './charter-plan-rows';
import { charterRow, linkRows } from './charter-rows';
import { FIRST_CHARTERS } from './company/charters';
import type { SampleCharter } from './company/charters/charter';
import { holdCharterHearing, requestChange } from './load-charter-hearings';
import { liveOn } from './load-charter-life';
import { isDecided, loadExceptions } from './load-exceptions';
import { insertRows, leaveCodesBehind } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** Charters with everything they cite, in the order in which the board heard them, and what became of each. */
export async function loadCharters(stage: SampleStage, charters: readonly SampleCharter[]): Promise<void> {
  const { tx, ids } = stage;
  for (const { code } of charters) ids.add(code);
  const codes = charters.map(({ code }) => code);
  await insertRows(
    tx,
    'charter',
    charters.map((charter) => charterRow(stage, charter)),
  );
  await leaveCodesBehind(tx, 'code_charter', codes);
  for (const [table, rows] of Object.entries(linkRows(stage, charters))) await insertRows(tx, table, rows);
  await insertRows(
    tx,
    'requirement',
    charters.flatMap((charter) => requirementRows(stage, charter, 'answered')),
  );
  await insertRows(
    tx,
    'milestone',
    charters.flatMap((charter) => milestoneRows(stage, charter)),
  );
  await loadExceptions(stage, atTheBoard(charters), isDecided);
  const heard = charters.filter(({ hearing }) => hearing);
  for (const charter of heard.toSorted((a, b) => submittedDaysAgo(b) - submittedDaysAgo(a))) {
    await holdCharterHearing(stage, charter);
  }
  // Asked after the board had sent it back: whatever the board heard had its answers.
  await insertRows(
    tx,
    'requirement',
    charters.flatMap((charter) => requirementRows(stage, charter, 'open')),
  );
  for (const charter of charters) await liveOn(stage, charter);
  for (const charter of charters) await requestChange(stage, charter);
  await loadExceptions(stage, atTheBoard(charters), (exception) => !isDecided(exception));
}

/** While version 1 was in force nobody asked for an exception; its charters got theirs under version 2. */
function atTheBoard(charters: readonly SampleCharter[]): string[] {
  return charters === FIRST_CHARTERS ? [] : charters.map(({ code }) => code);
}

const submittedDaysAgo = ({ hearing }: SampleCharter): number => hearing?.daysAgo ?? 0;
