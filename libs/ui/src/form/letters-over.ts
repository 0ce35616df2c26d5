/**
 * By how many characters a text is longer than it may be, 0 when it fits. Counted as the server does: without the blanks
 * around it, and a sign that takes two units of a string is one.
 */
export function lettersOver(text: string, max: number): number {
  if (text.length <= max) return 0;
  return Math.max(0, [...text.trim()].length - max);
}
