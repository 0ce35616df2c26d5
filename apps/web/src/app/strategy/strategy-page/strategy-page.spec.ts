import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Role, StrategyVersion } from '@sightline/contracts';
import { exampleDraft, exampleStrategy } from '@sightline/testing';
import { settle } from '../../platform/screen-for-specs';
import { siteForSpecs } from '../../platform/site-for-specs';
import { PrinciplePage } from '../principle-page/principle-page';
import { StrategyPage } from './strategy-page';

const NOT_FOUND = { status: 404, statusText: 'Not Found' };
const FIRST_READ = ['/api/v1/strategy', '/api/v1/strategy/versions?pageSize=200'] as const;

describe('reading the strategy', () => {
  let screen: ComponentFixture<unknown>;
  let http: HttpTestingController;

  function open<T>(page: new () => T, inputs: Record<string, unknown> = {}, roles: Role[] = ['cio_office']): void {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    http = TestBed.inject(HttpTestingController);
    screen = TestBed.createComponent(page);
    for (const [name, value] of Object.entries(inputs)) screen.componentRef.setInput(name, value);
    screen.detectChanges();
    for (const request of http.match('/api/v1/me')) request.flush(meAs(roles));
  }

  async function settled(): Promise<void> {
    await settle(screen);
    for (const request of http.match('/api/v1/me')) request.flush(meAs(['cio_office']));
  }

  function flush(versions: StrategyVersion[], shown?: StrategyVersion): void {
    const [strategy, list] = FIRST_READ;
    if (shown) http.expectOne(strategy).flush(shown);
    else http.expectOne(strategy).flush({ code: 'not-found', status: 404, rule: 'no-strategy-in-force' }, NOT_FOUND);
    http.expectOne(list).flush({ items: versions, total: versions.length, page: 1, pageSize: 200 });
  }

  const host = () => screen.nativeElement as HTMLElement;
  const says = () => (host().textContent ?? '').replace(/\s+/g, ' ');

  it('reads like a document: contents, principles with who upholds them, rights in words, and the seal', async () => {
    open(StrategyPage);
    flush([exampleStrategy()], exampleStrategy());
    await settled();
    http.expectOne('/api/v1/principles?pageSize=200').flush({
      items: exampleStrategy().principles.map((principle, index) => ({
        ...principle,
        since: 1,
        charters: index * 3,
        waivers: { granted: index * 2, active: index, proposed: 0, renewals: 0, charters: index, needsReview: false },
      })),
      total: 2,
      page: 1,
      pageSize: 200,
    });
    http.expectOne('/api/v1/decisions/DC-0003').flush({
      rule: 'two_thirds',
      record: { seats: [{ choice: 'approve' }, { choice: 'approve' }, { choice: null }] },
    });
    await settled();
    expect([...host().querySelectorAll('article h2')].map((title) => title.textContent)).toEqual([
      'Purpose',
      'Business drivers',
      'Capabilities',
      'Principles',
      'Decision rights',
      'Data governance',
      'Resilience',
      'Success metrics',
      'Gate policy',
      'Alignment weights',
    ]);
    expect(says()).toContain('In force since v1');
    expect(says()).toContain('Upheld by no charter yet');
    expect(host().querySelector('a[href="/charters?principle=P-02"]')?.textContent).toBe('3 charters');
    const waived = host().querySelectorAll('a[href^="/strategy/exceptions?principle="]');
    expect([...waived].map((link) => link.textContent)).toEqual(['Waived by one exception today, granted 2 times']);
    expect(says()).toContain('Integration board decides on versions of the strategy, by two thirds.');
    expect(says()).toContain('12 Mar 2026, two thirds, 2 of 3 seats');
    expect(says()).toContain('Ingrid Halvorsen, Deniz Kaya');
    expect(says()).toContain('aaaa…aaaa');
  });

  it('begins with one sentence and the button that starts it', async () => {
    open(StrategyPage);
    flush([]);
    await settled();
    expect(says()).toContain('No strategy is in force yet');
    const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    [...host().querySelectorAll('button')].find((each) => each.textContent?.includes('Start version 1'))?.click();
    await settled();
    http.expectOne({ method: 'POST', url: '/api/v1/strategy/versions' }).flush(exampleDraft({ number: 1 }));
    await settled();
    expect(go).toHaveBeenCalledWith(['/strategy/versions', 1, 'edit']);
  });

  it('says who starts it to those who cannot', async () => {
    open(StrategyPage, {}, ['auditor']);
    flush([]);
    await settled();
    expect(says()).toContain('The CIO office starts the first version.');
    expect(host().querySelector('button.p')).toBeNull();
  });

  it('leads to the draft that is being written', async () => {
    open(StrategyPage);
    flush([exampleDraft(), exampleStrategy()], exampleStrategy());
    await settled();
    expect(says()).toContain('Version 3 is being written.');
    expect(host().querySelector('a[href="/strategy/versions/3/edit"]')?.textContent).toBe('Continue writing');
    expect(says()).not.toContain('Start version');
  });

  it('says so when it did not load, and tries again', async () => {
    open(StrategyPage);
    http
      .expectOne(FIRST_READ[0])
      .flush(
        { code: 'unavailable', status: 503, detail: 'Not now.', traceId: 'r-1' },
        { status: 503, statusText: 'x' },
      );
    await settled();
    expect(says()).toContain('The strategy did not load.');
    expect(says()).toContain('r-1');
    [...host().querySelectorAll('button')].find((each) => each.textContent?.includes('Try again'))?.click();
    await settled();
    http.expectOne(FIRST_READ[0]);
  });

  it('shows a principle through its versions, repeating nothing that stayed', async () => {
    open(PrinciplePage, { code: 'P-01' });
    const principle = exampleStrategy().principles[0]!;
    const revision = { ...principle, status: 'superseded', ratifiedAt: '2025-03-12T10:00:00.000Z' };
    http.expectOne('/api/v1/principles/P-01').flush({
      id: principle.id,
      code: 'P-01',
      inForce: { ...principle, since: 1, charters: 1 },
      revisions: [
        { ...revision, versionNumber: 3, status: 'in_force' },
        { ...revision, versionNumber: 2 },
        { ...revision, versionNumber: 1, title: 'Say what for' },
      ],
      charters: [{ id: 'c', code: 'CH-0012', name: 'Carriers in days', status: 'draft', how: 'Names K-014' }],
      waivers: { granted: 2, active: 1, proposed: 0, renewals: 0, charters: 1, needsReview: false },
    });
    await settled();
    expect(host().querySelector('h1')?.textContent).toBe('Name the outcome');
    expect(says().match(/As it stands above/g)).toHaveLength(2);
    expect(says()).toContain('One exception holds today.');
    expect([...host().querySelectorAll('h3')].map((title) => title.textContent)).toEqual(['Say what for']);
    expect(host().querySelector('a[href="/charters/CH-0012"]')).not.toBeNull();
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
