import { TestBed } from '@angular/core/testing';
import { MarkdownView } from './markdown-view';

it('is busy until the text stands there, and then no more', async () => {
  const view = TestBed.createComponent(MarkdownView);
  view.componentRef.setInput('text', 'Orders *arrive*.');
  view.detectChanges();
  const host: HTMLElement = view.nativeElement;
  expect([host.textContent, host.getAttribute('aria-busy')]).toEqual(['', 'true']);
  const drawn = new Promise((resolve) => new MutationObserver(resolve).observe(host, { childList: true }));
  await drawn;
  await view.whenStable();
  expect([host.querySelector('em')?.textContent, host.hasAttribute('aria-busy')]).toEqual(['arrive', false]);
});
