/** How long a place is held where one was led, in ms. */
const HELD_MS = 4_000;
/** Whoever does any of this goes on from there by themselves. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings a place of a long page to the top of the window, and holds it there while what stands above it is still being
 * drawn and turns out higher or lower than was thought; until the reader moves on.
 */
export function leadTo(place: HTMLElement): void {
  place.scrollIntoView({ block: 'start' });
  const stands = place.getBoundingClientRect().top;
  const until = performance.now() + HELD_MS;
  const hands = new AbortController();
  for (const hand of HANDS) addEventListener(hand, () => hands.abort(), { capture: true, signal: hands.signal });
  const hold = (): void => {
    if (!place.isConnected || performance.now() > until) hands.abort();
    if (hands.signal.aborted) return;
    const moved = place.getBoundingClientRect().top - stands;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    requestAnimationFrame(hold);
  };
  requestAnimationFrame(hold);
}
