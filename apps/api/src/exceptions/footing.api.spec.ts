import type { Charter, GateAnswer, PrincipleException, StrategyImpact, StrategyVersion } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenCarried } from '../../test/given-decision';
import { dayAhead, HOSTING, LATENCY } from '../../test/given-conditions';
import { type DecidingCompany, givenDecidingCompany, givenReadyCharter } from '../../test/given-proposal';
import { givenRatification } from '../../test/given-strategy';
import { gatesForetold, gatesToday, unforetold } from '../../test/histories/gate-outlook';
import { Random } from '../../test/histories/random';
import { type RunningApi, startApi } from '../../test/start-api';
import { provenBy, tries } from '../../../../tools/proof-figures';
import { CharterDecisionService } from '../charters/charter-decision.service';
import { ExceptionDecisionService } from './exception-decision.service';
import { ExceptionExpiryJob } from './exception-expiry.job';

const HISTORIES = tries({ short: 2, full: 60 });
const STEPS = 22;
const CHARTERS = 4;

/** What a charter was affirmed on: the wording of each principle it cites, and the exceptions it had. */
interface Affirmed {
  wordings: Map<string, string | null>;
  waived: Set<string>;
}

/**
 * Whatever the board ratifies, whichever exceptions end and whatever changes are approved: no approved charter stands on
 * something that has changed under it without an entry in the queue. The judge reads the tables and remembers by itself
 * what each charter was affirmed on; it shares nothing with the triggers that write the queue.
 */
