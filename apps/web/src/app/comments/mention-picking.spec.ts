import { MentionPicking } from './mention-picking';

const DENIZ = { id: 'd', code: null, name: 'Deniz Kaya', detail: 'Data Office' };
const HELENE = { id: 'h', code: null, name: 'Helene Brandt', detail: null };

describe('calling people in a comment', () => {
  const asked: string[] = [];
  const picking = () =>
    new MentionPicking((q) => {
      asked.push(q);
      return Promise.resolve([DENIZ, HELENE].filter(({ name }) => name.toLowerCase().startsWith(q.toLowerCase())));
    }, []);
  const settled = () => new Promise((done) => setTimeout(done, 160));
  beforeEach(() => asked.splice(0));

  it('offers people behind an @, also for two words, and not in an address', async () => {
    const people = picking();
    people.typed('Ask @deniz k', 12);
    await settled();
    expect([asked, people.offered()]).toEqual([['deniz k'], [DENIZ]]);
    people.typed('mail@deniz', 10);
    await settled();
    expect(people.offered()).toEqual([]);
  });

  it('puts the name where its beginning was, and knows who is still named in the end', () => {
    const people = picking();
    const first = people.pick(DENIZ, 'Ask @den, please', 8);
    expect(first).toEqual({ text: 'Ask @Deniz Kaya , please', caret: 16 });
    people.pick(HELENE, '@hel', 4);
    expect(people.calledIn('Ask @Deniz Kaya')).toEqual(['d']);
    expect(people.calledIn('@Helene Brandt and @Deniz Kaya')).toEqual(['d', 'h']);
  });

  it('goes round at the ends, and forgets a slow answer to an older question', async () => {
    const people = picking();
    people.typed('@', 1);
    await settled();
    people.move(-1);
    expect(people.active()).toBe(1);
    people.move(1);
    expect(people.active()).toBe(0);
    people.typed('@h', 2);
    people.shut();
    await settled();
    expect(people.offered()).toEqual([]);
  });
});
