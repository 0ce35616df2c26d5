import { FORESEEN_CHECKS, type GateAnswer, type GateCheck, type GateForecastPage } from '@sightline/contracts';
import type { Client } from '../client';

type Said = Pick<GateCheck, 'code' | 'level' | 'passed' | 'variant' | 'params'>;
/** By charter: what FACTS and DEVIATION say at the gate it comes to next. */
type Outlook = Map<string, Said[]>;

/** How heavily a check weighs: not at all when it passes, not enough to be foretold when it only informs. */
const INFORMS = 1;
const weightOf = (check: Said | undefined): number =>
  !check || check.passed ? 0 : { info: INFORMS, warning: 2, blocker: 3 }[check.level];

/** The gate of each of these charters today, asked one by one as their pages do. */
export async function gatesToday(client: Client, charters: ReadonlyMap<string, string>): Promise<Outlook> {
  const outlook: Outlook = new Map();
  for (const [charter, gate] of charters) {
    const { body } = await client.get<GateAnswer>(`/charters/${charter}/gate?for=${gate}`);
    outlook.set(
      charter,
      body.checks.filter(({ code }) => FORESEEN_CHECKS.some((known) => known === code)),
    );
  }
  return outlook;
}

/** What is foretold of a version, to its end. */
export async function gatesForetold(client: Client, version: number): Promise<Outlook> {
  const outlook: Outlook = new Map();
  for (let after: string | null = ''; after !== null;) {
    const query: string = after ? `?after=${after}` : '';
    const { status, body } = await client.get<GateForecastPage>(`/strategy/versions/${version}/impact/gates${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    for (const { kind, record, checks } of body.items) if (kind === 'charter') outlook.set(record.id, checks);
    after = body.more;
  }
  return outlook;
}

/**
 * Where the gate after a ratification says something else than was foretold before it: what weighs more than it did was
 * announced, in the same words where nothing stood open; what was announced weighs as much; nothing else was announced.
 */
export function unforetold(before: Outlook, foretold: Outlook, after: Outlook): string[] {
  return [...after].flatMap(([charter, checks]) =>
    checks.flatMap((now) => {
      const was = weightOf(before.get(charter)?.find(({ code }) => code === now.code));
      const said = foretold.get(charter)?.find(({ code }) => code === now.code);
      const wrong =
        was <= INFORMS
          ? words(said) !== words(weightOf(now) > INFORMS ? now : undefined)
          : (weightOf(now) > was && !said) || weightOf(said) > weightOf(now);
      return wrong ? [`${charter}: said ${words(said)}, was ${was}, is ${words(now)}`] : [];
    }),
  );
}

function words(check: Said | undefined): string {
  return check ? JSON.stringify([check.code, check.level, check.variant, check.params]) : 'nothing';
}
