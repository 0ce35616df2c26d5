import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { siteForSpecs } from '../../platform/site-for-specs';
import routes from '../audit.routes';

it('asks for the days of the URL as instants, the last day included', async () => {
  TestBed.configureTestingModule({ providers: siteForSpecs([{ path: 'audit', children: routes }]) });
  const harness = await RouterTestingHarness.create('/audit?from=2026-11-01&to=2026-11-02');
  harness.detectChanges();
  const [request] = TestBed.inject(HttpTestingController).match(({ url }) => url.startsWith('/api/v1/audit?'));
  const query = new URLSearchParams(request?.request.url.split('?')[1]);
  expect([query.get('from'), query.get('to')]).toEqual(['2026-11-01T00:00:00.000Z', '2026-11-03T00:00:00.000Z']);
});
