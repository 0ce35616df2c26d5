import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Role, StrategyVersion } from '@sightline/contracts';
import { exampleDraft } from '@sightline/testing';
import { Toasts } from '@sightline/ui';
import { settle } from '../../platform/screen-for-specs';
import { Session } from '../../platform/session/session';
import { siteForSpecs } from '../../platform/site-for-specs';
import { StrategyDraft } from './strategy-draft';

const AT = '/api/v1/strategy/versions/3';
const STALE = { status: 412, statusText: 'Precondition Failed' };

describe('writing a draft', () => {
  let screen: ComponentFixture<StrategyDraft>;
  let http: HttpTestingController;

  beforeEach(() => localStorage.clear());
  afterEach(() => screen.destroy());

  async function open(draft: StrategyVersion, roles: Role[] = ['cio_office']): Promise<void> {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    http = TestBed.inject(HttpTestingController);
    screen = TestBed.createComponent(StrategyDraft);
    screen.componentRef.setInput('n', '3');
    screen.detectChanges();
    await TestBed.inject(Router)
      .navigateByUrl('/')
      .catch(() => undefined);
    http.expectOne('/api/v1/me').flush(meAs(roles));
    http.expectOne(AT).flush(draft);
    await settled();
    for (
      let turn = 0;
      turn < 50 && host().querySelectorAll('ui-skeleton, ui-prose-editor').length > editors().length;
      turn++
    )
      await settled();
    for (const request of http.match('/api/v1/boards?pageSize=200')) {
      request.flush({ items: [{ id: 'board-1', name: 'Integration board' }], total: 1, page: 1, pageSize: 200 });
    }
    await settled();
  }

  const settled = () => settle(screen);

  const host = () => screen.nativeElement as HTMLElement;
  const editors = () => host().querySelectorAll('.ProseMirror');
  const field = (path: string) => host().querySelector<HTMLTextAreaElement>(`#field-${path.replaceAll('/', '-')}`)!;
  const button = (text: string) =>
    [...host().querySelectorAll('button')].find((each) => each.textContent?.includes(text))!;
  const says = () => host().textContent ?? '';

  /** Types, and leaves the field, which saves at once. */
  async function write(path: string, text: string): Promise<void> {
    type(path, text);
    field(path).dispatchEvent(new Event('blur'));
    await settled();
  }

  function type(path: string, text: string): void {
    const editor = (field(path) as unknown as { editor?: { commands: { setContent(content: object): boolean } } })
      .editor;
    if (editor) {
      editor.commands.setContent({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
      return;
    }
    field(path).value = text;
    field(path).dispatchEvent(new Event('input'));
  }

  function patch(url = AT): TestRequest {
    return http.expectOne((request) => request.method === 'PATCH' && request.url === url);
  }

  it('saves a section by itself, on top of the version it was read from', async () => {
    await open(exampleDraft());
    type('purpose', 'Because it pays.');
    await new Promise((done) => setTimeout(done, 1_400));
    const request = patch();
    expect(request.request.body).toEqual({ purpose: 'Because it pays.' });
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    request.flush(exampleDraft({ purpose: 'Because it pays.', version: 2 }));
    await settled();
    expect(says()).toContain('Saved');
    expect(localStorage.length).toBe(0);
  });

  it('keeps what is not saved on the device, and brings it back', async () => {
    await open(exampleDraft());
    await write('purpose', 'Half a sentence');
    patch().error(new ProgressEvent('offline'));
    await settled();
    expect(says()).toContain('Not saved: the server did not answer. Kept on this device');
    screen.destroy();
    TestBed.resetTestingModule();

    await open(exampleDraft());
    expect(field('purpose').textContent).toBe('Half a sentence');
    expect(says()).toContain('Words that had not been saved are back.');
    await settled();
    expect(patch().request.body).toEqual({ purpose: 'Half a sentence' });
  });

  it('stays where it is when its writer signs in again in the middle', async () => {
    await open(exampleDraft());
    await write('purpose', 'Because it pays.');
    patch().flush(exampleDraft({ purpose: 'Because it pays.', version: 2 }));
    await settled();
    const again = TestBed.inject(Session).enterAs('cio');
    http.expectOne('/api/v1/auth/demo').flush(null);
    await settled();
    http.expectOne('/api/v1/me').flush({ ...meAs(['cio_office']), awaiting: 1 });
    await again;
    await settled();
    expect(field('purpose').textContent).toBe('Because it pays.');
    expect(says()).not.toContain('Words that had not been saved are back.');
    await write('purpose', 'Because it pays, every day.');
    expect(patch().request.headers.get('If-Match')).toBe('"2"');
  });

  it('saves over a change somewhere else without asking', async () => {
    await open(exampleDraft());
    await write('purpose', 'Mine');
    patch().flush({ code: 'stale', status: 412, currentVersion: 4 }, STALE);
    await settled();
    http.expectOne({ method: 'GET', url: AT }).flush(exampleDraft({ alignment: 'Somebody else', version: 4 }));
    await settled();
    const again = patch();
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect(again.request.body).toEqual({ purpose: 'Mine' });
    expect(field('alignment').textContent).toBe('Somebody else');
  });

  it('shows both texts when two people wrote in the same field', async () => {
    await open(exampleDraft());
    await write('purpose', 'Mine');
    patch().flush({ code: 'stale', status: 412, currentVersion: 4 }, STALE);
    await settled();
    http.expectOne({ method: 'GET', url: AT }).flush(exampleDraft({ purpose: 'Theirs', version: 4 }));
    await settled();
    await settled();
    expect(says()).toContain('Somebody else wrote in the same paragraph');
    expect(button('Propose to the board').getAttribute('aria-disabled')).toBe('true');
    expect(says()).toContain('Settle what somebody else changed first.');
    const sides = [...host().querySelectorAll('app-draft-merge .sides p')].map((side) => side.textContent?.trim());
    expect(sides).toEqual(['Mine', 'Theirs', 'Why we integrate.']);

    button('Put the section together').click();
    http.expectNone((request) => request.method === 'PATCH');
    [...host().querySelectorAll<HTMLElement>('app-draft-merge label')]
      .find((each) => each.textContent?.includes('Keep both'))
      ?.click();
    await settled();
    button('Put the section together').click();
    await settled();
    const kept = patch();
    expect([kept.request.headers.get('If-Match'), kept.request.body]).toEqual(['"4"', { purpose: 'Theirs\n\nMine' }]);
    kept.flush(exampleDraft({ purpose: 'Theirs\n\nMine', version: 5 }));
    await settled();
    expect(says()).not.toContain('Somebody else wrote');
    expect(field('purpose').textContent).toBe('TheirsMine');
  });

  it('puts paragraphs of two people together by itself', async () => {
    await open(exampleDraft({ purpose: 'One.\n\nTwo.' }));
    await write('purpose', 'One.');
    patch().flush({ code: 'stale', status: 412, currentVersion: 4 }, STALE);
    await settled();
    http.expectOne({ method: 'GET', url: AT }).flush(exampleDraft({ purpose: 'Zero.\n\nOne.\n\nTwo.', version: 4 }));
    await settled();
    await settled();
    expect(patch().request.body).toEqual({ purpose: 'Zero.\n\nOne.' });
    expect(field('purpose').textContent).toBe('Zero.One.');
    expect(says()).toContain('has been put together with your words');
  });

  it('writes nothing by being opened', async () => {
    await open(exampleDraft({ purpose: '* odd\n* bytes\n\n<b>raw</b>' }));
    field('purpose').dispatchEvent(new Event('focus'));
    field('purpose').dispatchEvent(new Event('blur'));
    await new Promise((done) => setTimeout(done, 1_400));
    http.expectNone((request) => request.method === 'PATCH');
    expect(host().querySelector('.src pre')?.textContent).toBe('<b>raw</b>');
  });

  it('points at what belongs in a charter', async () => {
    await open(exampleDraft({ purpose: 'Live in March 2027.', alignment: 'Under the Data Protection Act 2018.' }));
    expect(says()).toContain('“March 2027” is a date.');
    expect(says()).not.toContain('2018” is');
    expect(host().querySelector('app-hint-list a')?.getAttribute('href')).toBe('/charters/new');
  });

  it('shows who else writes in a section', async () => {
    await open(exampleDraft());
    http
      .expectOne(`${AT}/presence`)
      .flush({ version: 1, items: [{ person: { id: 'u2', code: null, name: 'Ruth Amsel' }, section: 'resilience' }] });
    await settled();
    expect(says()).toContain('Ruth Amsel writes here too.');
  });

  it('leaves a refused text where it is, with the reason beside it', async () => {
    await open(exampleDraft());
    await write('reviewBy', '2027-02-01');
    patch().flush(
      {
        code: 'invalid-request',
        status: 400,
        title: 'x',
        type: 'x',
        errors: [{ pointer: '/reviewBy', code: 'x', detail: 'Not this day.' }],
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await settled();
    expect(host().querySelector('#field-reviewBy-error')?.textContent).toContain('Not this day.');
    expect(field('reviewBy').value).toBe('2027-02-01');
    expect(says()).toContain('Not saved yet; kept on this device');
    expect(host().querySelector('#propose-why')?.textContent).toContain('Something you wrote was refused');
    button('Propose to the board').click();
    http.expectNone((request) => request.url.endsWith('/propose'));
  });

  it('says what is still open, leads there, and proposes once nothing is', async () => {
    await open(
      exampleDraft({ resilience: '', openPoints: [{ code: 'section-empty', params: { section: 'resilience' } }] }),
    );
    document.body.append(host());
    expect(says()).toContain('One point is open before the board can be asked');
    field('resilience').scrollIntoView = () => undefined;
    button('Resilience is empty').click();
    expect(document.activeElement).toBe(field('resilience'));
    button('Propose to the board').click();
    http.expectNone((request) => request.url.endsWith('/propose'));

    await write('resilience', 'It fails over.');
    patch().flush(exampleDraft({ resilience: 'It fails over.', version: 2 }));
    await settled();
    expect(button('Propose to the board').getAttribute('aria-disabled')).toBeNull();
    button('Propose to the board').click();
    await settled();
    const request = http.expectOne(`${AT}/propose`);
    expect(request.request.headers.has('Idempotency-Key')).toBe(true);
    host().remove();
  });

  it('never offers to switch PRINCIPLE and KPI off at approval', async () => {
    await open(exampleDraft());
    const cell = (code: string, step: string) => host().querySelector(`[aria-label="${code} stops ${step}"]`);
    expect(cell('PRINCIPLE', 'Approve')).toBeNull();
    expect(cell('KPI', 'Approve')).toBeNull();
    expect(cell('SPONSORS', 'Approve')).not.toBeNull();
    expect(cell('CONFLICT', 'Submit')).toBeNull();
    expect(says()).toContain('PRINCIPLE and KPI always stop an approval');
  });

  it('adds the weights up as one types', async () => {
    await open(exampleDraft());
    await write('weights/principles', '40');
    expect(says()).toContain('Sum 110 of 100');
  });

  it('takes a principle out and offers to bring it back', async () => {
    await open(exampleDraft());
    host().querySelector<HTMLButtonElement>('#open-principle-2')?.click();
    await settled();
    button('Take out').click();
    await settled();
    const request = http.expectOne({ method: 'DELETE', url: `${AT}/principles/principle-2` });
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    request.flush(exampleDraft({ principles: exampleDraft().principles.slice(0, 1), version: 2 }));
    await settled();
    expect(host().querySelector('#P-02')).toBeNull();
  });

  const P2 = { ...exampleDraft().principles[1]!, mandate: { id: 'm-1', code: 'MD-01', name: 'Cloud first' } };
  const first = exampleDraft().principles.slice(0, 1);

  it('brings a principle back with the mandate that it translates', async () => {
    await open(exampleDraft({ principles: [...first, P2] }));
    host().querySelector<HTMLButtonElement>('#open-principle-2')?.click();
    await settled();
    button('Take out').click();
    await settled();
    http
      .expectOne({ method: 'DELETE', url: `${AT}/principles/principle-2` })
      .flush(exampleDraft({ principles: first, version: 2 }));
    await settled();
    TestBed.inject(Toasts).current()?.action?.run();
    await settled();
    const again = http.expectOne({ method: 'POST', url: `${AT}/principles` });
    expect(again.request.body).toMatchObject({ principle: 'P-02', mandate: 'm-1', title: P2.title });
    again.flush(
      { code: 'x', status: 409, title: 'x', type: 'x', detail: 'Not now.' },
      { status: 409, statusText: 'x' },
    );
    await settled();
    expect(says()).toContain('The error is recorded');
  });

  it('shows what one wrote in a principle that somebody else took out, and puts it back', async () => {
    await open(exampleDraft({ principles: [...first, P2] }));
    host().querySelector<HTMLButtonElement>('#open-principle-2')?.click();
    await settled();
    await write('principles/principle-2/title', 'One source, always');
    patch(`${AT}/principles/principle-2`).flush({ code: 'stale', status: 412, currentVersion: 2 }, STALE);
    await settled();
    http.expectOne(AT).flush(exampleDraft({ principles: first, version: 2 }));
    await settled();
    expect(says()).toContain(`P-02 ${P2.title} was taken out while you wrote in it`);
    expect(host().querySelector('app-draft-gone')?.textContent).toContain('One source, always');
    button('Put it back with my words').click();
    await settled();
    const again = http.expectOne({ method: 'POST', url: `${AT}/principles` });
    expect(again.request.body).toMatchObject({ principle: 'P-02', mandate: 'm-1', title: 'One source, always' });
    again.flush({
      strategyVersion: exampleDraft({ principles: [...first, { ...P2, id: 'principle-9' }], version: 3 }),
    });
    await settled();
    expect(host().querySelector('app-draft-gone')?.textContent?.trim()).toBe('');
    expect(says()).toContain('Saved');
  });

  it('is closed to those who do not write the strategy', async () => {
    await open(exampleDraft(), ['auditor']);
    expect(says()).toContain('Only the CIO office, seat holders and champions write the strategy.');
    expect(host().querySelector('textarea, .ProseMirror')).toBeNull();
  });

  it('is closed once it is before the board', async () => {
    await open(exampleDraft({ status: 'proposed' }));
    expect(says()).toContain('This version can no longer be changed');
    expect(host().querySelector('textarea, .ProseMirror')).toBeNull();
  });
});

function meAs(roles: Role[]) {
  return {
    user: { id: 'user-1', name: 'Amara Okafor', email: 'amara@example.org', kind: 'internal', language: 'en' },
    roles,
    permissions: {},
    seats: [],
    secretaryOf: [],
    organisation: {
      name: 'Meridian',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      language: 'en',
      kind: 'own',
      strategyInForce: 2,
    },
    awaiting: 0,
  };
}
