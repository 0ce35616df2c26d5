import type { OutcomeReason, TextSpan } from '@sightline/contracts';

export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** The statement cut where a milestone's phrases begin and end, so that they can be underlined. */
export function markedParts(text: string, reasons: readonly OutcomeReason[]): MarkedPart[] {
  const spans = reasons.flatMap(spansOf).toSorted(([one], [other]) => one - other);
  const parts: MarkedPart[] = [];
  let reached = 0;
  for (const [start, end] of spans) {
    if (start < reached) continue;
    if (start > reached) parts.push({ text: text.slice(reached, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    reached = end;
  }
  if (reached < text.length) parts.push({ text: text.slice(reached), marked: false });
  return parts;
}

function spansOf(reason: OutcomeReason): TextSpan[] {
  if (reason.code !== 'milestone-verb' && reason.code !== 'technology') return [];
  return reason.also ? [reason.at, reason.also] : [reason.at];
}
