import type {
  Charter,
  Decision,
  ExceptionProposed,
  GateAnswer,
  Inbox,
  Page,
  Principle,
  PrincipleException,
  Reaffirmation,
  StrategyImpact,
  StrategyVersion,
} from '@sightline/contracts';
import type { Client } from '../../test/client';
import { dayAhead, givenNextVersion, TABLE } from '../../test/given-conditions';
import { allApprove, type DecidingCompany, givenDecidingCompany, givenReadyCharter } from '../../test/given-proposal';
import { givenRatification } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { ExceptionExpiryJob } from './exception-expiry.job';

const NEEDS_ONE = { hosting: 'site', latencyMs: 120, regulated: true };
const WORDS = {
  category: 'technical',
  justification: 'The plant has no line fast enough.',
  compensatingControl: 'A second line by spring.',
};

describe('an exception from a principle', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let cio: Client;
  let lead: Client;
  let secretary: Client;
  let principle: string;
  let inAYear: string;

  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
    cio = await api.signInAs('cio_office');
    [lead, secretary] = await Promise.all([api.signIn(company.lead), api.signIn(company.secretary)]);
    const { principles } = await givenNextVersion(api, cio, { decisionTable: TABLE });
    principle = principles[0]?.code ?? '';
    inAYear = await dayAhead(api, 360);
  });
  afterAll(() => api.stop());

  const charterOf = async (id: string): Promise<Charter> => (await lead.get<Charter>(`/charters/${id}`)).body;
  const answered = async (facts: object = NEEDS_ONE): Promise<Charter> => {
    const { version, id } = await charterOf(await givenReadyCharter(api, company));
    const { status, body } = await lead.patch<Charter>(`/charters/${id}`, { facts }, { version });
    expect(status).toBe(200);
    return body;
  };
  const checked = async (id: string, code: string, transition = 'approve') => {
    const { body } = await lead.get<GateAnswer>(`/charters/${id}/gate?for=${transition}`);
    return body.checks.find((check) => check.code === code);
  };
  const drafted = async (charter: string, more: object = {}): Promise<PrincipleException> => {
    const body = { principle, charter, ...WORDS, expiresOn: inAYear, ...more };
    const answer = await lead.post<PrincipleException>('/exceptions', body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const proposed = async (code: string | null): Promise<string> => {
    const { status, body } = await lead.post<ExceptionProposed>(`/exceptions/${code}/propose`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.proposal.code;
  };
  const close = (proposal: string) =>
    secretary.send<{ decision: Decision }>('POST', `/proposals/${proposal}/close`, { rationale: 'Weighed.' });
  const decided = async (proposal: string): Promise<void> => {
    await allApprove(api, company, proposal);
    const { status, body } = await close(proposal);
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  const granted = async (charter: string, more: object = {}): Promise<PrincipleException> => {
    const { code } = await drafted(charter, more);
    await decided(await proposed(code));
    return (await lead.get<PrincipleException>(`/exceptions/${code}`)).body;
  };
  const submitted = async (id: string): Promise<string> =>
    (await lead.post<{ proposal: { code: string } }>(`/charters/${id}/submit`)).body.proposal.code;
  const approved = async (): Promise<{ charter: Charter; exception: PrincipleException }> => {
    const { id } = await answered();
    const exception = await granted(id);
    await decided(await submitted(id));
    return { charter: await charterOf(id), exception };
  };
  /** The owner of the tables sets an exception back in time, whatever the guards say. */
  const lasting = async (id: string, until: number): Promise<void> => {
    await api.owner.transaction(async (tx) => {
      await tx.query('ALTER TABLE principle_exception DISABLE TRIGGER USER');
      await tx.query(
        `UPDATE principle_exception SET granted_on = current_date - 100, expires_on = $2::date WHERE id = $1`,
        [id, await dayAhead(api, until)],
      );
      await tx.query('ALTER TABLE principle_exception ENABLE TRIGGER USER');
    });
  };
  const queue = async (id: string): Promise<string[]> => {
    const { body } = await lead.get<Page<Reaffirmation>>(`/reaffirmations?charter=${id}`);
    return body.items.map(({ cause }) => cause);
  };

  it('is what a charter needs that deviates; proposed it may wait, granted it opens the gate', async () => {
    const bare = await givenReadyCharter(api, company);
    expect(await checked(bare, 'FACTS')).toMatchObject({
      passed: false,
      level: 'blocker',
      variant: 'missing',
      fix: { field: 'facts' },
    });
    const { id, code } = await answered();
    expect(await checked(id, 'FACTS')).toMatchObject({ passed: true });
    expect(await checked(id, 'DEVIATION')).toMatchObject({
      passed: false,
      level: 'blocker',
      variant: 'needed',
      params: { principles: [principle] },
    });
    const exception = await drafted(code ?? '');
    expect(exception).toMatchObject({ status: 'draft', principle: { code: principle }, charter: { code }, renewal: 0 });
    expect((await charterOf(id)).exceptions).toMatchObject([{ exception: { code: exception.code }, cited: true }]);
    const ofException = await proposed(exception.code);
    expect(await checked(id, 'DEVIATION', 'submit')).toMatchObject({ level: 'warning', variant: 'awaiting' });
    expect(await checked(id, 'DEVIATION')).toMatchObject({ level: 'blocker', variant: 'awaiting' });
    const ofCharter = await submitted(id);
    await allApprove(api, company, ofCharter);
    expect((await close(ofCharter)).body).toMatchObject({ code: 'gate-blocked' });
    await decided(ofException);
    expect(await checked(id, 'DEVIATION')).toMatchObject({ passed: true, variant: 'title-excused' });
    expect((await close(ofCharter)).body.decision.outcome).toBe('approved');
    const decision = await lead.get<PrincipleException>(`/exceptions/${exception.code}`);
    expect(decision.body).toMatchObject({
      status: 'granted',
      holdsUntil: inAYear,
      decision: { name: expect.stringContaining(principle) as string },
    });
    const { body } = await lead.get<Principle>(`/principles/${principle}`);
    expect(body.waivers).toMatchObject({ granted: 1, active: 1, charters: 1, needsReview: false });
  });

  it('is not needed where the principle only advises; a reason is then read by the board', async () => {
    const { id, version } = await answered({ ...NEEDS_ONE, latencyMs: 10 });
    expect(await checked(id, 'DEVIATION')).toMatchObject({ passed: false, level: 'warning', variant: 'avoid' });
    const reason = { deviations: [{ principle, reason: 'The plant is far away.' }] };
    const { body } = await lead.put<Charter>(`/charters/${id}/deviations`, reason, { version });
    expect(body.deviations).toMatchObject([{ principle: { code: principle }, reason: 'The plant is far away.' }]);
    expect(await checked(id, 'DEVIATION')).toMatchObject({ level: 'warning', variant: 'avoid-explained' });
    expect(
      (await lead.refused('PATCH', `/charters/${id}`, { facts: { latency: 1 } }, { version: body.version })).body
        .errors,
    ).toMatchObject([{ pointer: '/facts/latency', code: 'unknown-fact' }]);
    expect(
      (await lead.refused('PATCH', `/charters/${id}`, { facts: { latencyMs: 'fast' } }, { version: body.version }))
        .status,
    ).toBe(400);
  });

  it('lasts twelve months at most, is one at a time, and stays as it was proposed', async () => {
    const { id } = await answered();
    const body = { principle, charter: id, ...WORDS, expiresOn: await dayAhead(api, 400) };
    expect((await lead.refused('POST', '/exceptions', body)).body.errors).toMatchObject([
      { pointer: '/expiresOn', code: 'expiry-too-late' },
    ]);
    expect((await lead.refused('POST', '/exceptions', { ...body, expiresOn: '2020-01-01' })).status).toBe(400);
    const { code, version } = await drafted(id);
    expect((await lead.refused('POST', '/exceptions', { ...body, expiresOn: inAYear })).body.rule).toBe(
      'exception-open',
    );
    expect((await lead.patch(`/exceptions/${code}`, { justification: 'Better.' }, { version })).status).toBe(200);
    await proposed(code);
    expect(
      (await lead.refused('PATCH', `/exceptions/${code}`, { justification: 'Else.' }, { version: version + 2 })).status,
    ).toBe(409);
    expect((await lead.refused('POST', `/exceptions/${code}/propose`)).body.rule).toBe('exception-only-draft');
    const stranger = await api.signInAs('project_lead');
    expect((await stranger.refused('POST', '/exceptions', body)).status).toBe(403);
    expect((await lead.refused('POST', `/exceptions/${code}/revoke`, { reason: 'So.' })).status).toBe(403);
    const other = await answered();
    const put = await lead.refused(
      'PUT',
      `/charters/${other.id}/exceptions`,
      { exceptions: [code] },
      { version: other.version },
    );
    expect(put.body.rule).toBe('exception-of-another-charter');
  });

  it('is not voted on by who reworded it', async () => {
    const { code: charter } = await answered();
    const { code, version } = await drafted(charter ?? '');
    const [editor = ''] = company.members;
    await api.owner.query(`UPDATE app_user SET roles = array_append(roles, 'cio_office') WHERE id = $1`, [editor]);
    const member = await api.signIn(editor);
    const reworded = await member.patch(`/exceptions/${code}`, { justification: 'Said better.' }, { version });
    expect(reworded.status).toBe(200);
    const proposal = await proposed(code);
    const { snapshotHash } = (await member.get<{ snapshotHash: string }>(`/proposals/${proposal}`)).body;
    const { body } = await member.put(`/proposals/${proposal}/vote`, { choice: 'approve', snapshotHash });
    expect(body).toMatchObject({ status: 403, params: { whyNot: 'conflicted', conflict: 'editor' } });
    await api.owner.query(`UPDATE app_user SET roles = array_remove(roles, 'cio_office') WHERE id = $1`, [editor]);
  });

  it('is granted by a decision and nothing else, for the application’s own role', async () => {
    const { id } = await drafted((await answered()).id);
    await expect(
      api.db.transaction(async (tx) => {
        await tx.query(`UPDATE principle_exception SET status = 'proposed', proposed_on = current_date WHERE id = $1`, [
          id,
        ]);
        await tx.query(
          `UPDATE principle_exception SET status = 'granted', granted_at = now(), granted_on = current_date WHERE id = $1`,
          [id],
        );
      }),
    ).rejects.toMatchObject({ constraint: 'exception_by_decision' });
    await expect(
      api.db.query(`UPDATE principle_exception SET status = 'expired', ended_at = now() WHERE id = $1`, [id]),
    ).rejects.toThrow();
    const { exception } = await approved();
    await expect(
      api.db.query(`UPDATE principle_exception SET expires_on = expires_on + 30 WHERE id = $1`, [exception.id]),
    ).rejects.toMatchObject({ constraint: 'exception_frozen' });
  });

  it('ends on its day: the charter awaits re-affirmation, and is affirmed once it has another', async () => {
    const { charter, exception } = await approved();
    const job = api.get(ExceptionExpiryJob);
    await lasting(exception.id, 0);
    expect(await job.expireDue()).toBe(0);
    await lasting(exception.id, -1);
    expect(await checked(charter.id, 'DEVIATION')).toMatchObject({ passed: false, variant: 'needed' });
    expect((await Promise.all([job.expireDue(), job.expireDue()])).toSorted()).toEqual([0, 1]);
    expect(await queue(charter.id)).toEqual(['exception_ended']);
    expect(await checked(charter.id, 'REAFFIRM', 'go_live')).toMatchObject({ passed: false, level: 'blocker' });
    const note = { note: 'It still holds.' };
    expect((await lead.refused('POST', `/charters/${charter.id}/reaffirm`, note)).body.code).toBe('gate-blocked');
    await granted(charter.id);
    const affirmed = await lead.post<Charter>(`/charters/${charter.id}/reaffirm`, note);
    expect(affirmed.body).toMatchObject({ status: 'approved', reaffirmations: [] });
    expect(await queue(charter.id)).toEqual([]);
    expect((await lead.refused('POST', `/charters/${charter.id}/reaffirm`, note)).body.rule).toBe(
      'nothing-to-reaffirm',
    );
  });

  it('is kept by a renewal proposed in time, up to 30 days, and followed by it without a gap', async () => {
    const { charter, exception } = await approved();
    const renewed = await lead.post<PrincipleException>(`/exceptions/${exception.code}/renew`, { expiresOn: inAYear });
    expect(renewed.body).toMatchObject({
      renewal: 1,
      renews: { code: exception.code },
      justification: WORDS.justification,
    });
    const proposal = await proposed(renewed.body.code);
    await api.owner.query('ALTER TABLE principle_exception DISABLE TRIGGER USER');
    await api.owner.query(`UPDATE principle_exception SET proposed_on = current_date - 10 WHERE id = $1`, [
      renewed.body.id,
    ]);
    await api.owner.query('ALTER TABLE principle_exception ENABLE TRIGGER USER');
    await lasting(exception.id, -5);
    const job = api.get(ExceptionExpiryJob);
    expect(await job.expireDue()).toBe(0);
    expect(await checked(charter.id, 'DEVIATION')).toMatchObject({ passed: true });
    await decided(proposal);
    expect((await lead.get<PrincipleException>(`/exceptions/${exception.code}`)).body).toMatchObject({
      status: 'expired',
      renewedBy: { status: 'granted' },
    });
    expect(await queue(charter.id)).toEqual([]);
    const again = await lead.post<PrincipleException>(`/exceptions/${renewed.body.code}/renew`, { expiresOn: inAYear });
    await decided(await proposed(again.body.code));
    expect((await lead.get<Principle>(`/principles/${principle}`)).body.waivers.needsReview).toBe(true);
    const third = await lead.post<PrincipleException>(`/exceptions/${again.body.code}/renew`, { expiresOn: inAYear });
    const late = await proposed(third.body.code);
    await lasting(again.body.id, -31);
    await secretary.post(`/proposals/${late}/return`, { reason: 'Too late.' });
    expect(await queue(charter.id)).toEqual(['exception_ended']);
  });

  it('is revoked with a reason, which unsettles its charter', async () => {
    const { charter, exception } = await approved();
    const { body } = await cio.post<PrincipleException>(`/exceptions/${exception.code}/revoke`, {
      reason: 'The line is there.',
    });
    expect(body).toMatchObject({ status: 'revoked', endReason: 'The line is there.' });
    expect(await queue(charter.id)).toEqual(['exception_ended']);
    expect((await cio.refused('POST', `/exceptions/${exception.code}/revoke`, { reason: 'Again.' })).status).toBe(409);
  });

  it('holds for an approval that comes first, and not for one that comes after its end', async () => {
    for (const first of ['approval', 'expiry'] as const) {
      const { id } = await answered();
      const exception = await granted(id);
      const proposal = await submitted(id);
      await allApprove(api, company, proposal);
      const job = api.get(ExceptionExpiryJob);
      if (first === 'expiry') await lasting(exception.id, -1);
      const [closing] = await Promise.all([close(proposal), first === 'expiry' ? job.expireDue() : null]);
      expect(closing.status).toBe(first === 'approval' ? 200 : 409);
      if (first === 'approval') await lasting(exception.id, -1);
      await job.expireDue();
      expect(await queue(id)).toEqual(first === 'approval' ? ['exception_ended'] : []);
    }
  });

  it('is not granted any more once its principle has left, as the impact of the draft foretold', async () => {
    const { id } = await answered();
    const exception = await drafted(id);
    const proposal = await proposed(exception.code);
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions');
    const at = `/strategy/versions/${draft.number}`;
    await cio.delete(`${at}/principles/${principle}`, { version: draft.version });
    const { body: impact } = await cio.get<StrategyImpact>(`${at}/impact?kind=proposal&pageSize=200`);
    expect(impact.items.find(({ record }) => record.id === exception.id)).toMatchObject({
      ...{ kind: 'exception', status: 'proposed', reason: 'principle_left', proposal: { code: proposal } },
    });
    await givenRatification(api.owner, draft);
    await allApprove(api, company, proposal);
    expect((await close(proposal)).body).toMatchObject({ rule: 'exception-principle-not-in-force' });
    expect((await secretary.get(`/proposals/${proposal}`)).body).toMatchObject({ status: 'open' });
  });
});

describe('what changes elsewhere', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let cio: Client;
  let lead: Client;
  let secretary: Client;

  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
    cio = await api.signInAs('cio_office');
    [lead, secretary] = await Promise.all([api.signIn(company.lead), api.signIn(company.secretary)]);
  });
  afterAll(() => api.stop());

  const approved = async (): Promise<string> => {
    const id = await givenReadyCharter(api, company);
    const { body } = await lead.post<{ proposal: { code: string } }>(`/charters/${id}/submit`);
    await allApprove(api, company, body.proposal.code);
    await secretary.post(`/proposals/${body.proposal.code}/close`, { rationale: 'Yes.' });
    return id;
  };
  const open = async (id: string): Promise<string[]> =>
    (await lead.get<Charter>(`/charters/${id}`)).body.reaffirmations.map(
      ({ cause, about }) => `${cause} ${about.name}`,
    );

  it('to a principle unsettles the charters that cite it: worded anew it is affirmed, gone it is replaced', async () => {
    const [first, second] = company.strategy.principles.map(({ code }) => code);
    const id = await approved();
    await givenNextVersion(api, cio, {});
    expect(await open(id)).toEqual([]);
    await givenNextVersion(api, cio, { rationale: 'Said anew.' });
    expect(await open(id)).toEqual([`principle_revised ${first}`]);
    const other = await api.signInAs('project_lead');
    expect((await other.refused('POST', `/charters/${id}/reaffirm`, { note: 'Mine.' })).status).toBe(403);
    expect((await lead.post(`/charters/${id}/reaffirm`, { note: 'It does.' })).status).toBe(200);
    const { body: draft } = await cio.post<{ number: number; version: number; id: string }>('/strategy/versions');
    await cio.send('DELETE', `/strategy/versions/${draft.number}/principles/${first}`, undefined, {
      version: draft.version,
    });
    await givenRatification(api.owner, draft);
    expect(await open(id)).toEqual([`principle_left ${first}`]);
    expect((await lead.refused('POST', `/charters/${id}/reaffirm`, { note: 'It does.' })).body.rule).toBe(
      'reaffirm-needs-change',
    );
    const change = await lead.post<{ proposal: { code: string } }>(`/charters/${id}/change-requests`, {
      reason: 'The principle left.',
      principles: [{ principle: second, how: 'It holds.' }],
    });
    await allApprove(api, company, change.body.proposal.code);
    await secretary.post(`/proposals/${change.body.proposal.code}/close`, { rationale: 'Yes.' });
    expect(await open(id)).toEqual([]);
    const settled = await lead.get<Page<Reaffirmation>>(`/reaffirmations?charter=${id}&status=settled`);
    expect(settled.body.items.map(({ settledHow }) => settledHow).toSorted()).toEqual(['change_request', 'reaffirmed']);
  });

  it('to who answers for it unsettles it too; after sixty days it is before the secretary', async () => {
    company.strategy.principles.shift();
    const id = await approved();
    await api.owner.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [company.sponsor]);
    await api.owner.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [company.itLead]);
    const found = (await lead.get<Charter>(`/charters/${id}`)).body.reaffirmations;
    expect(found.map(({ cause }) => cause)).toEqual(['sponsor_gone', 'lead_gone']);
    const { body } = await cio.get<Page<Reaffirmation>>('/reaffirmations?pageSize=200');
    expect(body.items.filter(({ charter }) => charter.id === id)).toMatchObject([
      { overdue: false },
      { overdue: false },
    ]);
    const secretarysQueue = async (): Promise<Reaffirmation[]> =>
      (await secretary.get<Inbox>('/inbox')).body.reaffirmations.filter(({ charter }) => charter.id === id);
    expect(await secretarysQueue()).toEqual([]);
    await api.owner.query('ALTER TABLE reaffirmation DISABLE TRIGGER USER');
    await api.owner.query(`UPDATE reaffirmation SET raised_at = now() - interval '61 days' WHERE cause = 'lead_gone'`);
    await api.owner.query('ALTER TABLE reaffirmation ENABLE TRIGGER USER');
    expect(await secretarysQueue()).toMatchObject([{ cause: 'lead_gone', overdue: true }]);
    await expect(api.db.query('DELETE FROM reaffirmation')).rejects.toMatchObject({
      constraint: 'reaffirmation_only_grows',
    });
  });
});
