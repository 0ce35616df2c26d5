import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Toasts } from '@sightline/ui';
import { settle } from '../../platform/screen-for-specs';
import { siteForSpecs } from '../../platform/site-for-specs';
import { StrategyExport } from './strategy-export';

const AT = '/api/v1/strategy/versions/2/document';
const refusal = (problem: object): Blob => new Blob([JSON.stringify(problem)], { type: 'application/problem+json' });

describe('a version as a file', () => {
  let screen: ComponentFixture<StrategyExport>;
  let http: HttpTestingController;
  let kept: { name: string; content: Blob }[];

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    http = TestBed.inject(HttpTestingController);
    kept = [];
    const contents = new Map<string, Blob>();
    URL.createObjectURL = (content) => {
      contents.set('blob:kept', content as Blob);
      return 'blob:kept';
    };
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      kept.push({ name: this.download, content: contents.get(this.href)! });
    });
  });
  afterEach(() => {
    screen.destroy();
    http.match('/api/v1/me');
    http.verify();
    jest.restoreAllMocks();
    TestBed.inject(Toasts).dismiss();
  });

  async function show(printable = false): Promise<void> {
    screen = TestBed.createComponent(StrategyExport);
    screen.componentRef.setInput('number', 2);
    screen.componentRef.setInput('printable', printable);
    await settled();
  }

  const settled = () => settle(screen);

  const host = () => screen.nativeElement as HTMLElement;
  const entries = () => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const said = (role: string) => host().querySelector(`[role=${role}]`)?.textContent?.trim() ?? '';

  async function openMenu(): Promise<void> {
    host().querySelector('button')?.click();
    await settled();
  }

  async function choose(name: string): Promise<void> {
    await openMenu();
    entries()
      .find((entry) => entry.textContent?.trim() === name)
      ?.click();
    await settled();
  }

  const asked = (format: string): TestRequest => http.expectOne(`${AT}.${format}`);

  it('is called by what it does and with what, as one reads it', async () => {
    await show();
    expect(host().querySelector('button')?.textContent?.trim()).toBe('Export');
    expect(host().querySelector('button')?.getAttribute('aria-label')).toBe('Export: Integration strategy v2');
  });

  it('is offered as PDF, Word and Markdown, and on paper where the page is the version', async () => {
    await show();
    await openMenu();
    expect(entries().map((entry) => entry.textContent?.trim())).toEqual(['PDF', 'Word (DOCX)', 'Markdown']);
    screen.destroy();
    await show(true);
    const print = jest.spyOn(window, 'print').mockImplementation();
    await choose('Print this page');
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('says while it is written, asks once, and is kept under the name the server gave', async () => {
    await show();
    await choose('Markdown');
    expect(said('status')).toBe('Writing version 2 as Markdown');
    await choose('PDF');
    http.expectNone(`${AT}.pdf`);
    asked('md').flush(new Blob(['# Purpose']), {
      headers: { 'Content-Disposition': 'attachment; filename="meridian-strategy-v2.md"' },
    });
    await settled();
    expect(kept.map(({ name, content }) => [name, content.size])).toEqual([['meridian-strategy-v2.md', 9]]);
    expect(said('status')).toBe('');
    expect(TestBed.inject(Toasts).current()?.text).toBe('Version 2 is downloaded as Markdown.');
  });

  it('is not kept when it is refused, and says why in the words of the server', async () => {
    await show();
    await choose('PDF');
    asked('pdf').flush(refusal({ code: 'forbidden', status: 403, detail: 'This is not open to you.' }), {
      status: 403,
      statusText: 'Forbidden',
    });
    await settled();
    expect(said('alert')).toBe('Version 2 was not exported as PDF. This is not open to you.');
    expect(kept).toEqual([]);
    expect(TestBed.inject(Toasts).current()).toBeNull();
  });

  it('says that others are being written, and comes when it is asked for again', async () => {
    await show();
    await choose('Word (DOCX)');
    const busy = { status: 503, statusText: 'Service Unavailable' };
    asked('docx').flush(refusal({ code: 'unavailable', status: 503 }), busy);
    await settled();
    expect(said('alert')).toContain('Other documents are being written.');
    await choose('Word (DOCX)');
    expect(said('alert')).toBe('');
    asked('docx').flush(new Blob(['PK']));
    await settled();
    expect(kept.map(({ name }) => name)).toEqual(['strategy-v2.docx']);
  });

  it('says when nobody answers, and when what answers says nothing', async () => {
    await show();
    await choose('PDF');
    asked('pdf').error(new ProgressEvent('offline'));
    await settled();
    expect(said('alert')).toMatch(/^Version 2 was not exported as PDF\. .*try again in a moment/);
    await choose('PDF');
    asked('pdf').flush(new Blob(['<html>']), { status: 500, statusText: 'Internal Server Error' });
    await settled();
    expect(said('alert')).toMatch(/^Version 2 was not exported as PDF\. The error is recorded/);
    expect(kept).toEqual([]);
  });
});
