import type {
  AuditEvent,
  Comment,
  CommentThread,
  Inbox,
  Mention,
  Mentionable,
  MentionsSeen,
  Page,
  Problem,
} from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { givenStrategyDraft, type GivenStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

const ANCHOR = { quote: 'Why we integrate.', before: '', after: '', block: 0 };

describe('comments on the strategy', () => {
  let api: RunningApi;
  let draft: GivenStrategy;
  let deniz: Client;
  let ruben: Client;
  let cio: Client;
  let denizId: string;

  beforeAll(async () => {
    api = await startApi();
    draft = await givenStrategyDraft(api.owner);
    denizId = await givenUser(api.owner, { roles: ['board_member'], name: 'Deniz Kaya' });
    deniz = await api.signIn(denizId);
    ruben = await api.signIn(await givenUser(api.owner, { roles: ['steward'], name: 'Ruben Castell' }));
    cio = await api.signInAs('cio');
  });
  afterAll(() => api.stop());

  const about = (more: object = {}) => ({ recordType: 'strategy_version', record: '1', chapter: 'purpose', ...more });
  const begin = async (by: Client, text: string, more: object = {}): Promise<CommentThread> => {
    const { status, body } = await by.post<CommentThread>('/comments', about({ text, anchor: ANCHOR, ...more }));
    expect([status, body]).toMatchObject([201, { text }]);
    return body;
  };
  const listed = async (by: Client, state = 'open'): Promise<CommentThread[]> =>
    (await by.get<Page<CommentThread>>(`/comments?recordType=strategy_version&record=v1&state=${state}&pageSize=200`))
      .body.items;

  it('begin a thread at a passage, are answered, settled and taken up again, each with its entry in the trail', async () => {
    const thread = await begin(ruben, 'Which **partners** are meant?');
    expect(thread).toMatchObject({
      createdBy: { name: 'Ruben Castell', external: false },
      record: { id: draft.id, code: 'v1' },
      chapter: 'purpose',
      anchor: ANCHOR,
      resolvedAt: null,
      replies: [],
    });
    const reply = await deniz.post<Comment>(`/comments/${thread.id}/replies`, { text: 'All of them.' });
    expect([reply.status, reply.body.thread]).toEqual([201, thread.id]);
    expect(reply.headers.get('location')).toBe(`/api/v1/comments/${thread.id}`);
    const settled = await cio.post<CommentThread>(`/comments/${thread.id}/resolve`, {}, { version: 2 });
    expect(settled.body).toMatchObject({
      resolvedBy: { name: 'The cio' },
      version: 3,
      replies: [{ text: 'All of them.' }],
    });
    expect((await listed(ruben, 'resolved')).map(({ id }) => id)).toContain(thread.id);
    expect((await listed(ruben)).map(({ id }) => id)).not.toContain(thread.id);
    const late = await ruben.post<Problem>(`/comments/${thread.id}/replies`, { text: 'Wait.' });
    expect([late.status, late.body.rule]).toEqual([409, 'comment-thread-resolved']);
    const again = await cio.post<CommentThread>(`/comments/${thread.id}/reopen`, {}, { version: 3 });
    expect(again.body.resolvedAt).toBeNull();
    const auditor = await api.signInAs('auditor');
    const { body: trail } = await auditor.get<Page<AuditEvent>>('/audit?pageSize=100');
    const actions = trail.items.flatMap(({ action }) => (action.startsWith('comment.') ? [action] : []));
    expect(actions).toEqual(['comment.reopened', 'comment.resolved', 'comment.replied', 'comment.written']);
  });

  it('stand at a principle of that version and nowhere else', async () => {
    const [principle] = draft.principles;
    const at = { chapter: 'principles', principle: principle?.code };
    expect((await begin(ruben, 'To the last subscriber?', at)).principle).toMatchObject({ code: principle?.code });
    const elsewhere = await ruben.post<Problem>('/comments', about({ ...at, chapter: 'purpose', text: 'x' }));
    expect([elsewhere.status, elsewhere.body.errors?.[0]?.pointer]).toEqual([400, '/principle']);
  });

  it.each([
    ['quote-without-chapter', { chapter: undefined, anchor: ANCHOR }],
    ['without-chapters', { recordType: 'charter', record: 'CH-0001', anchor: undefined }],
  ])('are refused in words where they cannot stand: %s', async (code, more) => {
    const answer = await ruben.post<Problem>('/comments', about({ text: 'x', ...more }));
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ pointer: '/chapter', code }]]);
  });

  it('are changed and withdrawn by whoever wrote them, and by nobody else', async () => {
    const { id, version } = await begin(ruben, 'A first thought');
    const other = await cio.patch<Problem>(`/comments/${id}`, { text: 'Mine now' }, { version });
    expect([other.status, other.body.code]).toEqual([403, 'forbidden']);
    expect((await ruben.patch(`/comments/${id}`, { text: 'x' })).status).toBe(428);
    const edited = await ruben.patch<Comment>(`/comments/${id}`, { text: 'A second thought' }, { version });
    expect(edited.body).toMatchObject({ text: 'A second thought', editedAt: expect.any(String), version: 2 });
    const stale = await ruben.patch<Problem>(`/comments/${id}`, { text: 'A third' }, { version });
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
    await deniz.post(`/comments/${id}/replies`, { text: 'Good.' });
    expect((await deniz.delete(`/comments/${id}`, { version: 3 })).status).toBe(403);
    const gone = await ruben.delete<Comment>(`/comments/${id}`, { version: 3 });
    expect([gone.status, gone.body.text, gone.body.withdrawnAt]).toEqual([200, '', expect.any(String)]);
    expect((await listed(cio)).find((thread) => thread.id === id)?.replies).toHaveLength(1);
    expect((await ruben.patch<Problem>(`/comments/${id}`, { text: 'Back' }, { version: 4 })).body.rule).toBe(
      'comment-withdrawn',
    );
  });

  it('leave the list when nothing is left of a thread', async () => {
    const { id, version } = await begin(ruben, 'Never mind');
    await ruben.delete(`/comments/${id}`, { version });
    expect((await listed(ruben)).map((thread) => thread.id)).not.toContain(id);
  });

  it('are settled by who writes the strategy or began the thread; an auditor only reads', async () => {
    const { id, version } = await begin(ruben, 'Settle this');
    const lead = await api.signInAs('lead');
    expect((await lead.post(`/comments/${id}/resolve`, {}, { version })).status).toBe(403);
    expect((await ruben.post(`/comments/${id}/resolve`, {}, { version })).status).toBe(200);
    const twice = await cio.post<Problem>(`/comments/${id}/resolve`, {}, { version: version + 1 });
    expect([twice.status, twice.body.rule]).toEqual([409, 'comment-resolved']);
    const auditor = await api.signInAs('auditor');
    expect((await auditor.get(`/comments/${id}`)).status).toBe(200);
    expect((await auditor.post('/comments', about({ text: 'x' }))).status).toBe(403);
  });

  it('are made once by a double click', async () => {
    const send = () => ruben.post<CommentThread>('/comments', about({ text: 'Once' }), { key: 'comment-once-1' });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.body.id).toBe(other.body.id);
    expect((await listed(ruben)).filter(({ text }) => text === 'Once')).toHaveLength(1);
  });

  it.each([
    ['nothing', ' ', 'empty'],
    ['a text too long', 'x'.repeat(4001), 'too-long'],
    ['hidden characters', 'pay\u202etcefrep', 'hidden-characters'],
  ])('refuse %s and change nothing', async (_what, text, code) => {
    const before = (await listed(ruben)).length;
    const { status, body } = await ruben.post<Problem>('/comments', about({ text }));
    expect([status, body.errors?.[0]]).toEqual([400, expect.objectContaining({ pointer: '/text', code })]);
    expect(await listed(ruben)).toHaveLength(before);
  });

  it('keep markup as the letters it is', async () => {
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) </textarea><script>alert(1)</script>';
    expect((await begin(ruben, text)).text).toBe(text);
  });

  it('call people who may read there, who see it at home until they have looked', async () => {
    const { id } = await begin(ruben, '@Deniz Kaya, what do you say?', { mentions: [denizId, denizId] });
    const inbox = async (): Promise<Mention[]> => (await deniz.get<Inbox>('/inbox')).body.mentions;
    expect(await inbox()).toMatchObject([
      { thread: id, by: { name: 'Ruben Castell' }, record: { code: 'v1' }, seenAt: null },
    ]);
    expect((await deniz.post<MentionsSeen>(`/comments/${id}/seen`)).body).toEqual({ seen: 1 });
    expect(await inbox()).toEqual([]);
    expect((await deniz.get<Page<Mention>>('/comments/mentions')).body).toMatchObject({
      total: 1,
      items: [{ thread: id }],
    });
    const { body: offered } = await ruben.get<Mentionable>(
      '/comments/mentionable?recordType=strategy_version&record=1&chapter=purpose&q=kay',
    );
    expect(offered.items.map(({ name }) => name)).toEqual(['Deniz Kaya']);
  });

  it('call nobody who may not read there', async () => {
    const roleless = await givenUser(api.owner, { name: 'Nobody Yet' });
    const gone = await givenUser(api.owner, { roles: ['champion'], status: 'suspended' });
    for (const mentions of [[roleless], [gone], ['deniz'], ['01900000-0000-7000-8000-000000000000']]) {
      const { status, body } = await ruben.post<Problem>('/comments', about({ text: 'You?', mentions }));
      expect([status, body.errors?.[0]]).toEqual([
        400,
        expect.objectContaining({ pointer: '/mentions/0', code: 'cannot-read-this' }),
      ]);
    }
  });

  it('are never settled over an answer nobody has read: of both at once, one is told', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, version } = await begin(ruben, `Round ${round}`);
      const [answered, settled] = await whileHeld(
        api.owner,
        `SELECT 1 FROM comment WHERE id = '${id}' FOR UPDATE`,
        () => [
          deniz.post(`/comments/${id}/replies`, { text: 'One more thing.' }),
          cio.post(`/comments/${id}/resolve`, {}, { version }),
        ],
      );
      expect([
        [201, 412],
        [409, 200],
      ]).toContainEqual([answered?.status, settled?.status]);
    }
  });

  it('keep their place and their author against the database’s own hands', async () => {
    const { id } = await begin(ruben, 'Guarded');
    const { body: reply } = await deniz.post<Comment>(`/comments/${id}/replies`, { text: 'Yes' });
    const tried = async (sql: string): Promise<string> =>
      api.db.query(sql).then(
        () => 'done',
        (error: { constraint?: string }) => error.constraint ?? String(error),
      );
    expect(await tried(`DELETE FROM comment WHERE id = '${id}'`)).toBe('comment_stays');
    expect(await tried(`UPDATE comment SET created_by = '${denizId}' WHERE id = '${id}'`)).toBe('comment_stays');
    expect(await tried(`UPDATE comment SET chapter = 'resilience' WHERE id = '${id}'`)).toBe('comment_stays');
    expect(await tried(`UPDATE comment SET resolved_at = now() WHERE id = '${id}'`)).toBe(
      'comment_resolved_by_somebody',
    );
    const answer = (root: string) =>
      `INSERT INTO comment (root_id, text, created_by) VALUES ('${root}', 'x', '${denizId}')`;
    expect(await tried(answer(reply.id))).toBe('comment_one_level');
    const nowhere = `INSERT INTO comment (record_type, record_id, text, created_by) VALUES ('charter', new_id(), 'x', '${denizId}')`;
    expect(await tried(nowhere)).toBe('comment_record');
  });
});
