import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { COMMENT_MAX, type CommentThread, type Me } from '@sightline/contracts';
import { siteForSpecs } from '../platform/site-for-specs';
import { CommentPanel } from './comment-panel';
import { CommentStore } from './comment-store';

const LIST = '/api/v1/comments?recordType=strategy_version&record=3&page=1&pageSize=200';
const me = {
  user: { id: 'u1', name: 'Ruben Castell', email: 'r@example.org', kind: 'internal', language: null },
  roles: ['board_member'],
  permissions: {},
  seats: [],
  secretaryOf: [],
  organisation: { name: 'M', currency: 'EUR', timeZone: 'UTC', language: 'en', kind: 'own', strategyInForce: 2 },
  awaiting: 0,
} satisfies Me;
const thread = (id: string, more: Partial<CommentThread> = {}): CommentThread => ({
  id,
  version: 1,
  createdAt: '2026-11-18T10:00:00.000Z',
  createdBy: { id: 'u2', code: null, name: 'Deniz Kaya', external: false },
  updatedAt: '2026-11-18T10:00:00.000Z',
  thread: id,
  text: `Said in ${id}`,
  mentions: [],
  editedAt: null,
  withdrawnAt: null,
  recordType: 'strategy_version',
  record: { id: 'v', code: 'v3', name: '3' },
  chapter: 'purpose',
  principle: null,
  anchor: { quote: 'We build because somebody waits for it.', before: '', after: '', block: 0 },
  resolvedAt: null,
  resolvedBy: null,
  replies: [],
  ...more,
});

describe('what is said beside the text', () => {
  let panel: ComponentFixture<CommentPanel>;
  let http: HttpTestingController;
  let store: CommentStore;
  const says = () => ((panel.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...(panel.nativeElement as HTMLElement).querySelectorAll('button')].find((one) => one.textContent?.includes(name));
  const settled = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((done) => setTimeout(done));
      panel.detectChanges();
    }
  };

  async function open(threads: CommentThread[], blocks: string[]): Promise<void> {
    TestBed.configureTestingModule({ providers: [...siteForSpecs(), CommentStore] });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(CommentStore);
    panel = TestBed.createComponent(CommentPanel);
    panel.detectChanges();
    http.expectOne('/api/v1/me').flush(me);
    store.chapter.set('purpose');
    store.read('purpose', null, blocks);
    void store.load({ recordType: 'strategy_version', record: '3' });
    http.expectOne(LIST).flush({ items: threads, total: threads.length, page: 1, pageSize: 200 });
    await settled();
  }

  it.each([
    ['where it was', ['We build because somebody waits for it.'], null],
    ['elsewhere', ['New.', 'We build because somebody waits for it.'], 'Stands elsewhere by now'],
    ['reworded', ['We build it because somebody really waits for it.'], 'was reworded since'],
    ['gone', ['Nothing of the kind.'], 'is gone from the text'],
  ])('says of a passage that it is %s, and shows its words', async (_what, blocks, said) => {
    await open([thread('t1')], blocks);
    expect(says()).toContain('We build because somebody waits for it.');
    if (said) expect(says()).toContain(said);
    else expect(says()).not.toMatch(/elsewhere|reworded|gone/);
  });

  it('folds what is settled, and says how much is open', async () => {
    await open(
      [thread('t1'), thread('t2', { resolvedAt: '2026-11-19T10:00:00.000Z', resolvedBy: me.user as never })],
      [],
    );
    expect(says()).toContain('1 open');
    expect((panel.nativeElement as HTMLElement).querySelector('details')?.open).toBe(false);
  });

  it('answers with one key however often it is tried, and keeps what was typed until it is said', async () => {
    await open([thread('t1')], []);
    button('Answer')?.click();
    await settled();
    const area = (panel.nativeElement as HTMLElement).querySelector('textarea') as HTMLTextAreaElement;
    area.value = 'To the last one.';
    area.dispatchEvent(new Event('input'));
    await settled();
    const send = () => area.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    send();
    const first = http.expectOne('/api/v1/comments/t1/replies');
    first.flush({ code: 'unavailable', status: 503 }, { status: 503, statusText: 'Service Unavailable' });
    await settled();
    http.match(LIST).forEach((read) => read.flush({ items: [thread('t1')], total: 1, page: 1, pageSize: 200 }));
    expect(area.value).toBe('To the last one.');
    send();
    const second = http.expectOne('/api/v1/comments/t1/replies');
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    expect(second.request.body).toEqual({ text: 'To the last one.', mentions: [] });
  });

  it('lets a text in whole that is too long, says by how much, and does not send it', async () => {
    await open([thread('t1')], []);
    button('Answer')?.click();
    await settled();
    const area = (panel.nativeElement as HTMLElement).querySelector('textarea') as HTMLTextAreaElement;
    expect(area.hasAttribute('maxlength')).toBe(false);
    area.value = 'a'.repeat(COMMENT_MAX + 3);
    area.dispatchEvent(new Event('input'));
    await settled();
    expect(says()).toContain('3 characters too long');
    expect(area.getAttribute('aria-invalid')).toBe('true');
    area.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    http.expectNone('/api/v1/comments/t1/replies');
  });

  it('does not settle over what nobody has read', async () => {
    await open([thread('t1')], []);
    button('Settle')?.click();
    const settle = http.expectOne('/api/v1/comments/t1/resolve');
    expect(settle.request.headers.get('If-Match')).toBe('"1"');
    settle.flush({ code: 'stale', status: 412, currentVersion: 2 }, { status: 412, statusText: 'Precondition Failed' });
    await settled();
    expect(says()).toContain('Something was said here since you read it.');
    http.expectOne(LIST);
  });
});
