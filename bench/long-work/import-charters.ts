import { TERMS } from '../seed/sizes.ts';
import type { Server } from '../servers.ts';
import { ask, inNumbers, inSeconds, type LongWork, observed } from './work.ts';

const LONGEST_S = 60;
const UNITS = 50;
const KPIS = 200;

/** Checks a file and applies it, as somebody does who brings in what ran before. */
export async function importCharters(server: Server, charters: number): Promise<LongWork> {
  const listed = await ask(server, `/kpis?sort=code&pageSize=${KPIS}`);
  const { items } = (await listed.json()) as { items: { code: string }[] };
  const content = fileOf(
    charters,
    items.map(({ code }) => code),
  );
  const checked = await observed(server, async () => {
    const answer = await ask(server, '/imports', { kind: 'charters', fileName: 'charters.csv', content });
    return (await answer.json()) as { id: string; summary: { create: number }; problems: unknown[] };
  });
  const { summary, problems } = checked.result;
  if (summary.create !== charters) throw new Error(`The file was not taken whole: ${JSON.stringify(problems[0])}`);
  const applied = await observed(server, () => ask(server, `/imports/${checked.result.id}/apply`, {}));
  return {
    what: `import of ${inNumbers(charters)} charters`,
    found: `checked in ${inSeconds(checked.seconds)}, applied in ${inSeconds(applied.seconds)}, server at most ${applied.most.toFixed(0)} MiB`,
    target: `each ≤ ${LONGEST_S} s`,
    isMet: Math.max(checked.seconds, applied.seconds) <= LONGEST_S,
  };
}

/** Every row names a unit and two KPIs, and tells a page of text. */
function fileOf(charters: number, kpis: readonly string[]): string {
  const rows = Array.from({ length: charters }, (_, n) => {
    const term = TERMS[n % TERMS.length];
    const cited = [kpis[n % kpis.length], kpis[(n * 7 + 1) % kpis.length]].join(';');
    const narrative = `"What the ${term} costs today, whom it holds up, and what is tried first. ${'It goes on. '.repeat(20)}"`;
    return `IMPORTED-${n},Fewer ${term} errors in plan ${n},From 80 to 20 days.,Unit ${1 + (n % UNITS)},in_delivery,${cited},${narrative}`;
  });
  return ['key,title,outcomeStatement,businessUnit,status,kpis,narrative', ...rows].join('\n');
}
