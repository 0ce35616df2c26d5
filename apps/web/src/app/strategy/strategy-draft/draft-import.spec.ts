import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { STRATEGY_FILE_MAX, type DiffItem, type StrategyImportCheck } from '@sightline/contracts';
import { exampleDraft } from '@sightline/testing';
import { Toasts } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { siteForSpecs } from '../../platform/site-for-specs';
import { DraftImport } from './draft-import';
import { DraftStore } from './draft-store';

const AT = '/api/v1/strategy/versions/3';
const STALE = [
  { code: 'stale', status: 412 },
  { status: 412, statusText: 'Precondition Failed' },
] as const;

const purpose: DiffItem = {
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
        {
          kind: 'paragraph',
          level: 0,
          change: 'changed',
          pieces: [
            { change: 'same', text: 'Why we ' },
            { change: 'removed', text: 'integrate' },
            { change: 'added', text: 'connect' },
          ],
        },
        {
          kind: 'code',
          level: 0,
          change: 'added',
          pieces: [{ change: 'added', text: '<aside>kept</aside>' }],
        },
      ],
    },
  ],
};
const right: DiffItem = { ...purpose, kind: 'right', id: 'charter 10000', change: 'added', fields: [] };

describe('Markdown brought into a draft', () => {
  let screen: ComponentFixture<DraftImport>;
  let http: HttpTestingController;
  let store: DraftStore;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [siteForSpecs(), DraftStore] });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(DraftStore);
    store.open(exampleDraft(), 'user-1');
    TestBed.inject(Session);
    screen = TestBed.createComponent(DraftImport);
    await settled();
    http.expectOne('/api/v1/me').flush({ roles: [], organisation: { currency: 'EUR' } });
    await settled();
  });
  afterEach(() => {
    screen.destroy();
    http.verify();
    TestBed.inject(Toasts).dismiss();
  });

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 6; turn++) {
      await new Promise((done) => setTimeout(done));
      screen.detectChanges();
    }
  }

  const host = () => screen.nativeElement as HTMLElement;
  const says = () => host().textContent?.replace(/\s+/g, ' ') ?? '';
  const said = (role: string) => host().querySelector(`[role=${role}]`)?.textContent?.trim() ?? '';
  const picker = () => host().querySelector<HTMLInputElement>('input[type=file]')!;
  const button = (name: string) =>
    [...host().querySelectorAll('button')].find((each) => each.textContent?.trim() === name);

  async function choose(content: BlobPart, name = 'v3.md'): Promise<void> {
    Object.defineProperty(picker(), 'files', { configurable: true, value: [new File([content], name)] });
    picker().dispatchEvent(new Event('change'));
    await settled();
  }

  async function press(name: string): Promise<void> {
    button(name)?.click();
    await settled();
  }

  const asked = (what: 'import' | 'import/check'): TestRequest =>
    http.expectOne({ method: 'POST', url: `${AT}/${what}` });

  async function answer(check: Partial<StrategyImportCheck>): Promise<TestRequest> {
    const request = asked('import/check');
    request.flush({ draftVersion: 1, foreign: false, items: [], problems: [], ...check });
    await settled();
    return request;
  }

  it('shows word by word what would change, the source of what it does not know too, before anything is written', async () => {
    await choose('# v3');
    expect(said('status')).toBe('Checking v3.md');
    const { request } = await answer({ items: [purpose, right] });
    expect(request.body).toEqual({ content: '# v3', section: 'purpose' });
    expect(request.headers.get('If-Match')).toBe('"1"');
    expect(says()).toContain('2 places would change');
    expect([...host().querySelectorAll('summary b')].map((name) => name.textContent)).toEqual([
      'Purpose',
      'Charter, Budget up to €10,000',
    ]);
    expect([...host().querySelectorAll('details')].every(({ open }) => open)).toBe(true);
    const words = (tag: string) => [...host().querySelectorAll(`${tag} span:not(.vh)`)].map((each) => each.textContent);
    expect([words('del'), words('.paragraph ins'), words('.code ins')]).toEqual([
      ['integrate'],
      ['connect'],
      ['<aside>kept</aside>'],
    ]);
  });

  it('is written at once when that is agreed to, and the draft is what the server has now', async () => {
    await choose('# v3');
    await answer({ items: [purpose] });
    await press('Bring it in');
    expect(said('status')).toBe('Bringing in v3.md');
    expect(picker().disabled).toBe(true);
    await press('Leave it');
    expect(says()).toContain('One place would change');
    const request = asked('import');
    expect(request.request.body).toEqual({ content: '# v3', section: 'purpose' });
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    request.flush(exampleDraft({ version: 2, purpose: 'Why we connect' }));
    await settled();
    http.expectOne({ method: 'GET', url: AT }).flush(exampleDraft({ version: 2, purpose: 'Why we connect' }));
    await settled();
    expect(store.value('purpose')).toBe('Why we connect');
    expect(TestBed.inject(Toasts).current()?.text).toBe('The file is in the draft.');
    expect(says()).not.toContain('would change');
  });

  it('is left without a trace', async () => {
    await choose('# v3');
    await answer({ items: [purpose] });
    await press('Leave it');
    expect([says().includes('would change'), button('Bring it in')]).toEqual([false, undefined]);
  });

  it('says when a file reads like the draft, and offers nothing then', async () => {
    await choose('# v3');
    await answer({});
    expect(says()).toContain('This file reads like the draft: there is nothing to bring in');
    expect(button('Bring it in')).toBeUndefined();
  });

  it('says line by line what keeps a file out, and takes it corrected', async () => {
    await choose('# broken');
    await answer({ problems: [{ line: 7, field: 'weight', code: 'import-twice', detail: 'It is told twice.' }] });
    expect(says()).toContain('One line keeps the file from being brought in');
    expect(host().querySelector('tbody tr')?.textContent).toContain('It is told twice.');
    expect(button('Bring it in')).toBeUndefined();
    await choose('# corrected');
    expect((await answer({ items: [purpose] })).request.body).toMatchObject({ content: '# corrected' });
    expect(button('Bring it in')).toBeDefined();
  });

  it('asks where a text goes that was written elsewhere, and looks again', async () => {
    await choose('Just words.');
    await answer({ foreign: true, items: [purpose] });
    const select = host().querySelector('select')!;
    select.value = 'resilience';
    select.dispatchEvent(new Event('change'));
    await settled();
    expect((await answer({ foreign: true, items: [purpose] })).request.body).toEqual({
      content: 'Just words.',
      section: 'resilience',
    });
  });

  it('asks nobody about a file that is too large or no text', async () => {
    await choose(new Uint8Array(STRATEGY_FILE_MAX + 1));
    expect(said('alert')).toBe('At most 10 MB can be brought in.');
    await choose(new Uint8Array([0xc3, 0x28]));
    expect(said('alert')).toBe('The file is not UTF-8 text.');
  });

  it('waits until everything that was typed is saved', async () => {
    store.edit('alignment', 'Typed');
    await choose('# v3');
    http.expectOne({ method: 'PATCH', url: AT }).error(new ProgressEvent('offline'));
    await settled();
    expect(said('alert')).toBe('What you wrote last has to be saved first.');
  });

  it('says why a look or a change was refused, and can be tried again', async () => {
    await choose('# v3');
    asked('import/check').error(new ProgressEvent('offline'));
    await settled();
    expect(said('alert')).toContain('Please try again in a moment.');
    await choose('# v3');
    await answer({ items: [purpose] });
    await press('Bring it in');
    const why = { code: 'rule-broken', status: 409, detail: 'This version can no longer be changed.' };
    asked('import').flush(why, { status: 409, statusText: 'Conflict' });
    await settled();
    expect(said('alert')).toBe('This version can no longer be changed.');
    expect(button('Bring it in')).toBeDefined();
  });

  it('looks again, as often as it takes, when somebody saves between the look and the agreement', async () => {
    await choose('# v3');
    await answer({ items: [purpose] });
    for (const version of [2, 3]) {
      await press('Bring it in');
      asked('import').flush(...STALE);
      await settled();
      http.expectOne({ method: 'GET', url: AT }).flush(exampleDraft({ version }));
      await settled();
      const { request } = await answer({ draftVersion: version, items: [purpose, right] });
      expect(request.headers.get('If-Match')).toBe(`"${version}"`);
      expect(said('status')).toBe('Somebody saved meanwhile. This is what the file would change now.');
    }
  });

  it('shows the look at the file that was chosen last, whichever was asked about first', async () => {
    await choose('# first', 'first.md');
    await choose('# second', 'second.md');
    await answer({ items: [purpose, right] });
    expect(says()).not.toContain('places would change');
    const { request } = await answer({ items: [purpose] });
    expect(request.body).toMatchObject({ content: '# second' });
    expect(says()).toContain('One place would change');
  });
});
