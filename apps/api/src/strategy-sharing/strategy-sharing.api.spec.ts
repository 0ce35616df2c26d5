import type {
  CommentThread,
  Mention,
  Mentionable,
  OpenedStrategy,
  Page,
  Problem,
  SectionOpening,
  SectionOpenings,
} from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { givenOutsider } from '../../test/given-comments';
import { givenRatification, givenStrategyDraft, type GivenStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

describe('chapters of the strategy that are open to people outside', () => {
  let api: RunningApi;
  let draft: GivenStrategy;
  let cio: Client;
  let guest: Client;
  let guestId: string;
  let partyId: string;

  beforeAll(async () => {
    api = await startApi();
    draft = await givenStrategyDraft(api.owner);
    cio = await api.signInAs('cio');
    ({ id: guestId, partyId } = await givenOutsider(api.owner, { name: 'Pia Wren' }));
    guest = await api.signIn(guestId);
  });
  afterAll(() => api.stop());

  const at = (chapter: string) => `/strategy/versions/1/sections/${chapter}/openings`;
  const openings = async (): Promise<SectionOpening[]> =>
    (await cio.get<SectionOpenings>('/strategy/versions/1/openings')).body.items;
  /** Opens to exactly these, whatever stood before. */
  const open = async (chapter: string, to: { parties?: string[]; people?: string[] }): Promise<void> => {
    const { version = 0 } = (await openings()).find((one) => one.chapter === chapter) ?? {};
    expect((await cio.put(at(chapter), to, { version })).status).toBe(200);
  };
  const said = (chapter: string, text = 'From outside') => ({
    recordType: 'strategy_version',
    record: '1',
    chapter,
    text,
  });

  it('are none by default, and then exactly those that were opened, to the party or the person', async () => {
    expect((await guest.get<OpenedStrategy>('/opened-strategy')).body).toEqual({ items: [] });
    await open('purpose', { parties: [partyId] });
    await open('principles', { people: [guestId] });
    const { body } = await guest.get<OpenedStrategy>('/opened-strategy');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ number: 1, status: 'draft' });
    expect(body.items[0]?.chapters).toEqual([
      { chapter: 'purpose', text: 'Why we integrate.', principles: [] },
      {
        chapter: 'principles',
        text: '',
        principles: draft.principles.map(({ code }) => expect.objectContaining({ code })),
      },
    ]);
    const other = await api.signIn((await givenOutsider(api.owner, { party: 'Harbour Systems' })).id);
    expect((await other.get<OpenedStrategy>('/opened-strategy')).body.items).toEqual([]);
    await open('principles', {});
    expect((await guest.get<OpenedStrategy>('/opened-strategy')).body.items[0]?.chapters).toHaveLength(1);
  });

  it('are commented on by outsiders, who see what is said there and nowhere else', async () => {
    await open('purpose', { parties: [partyId] });
    const champion = await api.signInAs('champion');
    const inside = await champion.post<CommentThread>('/comments', said('resilience', 'Among us'));
    const { body: thread } = await champion.post<CommentThread>('/comments', said('purpose', 'For all'));
    expect((await guest.post('/comments', said('purpose'))).status).toBe(201);
    const reply = await guest.post<{ createdBy: object }>(`/comments/${thread.id}/replies`, { text: 'Thank you.' });
    expect(reply.body.createdBy).toEqual({ id: guestId, code: null, name: 'Pia Wren', external: true });
    const seen = await guest.get<Page<CommentThread>>('/comments?recordType=strategy_version&record=1');
    expect([seen.body.total, [...new Set(seen.body.items.map(({ chapter }) => chapter))]]).toEqual([2, ['purpose']]);
    expect(JSON.stringify(seen.body)).not.toContain('@example.org');
    for (const path of [`/comments/${inside.body.id}`, `/comments/${inside.body.id}/nothing`])
      expect((await guest.get(path)).status).toBe(404);
    expect((await guest.post(`/comments/${inside.body.id}/replies`, { text: 'x' })).status).toBe(404);
    for (const body of [said('resilience'), { recordType: 'strategy_version', record: '1', text: 'The whole' }]) {
      const refused = await guest.post<Problem>('/comments', body);
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    }
  });

  it('are all that outsiders read: every other door stays shut', async () => {
    const { body: thread } = await cio.post<CommentThread>('/comments', said('purpose', 'Settle?'));
    const doors = [
      '/strategy',
      '/strategy/versions',
      '/strategy/versions/1',
      '/strategy/versions/1/openings',
      '/principles',
      `/principles/${draft.principles[0]?.code}`,
      '/drivers',
      '/capabilities',
      '/mandates',
      '/exceptions',
      '/users',
      '/inbox',
      '/audit',
    ];
    for (const door of doors) expect([door, (await guest.get(door)).status]).toEqual([door, 403]);
    expect((await guest.put(at('purpose'), {}, { version: 1 })).status).toBe(403);
    expect((await guest.post(`/comments/${thread.id}/resolve`, {}, { version: thread.version })).status).toBe(403);
    expect((await cio.get('/opened-strategy')).status).toBe(403);
  });

  it('shut again for what was said there, too, and for calls that lead there', async () => {
    await open('purpose', { people: [guestId] });
    const mentions = [guestId];
    const { body: thread } = await cio.post<CommentThread>('/comments', { ...said('purpose', '@Pia Wren?'), mentions });
    const called = async (): Promise<number> => (await guest.get<Page<Mention>>('/comments/mentions')).body.total;
    expect(await called()).toBe(1);
    const { body: mine } = await guest.post<CommentThread>('/comments', said('purpose', 'Mine'));
    await open('purpose', {});
    expect(await called()).toBe(0);
    expect((await guest.get(`/comments/${thread.id}`)).status).toBe(404);
    expect((await guest.patch(`/comments/${mine.id}`, { text: 'x' }, { version: 1 })).status).toBe(404);
    expect((await guest.get('/comments?recordType=strategy_version&record=1')).status).toBe(404);
    const refused = await cio.post<Problem>('/comments', { ...said('purpose', 'Still?'), mentions });
    expect([refused.status, refused.body.errors?.[0]?.code]).toEqual([400, 'cannot-read-this']);
  });

  it('offer an outsider those who spoke there, not everybody in the company', async () => {
    await open('governance', { people: [guestId] });
    await givenUser(api.owner, { roles: ['champion'], name: 'Silent Colleague' });
    const ask = async (by: Client): Promise<string[]> =>
      (
        await by.get<Mentionable>('/comments/mentionable?recordType=strategy_version&record=1&chapter=governance')
      ).body.items.map(({ name }) => name);
    expect(await ask(guest)).toEqual(['The cio']);
    expect(await ask(cio)).toEqual(expect.arrayContaining(['Pia Wren', 'Silent Colleague']));
  });

  it('are opened by the CIO office, to outsiders, over what it has read', async () => {
    const champion = await api.signInAs('champion');
    expect((await champion.put(at('alignment'), { parties: [partyId] }, { version: 0 })).status).toBe(403);
    expect((await cio.put(at('alignment'), { parties: [partyId] })).status).toBe(428);
    expect((await cio.put(at('weights'), {}, { version: 0 })).status).toBe(404);
    const insider = await givenUser(api.owner, { roles: ['champion'] });
    const refused = await cio.put<Problem>(at('alignment'), { people: [insider] }, { version: 0 });
    expect([refused.status, refused.body.rule]).toEqual([409, 'section-opened-to-outsiders']);
    expect((await openings()).find(({ chapter }) => chapter === 'alignment')).toMatchObject({
      version: 0,
      parties: [],
    });
    const answers = await whileHeld(api.owner, 'LOCK TABLE section_opening IN SHARE MODE', () => [
      cio.put(at('alignment'), { parties: [partyId] }, { version: 0 }),
      cio.put(at('alignment'), { people: [guestId] }, { version: 0 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('do not open in the draft that is copied from it', async () => {
    await open('resilience', { people: [guestId] });
    await givenRatification(api.owner, draft);
    expect((await cio.post('/strategy/versions')).status).toBe(201);
    const { body: copied } = await cio.get<SectionOpenings>('/strategy/versions/2/openings');
    expect(copied.items.flatMap(({ people, parties }) => [...people, ...parties])).toEqual([]);
    const { body } = await guest.get<OpenedStrategy>('/opened-strategy');
    expect(body.items.map(({ number }) => number)).toEqual([1]);
  });
});