describe('no approved charter loses its footing unnoticed', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let cio: Client;
  let lead: Client;
  const affirmed = new Map<string, Affirmed>();
  const forecasts: { said: string[]; happened: string[] }[] = [];
  const outlooks: { foretold: number; wrong: string[] }[] = [];

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    company = await givenDecidingCompany(api);
    cio = await api.signInAs('cio_office');
    lead = await api.signIn(company.lead);
  });
  afterAll(() => api.stop());

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => api.owner.query<Row[]>(sql, values);

  async function standing(charter: string): Promise<Affirmed> {
    const wordings = await rows<{ id: string; wording: string | null }>(
      `SELECT l.principle_id AS id, (SELECT md5(concat_ws('|', r.title, r.statement, r.rationale, r.decision_table))
                FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
               WHERE r.principle_id = l.principle_id AND v.status = 'in_force') AS wording
         FROM charter_principle l WHERE l.charter_id = $1`,
      [charter],
    );
    const waived = await rows<{ id: string }>(
      `SELECT principle_id AS id FROM principle_exception WHERE charter_id = $1 AND status = 'granted'`,
      [charter],
    );
    return {
      wordings: new Map(wordings.map(({ id, wording }) => [id, wording])),
      waived: new Set(waived.map(({ id }) => id)),
    };
  }

  async function unnoticed(): Promise<string[]> {
    const found: string[] = [];
    for (const [charter, before] of affirmed) {
      const now = await standing(charter);
      const moved = [...before.wordings].some(
        ([id, wording]) => now.wordings.has(id) && now.wordings.get(id) !== wording,
      );
      const ended = [...before.waived].some((id) => !now.waived.has(id));
      const bare = ![...now.wordings.values()].some((wording) => wording !== null);
      const [{ open }] = (await rows<{ open: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM reaffirmation WHERE charter_id = $1 AND settled_at IS NULL) AS open`,
        [charter],
      )) as [{ open: boolean }];
      if ((moved || ended || bare) && !open) found.push(`${charter}: ${JSON.stringify({ moved, ended, bare })}`);
    }
    return found;
  }

  const inForce = async (): Promise<{ id: string; principles: string[] }> => {
    const [row] = await rows<{ id: string; principles: string[] }>(
      `SELECT v.id, ARRAY(SELECT r.principle_id FROM principle_revision r WHERE r.strategy_version_id = v.id ORDER BY 1) AS principles
         FROM strategy_version v WHERE v.status = 'in_force'`,
    );
    return row ?? { id: '', principles: [] };
  };
  const carried = (
    subjectType: 'charter' | 'change_request' | 'exception',
    subjectId: string,
    revision: number | null,
    strategy: string,
  ) =>
    ({
      subjectType,
      subjectId,
      revision,
      strategy,
      title: 'Footing',
      board: company.board.id,
      by: company.secretary,
    }) as const;

  async function approvedCharter(random: Random): Promise<string> {
    const { id: strategy, principles } = await inForce();
    const id = await givenReadyCharter(api, company);
    const cited = principles.filter(() => random.chance(0.6));
    const links = cited.length > 0 ? cited : principles.slice(0, 1);
    await api.owner.transaction(async (tx) => {
      await tx.query('DELETE FROM charter_principle WHERE charter_id = $1', [id]);
      await tx.query(
        `INSERT INTO charter_principle (charter_id, principle_id, how) SELECT $1, p, 'So.' FROM unnest($2::uuid[]) p`,
        [id, links],
      );
      await tx.query(`UPDATE charter SET status = 'submitted', submitted_at = now(), facts = $2 WHERE id = $1`, [
        id,
        JSON.stringify(answers(random)),
      ]);
      await tx.query(`INSERT INTO charter_revision (charter_id, number, content) VALUES ($1, 1, charter_content($1))`, [
        id,
      ]);
      await givenCarried(tx, carried('charter', id, 1, strategy));
      await api.get(CharterDecisionService).approve(tx, id, { decidedUnder: strategy });
    });
    affirmed.set(id, await standing(id));
    return id;
  }

  /** Answers to some of the questions, one of them of the wrong type at times. */
  const answers = (random: Random): Record<string, unknown> => ({
    ...(random.chance(0.7) ? { latencyMs: random.pick([10, 80, 200, 'slow']) } : {}),
    ...(random.chance(0.7) ? { hosting: random.pick(['cloud', 'site']) } : {}),
  });

  /** What a principle decides by, cited or not; now and then nothing any more. */
  const deciding = (random: Random): Record<string, unknown> => ({
    applicability: random.chance(0.3) ? { hosting: random.pick(['"site"', '"cloud"']) } : null,
    decisionTable: random.chance(0.2)
      ? null
      : {
          rules: [
            { when: { latencyMs: random.pick(['> 100', '> 50']) }, outcome: 'exception_required', reason: 'Slow.' },
            {
              when: { hosting: '"site"' },
              outcome: random.pick(['avoid', 'exception_required', 'allow']),
              reason: 'On site.',
            },
          ],
        },
  });

  /** A gate may become stricter or milder with a version. */
  const gates = (random: Random): Record<string, unknown> => {
    const checks = ['FACTS', 'DEVIATION'].filter(() => random.chance(0.6));
    return { gatePolicy: { approve: ['PRINCIPLE', 'KPI', ...checks], go_live: checks }, facts: [LATENCY, HOSTING] };
  };

  /** A version that words, drops or brings back principles, or decides otherwise by them. */
  async function ratify(random: Random): Promise<void> {
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions');
    const at = `/strategy/versions/${draft.number}/principles`;
    let { version, principles } = draft;
    const take = (answer: { body: StrategyVersion | { strategyVersion: StrategyVersion } }): void => {
      const { body } = answer;
      ({ version, principles } = 'strategyVersion' in body ? body.strategyVersion : body);
    };
    if (random.chance(0.5) || draft.facts.length === 0)
      take(await cio.patch(`/strategy/versions/${draft.number}`, gates(random), { version }));
    for (const { code } of draft.principles) {
      if (random.chance(0.3)) take(await cio.patch(`${at}/${code}`, deciding(random), { version }));
      else if (random.chance(0.3))
        take(await cio.patch(`${at}/${code}`, { rationale: `Said anew ${random.whole(1, 1e9)}.` }, { version }));
      else if (random.chance(0.35) && principles.length > 1)
        take(await cio.delete<StrategyVersion>(`${at}/${code}`, { version }));
    }
    const gone = await rows<{ code: string }>(
      `SELECT code FROM principle WHERE NOT id = ANY ($1::uuid[]) ORDER BY code`,
      [principles.map(({ id }) => id)],
    );
    for (const { code } of gone) if (random.chance(0.5)) take(await cio.post(at, { principle: code }, { version }));
    if (random.chance(0.3))
      take(
        await cio.post(at, { title: `New ${draft.number}`, statement: 'It holds.', ...deciding(random) }, { version }),
      );
    const foretold = await foretell(draft.number);
    const coming = new Map<string, string>([
      ...[...affirmed.keys()].map((id) => [id, 'go_live'] as const),
      [foretold.writing, 'approve'],
    ]);
    const before = await gatesToday(cio, coming);
    const outlook = await gatesForetold(cio, draft.number);
    await givenRatification(api.owner, draft);
    outlooks.push({ foretold: outlook.size, wrong: unforetold(before, outlook, await gatesToday(cio, coming)) });
    forecasts.push({ said: foretold.said, happened: await foretold.happened() });
  }

  /**
   * What the impact of a draft says before it is ratified, and what comes of it: entries of the queue that were not there
   * before, a charter that is still being written and cannot be approved any more, exceptions from nothing.
   */
  async function foretell(
    number: number,
  ): Promise<{ writing: string; said: string[]; happened: () => Promise<string[]> }> {
    const { principles } = await inForce();
    const writing = await givenReadyCharter(api, company);
    await api.owner.query('UPDATE charter SET facts = $2 WHERE id = $1', [
      writing,
      JSON.stringify(answers(new Random(number))),
    ]);
    await api.owner.query('UPDATE charter_principle SET principle_id = $2 WHERE charter_id = $1', [
      writing,
      new Random(number).pick(principles),
    ]);
    const before = new Set(await openEntries());
    const said: string[] = [];
    for (let page = 1, left = 1; left > 0; page += 1) {
      const { body } = await cio.get<StrategyImpact>(`/strategy/versions/${number}/impact?pageSize=200&page=${page}`);
      left = body.total - page * 200;
      for (const { kind, record, reason, principles: about } of body.items) {
        if (kind === 'exception') said.push(`exception ${record.id}`);
        else if (reason === 'no_principle') said.push(`blocked ${record.id}`);
        else for (const { id } of about) said.push(`${record.id} ${reason} ${id}`);
      }
    }
    const happened = async (): Promise<string[]> => {
      const entries = (await openEntries()).filter((entry) => !before.has(entry));
      const barred = await rows<{ id: string }>(
        `SELECT c.id FROM charter c WHERE c.approved_at IS NULL AND c.status = 'draft' AND c.id = ANY ($1::uuid[])`,
        [drafts],
      );
      const blocked: string[] = [];
      for (const { id } of barred) if (!(await citesPrinciple(id))) blocked.push(`blocked ${id}`);
      const idle = await rows<{ id: string }>(
        `SELECT x.id FROM principle_exception x WHERE x.status IN ('draft', 'proposed', 'granted') AND x.principle_id = ANY ($1::uuid[])
            AND NOT EXISTS (SELECT 1 FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
                             WHERE r.principle_id = x.principle_id AND v.status = 'in_force')`,
        [principles],
      );
      // What was still being written has served: fewer to look at next time.
      await api.owner.query(`UPDATE charter SET status = 'withdrawn' WHERE id = ANY ($1::uuid[])`, [drafts]);
      return [...entries, ...blocked, ...idle.map(({ id }) => `exception ${id}`)].sort();
    };
    // Only what had a footing can lose it.
    const drafts: string[] = [];
    for (const { id } of await rows<{ id: string }>(
      `SELECT id FROM charter WHERE approved_at IS NULL AND status = 'draft'`,
    ))
      if (await citesPrinciple(id)) drafts.push(id);
    const fresh = said.filter((entry) => !before.has(entry)).sort();
    return { writing, said: fresh, happened };
  }

  const openEntries = async (): Promise<string[]> =>
    (
      await rows<{ entry: string }>(
        `SELECT concat_ws(' ', charter_id, cause, principle_id) AS entry FROM reaffirmation
          WHERE settled_at IS NULL AND cause IN ('principle_left', 'principle_revised')`,
      )
    ).map(({ entry }) => entry);

  /** As the gate says it. */
  async function citesPrinciple(charter: string): Promise<boolean> {
    const { body } = await cio.get<GateAnswer>(`/charters/${charter}/gate?for=approve`);
    return body.checks.some(({ code, passed }) => code === 'PRINCIPLE' && passed);
  }

  async function grant(random: Random, charter: string): Promise<void> {
    const { id: strategy, principles } = await inForce();
    const wanted = {
      category: 'business',
      justification: 'So.',
      compensatingControl: 'So.',
      expiresOn: await dayAhead(api, 90),
    };
    const { status, body } = await lead.post<PrincipleException>('/exceptions', {
      ...wanted,
      principle: random.pick(principles),
      charter,
    });
    if (status !== 201) return;
    await lead.post(`/exceptions/${body.code}/propose`);
    await api.owner.transaction(async (tx) => {
      await tx.query(`UPDATE proposal SET status = 'withdrawn', closed_at = now() WHERE exception_id = $1`, [body.id]);
      await givenCarried(tx, carried('exception', body.id, null, strategy));
      await api.get(ExceptionDecisionService).grant(tx, body.id);
    });
    affirmed.get(charter)?.waived.add(body.principle.id);
  }

  async function endException(random: Random): Promise<void> {
    const granted = await rows<{ id: string }>(
      `SELECT id FROM principle_exception WHERE status = 'granted' ORDER BY id`,
    );
    if (granted.length === 0) return;
    const { id } = random.pick(granted);
    if (random.chance(0.5)) {
      await cio.post(`/exceptions/${id}/revoke`, { reason: 'Over.' });
      return;
    }
    await api.owner.transaction(async (tx) => {
      await tx.query('ALTER TABLE principle_exception DISABLE TRIGGER USER');
      await tx.query(
        `UPDATE principle_exception SET granted_on = current_date - 99, expires_on = current_date - 2 WHERE id = $1`,
        [id],
      );
      await tx.query('ALTER TABLE principle_exception ENABLE TRIGGER USER');
    });
    await api.get(ExceptionExpiryJob).expireDue();
  }

  /** A change the board approves: other principles, some of which may have left the strategy. */
  async function change(random: Random, charter: string): Promise<void> {
    const { id: strategy, principles } = await inForce();
    const [first = '', ...others] = principles;
    const kept = [...(await standing(charter)).wordings.keys()].filter(() => random.chance(0.5));
    const cited = [...new Set([first, ...kept, ...others.filter(() => random.chance(0.4))])].toSorted();
    const [row] = await rows<{ id: string; revision: number }>(
      `INSERT INTO change_request (charter_id, number, reason, content, base, base_version)
       SELECT c.id, (SELECT count(*) + 1 FROM change_request r WHERE r.charter_id = c.id), 'So.',
              charter_content(c.id) || jsonb_build_object('principles',
                (SELECT jsonb_agg(jsonb_build_object('principle', p, 'how', 'Anew.')) FROM unnest($2::uuid[]) p)),
              charter_content(c.id), c.version
         FROM charter c WHERE c.id = $1
       RETURNING id, (SELECT c.revision + 1 FROM charter c WHERE c.id = $1) AS revision`,
      [charter, cited],
    );
    if (!row) throw new Error('No change was asked for.');
    await api.owner.transaction(async (tx) => {
      await givenCarried(tx, carried('change_request', row.id, row.revision, strategy));
      await api.get(CharterDecisionService).applyChange(tx, row.id, { decidedUnder: strategy });
    });
    const before = affirmed.get(charter);
    const now = await standing(charter);
    // A principle that had left and is still cited was affirmed as it stood before, and goes on waiting.
    const open = await rows<{ id: string }>(
      `SELECT principle_id AS id FROM reaffirmation WHERE charter_id = $1 AND settled_at IS NULL AND cause = 'principle_left'`,
      [charter],
    );
    for (const { id } of open) now.wordings.set(id, before?.wordings.get(id) ?? 'gone');
    affirmed.set(charter, now);
  }

  async function reaffirm(charter: string): Promise<void> {
    const { status } = await lead.post<Charter>(`/charters/${charter}/reaffirm`, { note: 'It holds.' });
    if (status === 200) affirmed.set(charter, await standing(charter));
  }

  async function step(random: Random, charters: readonly string[]): Promise<string> {
    const charter = random.pick(charters);
    const { name, run } = random.weighed([
      { name: 'ratify', weight: 3, run: () => ratify(random) },
      { name: 'grant', weight: 4, run: () => grant(random, charter) },
      { name: 'end', weight: 3, run: () => endException(random) },
      { name: 'change', weight: 3, run: () => change(random, charter) },
      { name: 'reaffirm', weight: 4, run: () => reaffirm(charter) },
    ]);
    await run();
    return name;
  }

  it('in random histories of ratifications, exceptions and changes', async () => {
    let steps = 0;
    for (let history = 0; history < HISTORIES; history += 1) {
      const seed = 20_261_122 + history;
      const random = new Random(seed);
      affirmed.clear();
      const charters: string[] = [];
      while (charters.length < CHARTERS) charters.push(await approvedCharter(random));
      const log: string[] = [];
      for (let at = 0; at < STEPS; at += 1) {
        log.push(await step(random, charters));
        expect({ seed, log, unnoticed: await unnoticed() }).toEqual({ seed, log, unnoticed: [] });
        for (const { said, happened } of forecasts.slice(-1))
          expect({ seed, log, said }).toEqual({ seed, log, said: happened });
        for (const { wrong } of outlooks.slice(-1)) expect({ seed, log, wrong }).toEqual({ seed, log, wrong: [] });
        steps += 1;
      }
    }
    // A history in which nothing happens shows nothing.
    const [seen] = await rows<{ causes: string[]; ends: string[] }>(
      `SELECT array_agg(DISTINCT cause ORDER BY cause) AS causes,
              array_agg(DISTINCT settled_how ORDER BY settled_how) FILTER (WHERE settled_how IS NOT NULL) AS ends FROM reaffirmation`,
    );
    expect(seen).toEqual({
      causes: ['exception_ended', 'principle_left', 'principle_revised'],
      ends: ['back', 'change_request', 'reaffirmed'],
    });
    const gatesTold = outlooks.reduce((sum, { foretold }) => sum + foretold, 0);
    expect(gatesTold).toBeGreaterThan(0);
    provenBy({
      promise: 'the impact of a draft',
      tried: `${forecasts.length} ratifications in these histories: entries of the queue, exceptions, charters that cannot be approved, and what FACTS and DEVIATION say at the next gate, asked before and after`,
      found: `what was foretold came, and nothing else; ${forecasts.reduce((sum, { said }) => sum + said.length, 0)} effects and ${gatesTold} gates foretold`,
    });
    provenBy({
      promise: 'REAFFIRM',
      tried: `${HISTORIES} random histories, ${steps} steps: ratifications, exceptions granted and ended, changes, re-affirmations`,
      found: 'no approved charter without footing and without an entry in the queue',
    });
  });

  it('and the judge notices when the queue is not written', async () => {
    affirmed.clear();
    const random = new Random(7);
    await approvedCharter(random);
    await api.owner.query('ALTER TABLE strategy_version DISABLE TRIGGER strategy_version_unsettles');
    for (let tried = 0; tried < 5 && (await unnoticed()).length === 0; tried += 1) await ratify(random);
    await api.owner.query('ALTER TABLE strategy_version ENABLE TRIGGER strategy_version_unsettles');
    expect(await unnoticed()).toHaveLength(1);
    // What was foretold did not come.
    expect(forecasts.some(({ said, happened }) => said.length > happened.length)).toBe(true);
  });
});
