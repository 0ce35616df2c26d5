import { leadTo } from './lead-to';

describe('a place of a long page one was led to', () => {
  let place: HTMLElement;
  let top: number;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  beforeEach(() => {
    place = document.body.appendChild(document.createElement('h2'));
    place.scrollIntoView = () => (top = 64);
    place.getBoundingClientRect = () => ({ top }) as DOMRect;
    Reflect.set(globalThis, 'scrollBy', ({ top: by }: ScrollToOptions) => (top -= by ?? 0));
  });
  afterEach(() => place.remove());

  it('stays where it is while what stands above it turns out higher', async () => {
    leadTo(place);
    for (const grows of [300, -120]) {
      top += grows;
      await frame();
      await frame();
      expect(top).toBe(64);
    }
  });

  it('is let go as soon as the reader moves on', async () => {
    leadTo(place);
    await frame();
    dispatchEvent(new Event('wheel'));
    top += 300;
    await frame();
    await frame();
    expect(top).toBe(364);
  });
});
