import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { CommentThread, StrategyOpenPoint, StrategyVersion } from '@sightline/contracts';
import { exampleDraft } from '@sightline/testing';
import { CommentStore } from '../../comments/comment-store';
import { settle } from '../../platform/screen-for-specs';
import { siteForSpecs } from '../../platform/site-for-specs';
import { DraftGate } from './draft-gate';
import { DraftStore } from './draft-store';

const IMPACT = /\/strategy\/versions\/3\/impact/;
const EMPTY: StrategyOpenPoint = { code: 'section-empty', params: { section: 'purpose' } };
const earlier: CommentThread = {
  id: 'c1',
  version: 1,
  createdAt: '2026-11-18T10:00:00.000Z',
  createdBy: { id: 'u2', code: null, name: 'Deniz Kaya', external: false },
  updatedAt: '2026-11-18T10:00:00.000Z',
  thread: 'c1',
  text: 'Measured where?',
  mentions: [],
  editedAt: null,
  withdrawnAt: null,
  recordType: 'strategy_version',
  record: { id: 'v2', code: 'v2', name: '2' },
  chapter: 'purpose',
  principle: null,
  anchor: null,
  resolvedAt: null,
  resolvedBy: null,
  replies: [],
};

describe('what stands above the text of a draft', () => {
  let screen: ComponentFixture<DraftGate>;
  let proposals: number;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [siteForSpecs(), DraftStore, CommentStore] });
  });
  afterEach(() => screen.destroy());

  async function show(version: StrategyVersion, reason = '', mayPropose = true): Promise<void> {
    proposals = 0;
    screen = TestBed.createComponent(DraftGate);
    screen.componentRef.setInput('version', version);
    screen.componentRef.setInput('earlier', [earlier, { ...earlier, id: 'c2', resolvedAt: earlier.createdAt }]);
    screen.componentRef.setInput('reason', reason);
    screen.componentRef.setInput('mayPropose', mayPropose);
    screen.componentInstance.proposed.subscribe(() => proposals++);
    await settled();
    const found = { version: { number: 3 }, figures: {}, principles: [], items: [], total: 12, page: 1, pageSize: 10 };
    for (const request of TestBed.inject(HttpTestingController).match(({ url }) => IMPACT.test(url)))
      request.flush(found);
    await settled();
  }

  const settled = () => settle(screen);

  const host = () => screen.nativeElement as HTMLElement;
  const lines = () => [...host().querySelectorAll<HTMLElement>('.folds button')];
  const opened = () =>
    lines()
      .filter((line) => line.getAttribute('aria-expanded') === 'true')
      .map((line) => {
        const panel = host().querySelector<HTMLElement>(`#${line.getAttribute('aria-controls')}`);
        return [line.textContent?.trim(), panel?.hidden];
      });

  it('is one line of everything there is to look at, with how much of it, and closed', async () => {
    await show(exampleDraft({ openPoints: [EMPTY, { code: 'no-driver', params: {} }] }), 'The list below leads there.');
    expect(lines().map((line) => line.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Open points 2',
      'Open comments 1',
      'Impact 12',
      'Bring in Markdown',
    ]);
    expect(opened()).toEqual([]);
    expect([...host().querySelectorAll<HTMLElement>('.panel')].every(({ hidden }) => hidden)).toBe(true);
  });

  it('opens where it is asked to, and still is after a reload in the same tab', async () => {
    await show(exampleDraft());
    lines()
      .find((line) => line.textContent?.includes('Impact'))
      ?.click();
    await settled();
    expect(opened()).toEqual([[expect.stringContaining('Impact'), false]]);
    screen.destroy();
    await show(exampleDraft());
    expect(opened()).toEqual([[expect.stringContaining('Impact'), false]]);
    lines()
      .find((line) => line.textContent?.includes('Impact'))
      ?.click();
    screen.destroy();
    await show(exampleDraft());
    expect(opened()).toEqual([]);
  });

  it('has no line for what is empty', async () => {
    await show(exampleDraft());
    expect(host().querySelector('.folds')?.textContent).not.toContain('Open points');
    screen.componentRef.setInput('earlier', []);
    await settled();
    expect(host().querySelector('.folds')?.textContent).not.toContain('Open comments');
  });

  it('asks the board only when nothing keeps it from that, and says what does', async () => {
    await show(exampleDraft({ openPoints: [EMPTY] }), 'The list below leads there.');
    const propose = () => host().querySelector<HTMLElement>('header button')!;
    propose().click();
    expect([proposals, propose().getAttribute('aria-disabled')]).toEqual([0, 'true']);
    expect(host().querySelector('#propose-why')?.textContent).toBe('The list below leads there.');
    screen.destroy();
    await show(exampleDraft());
    propose().click();
    expect([proposals, propose().getAttribute('aria-disabled')]).toEqual([1, null]);
    screen.destroy();
    await show(exampleDraft(), '', false);
    expect(host().querySelector('header button')).toBeNull();
    expect(host().querySelector('#propose-why')?.textContent).toBe('The CIO office proposes a version.');
  });
});
