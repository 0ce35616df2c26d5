import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DIFF_KINDS, type DiffItem, type StrategyDiff, type StrategyVersionSummary } from '@sightline/contracts';
import { settle } from '../../platform/screen-for-specs';
import { siteForSpecs } from '../../platform/site-for-specs';
import { StrategyCompare } from './strategy-compare';

const summary = (number: number, status: StrategyVersionSummary['status']): StrategyVersionSummary => ({
  id: `v${number}`,
  number,
  status,
  version: 1,
  createdAt: '2026-03-01T08:00:00.000Z',
  createdBy: null,
  updatedAt: '2026-03-02T08:00:00.000Z',
  reviewBy: null,
  ratifiedAt: status === 'in_force' ? '2026-03-12T08:00:00.000Z' : null,
  supersededAt: null,
  contentHash: null,
});
const VERSIONS = [summary(3, 'draft'), summary(2, 'in_force'), summary(1, 'superseded')];

const section: DiffItem = {
  kind: 'section',
  id: 'purpose',
  code: null,
  name: '',
  change: 'changed',
  moved: null,
  rewritten: false,
  fields: [
    {
      field: 'text',
      kind: 'text',
      blocks: [
        { kind: 'heading', level: 2, change: 'same', pieces: [{ change: 'same', text: 'Why' }] },
        {
          kind: 'paragraph',
          level: 0,
          change: 'changed',
          pieces: [
            { change: 'same', text: 'We integrate ' },
            { change: 'removed', text: 'slowly' },
            { change: 'added', text: 'fast' },
            { change: 'formatted', text: ' always', marks: { bold: true }, before: {} },
          ],
        },
      ],
    },
  ],
};
const left: DiffItem = {
  kind: 'principle',
  id: 'p8',
  code: 'P-08',
  name: 'Batch windows end at 05:00',
  change: 'removed',
  moved: null,
  rewritten: false,
  fields: [
    {
      field: 'statement',
      kind: 'text',
      blocks: [
        { kind: 'paragraph', level: 0, change: 'removed', pieces: [{ change: 'removed', text: 'Files arrive.' }] },
      ],
    },
  ],
};
const weight: DiffItem = {
  kind: 'weight',
  id: 'outcome',
  code: null,
  name: '',
  change: 'changed',
  moved: null,
  rewritten: false,
  fields: [
    {
      field: 'points',
      kind: 'value',
      before: { type: 'number', number: 30 },
      after: { type: 'number', number: 35 },
    },
  ],
};

function diffOf(items: DiffItem[]): StrategyDiff {
  const none = { added: 0, removed: 0, changed: 0, moved: 0, unchanged: 2 };
  const counts = Object.fromEntries(DIFF_KINDS.map((kind) => [kind, none])) as StrategyDiff['counts'];
  return { from: summary(2, 'in_force'), to: summary(3, 'draft'), items, counts };
}

describe('two versions beside each other', () => {
  let screen: ComponentFixture<StrategyCompare>;
  let http: HttpTestingController;
  const page = (): HTMLElement => screen.nativeElement as HTMLElement;

  async function open(items: DiffItem[], inputs: Record<string, string> = {}): Promise<void> {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    http = TestBed.inject(HttpTestingController);
    screen = TestBed.createComponent(StrategyCompare);
    document.body.append(page());
    for (const [name, value] of Object.entries(inputs)) screen.componentRef.setInput(name, value);
    screen.detectChanges();
    http
      .expectOne('/api/v1/strategy/versions?pageSize=200')
      .flush({ items: VERSIONS, total: 3, page: 1, pageSize: 200 });
    http.expectOne('/api/v1/strategy/approval').flush({ version: null });
    await settled();
    http.expectOne('/api/v1/strategy/versions/3/diff?against=2').flush(diffOf(items));
    await settled();
  }
  const settled = () => settle(screen);
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => page().remove());

  it('begin with what is being written against what is in force', async () => {
    await open([section, left, weight]);
    expect(page().querySelector('h1')?.textContent).toBe('What version 3 would change');
    expect(page().querySelector('del')?.textContent).toContain('slowly');
    expect(page().querySelector('ins')?.textContent).toContain('fast');
    expect(page().querySelector('.fmt')?.getAttribute('title')).toBe('Plain, now bold');
    expect(page().textContent).toContain('1 paragraph unchanged');
    expect(page().textContent).toContain('Not in version 3');
  });

  it('are walked from change to change by key', async () => {
    await open([section, left, weight]);
    const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('n');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Change 1 of 3: Purpose');
    press('n');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Change 2 of 3: P-08 Batch windows/);
    press('p');
    press('p');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Change 3 of 3: Outcome, Points/);
  });

  it('say so when nothing differs', async () => {
    await open([]);
    expect(page().textContent).toContain('Version 3 says exactly what version 2 says.');
  });
});
