/** A seat that stands today. */
export interface StandingSeat {
  id: string;
  constituencyId: string;
  holderId: string | null;
  termEndsOn: string | null;
  /** The person in it is still with the organisation. */
  holderActive: boolean;
}
export type WantedSeat = Pick<StandingSeat, 'constituencyId' | 'holderId' | 'termEndsOn'>;

export interface SeatPlan {
  /** Seats that get another holder or term. */
  changed: (WantedSeat & { id: string })[];
  added: WantedSeat[];
  /** Seats that nobody wants any more. */
  ended: string[];
}

/**
 * Which seats stay, change, come and go. Seats are matched within their constituency, by holder first: open proposals
 * have pinned them, and whoever sits in one next votes in it.
 */
export function planSeats(standing: readonly StandingSeat[], wanted: readonly WantedSeat[]): SeatPlan {
  const free = new Set(standing);
  const take = (fits: (seat: StandingSeat) => boolean): StandingSeat | undefined => {
    const seat = [...free].find(fits);
    if (seat) free.delete(seat);
    return seat;
  };
  const same = wanted.map((w) => take((s) => s.constituencyId === w.constituencyId && s.holderId === w.holderId));
  const plan: SeatPlan = { changed: [], added: [], ended: [] };
  for (const [at, want] of wanted.entries()) {
    const seat = same[at] ?? take((s) => s.constituencyId === want.constituencyId);
    if (!seat) plan.added.push(want);
    else if (seat.holderId !== want.holderId || seat.termEndsOn !== want.termEndsOn) {
      plan.changed.push({ ...want, id: seat.id });
    }
  }
  plan.ended = [...free].map(({ id }) => id);
  return plan;
}

/** Whether a plan does nothing but free the seats of people who left: all that is allowed on a settled board. */
export function onlyFreesLeavers(standing: readonly StandingSeat[], { changed, added, ended }: SeatPlan): boolean {
  const seatOf = new Map(standing.map((seat) => [seat.id, seat]));
  return (
    added.length === 0 &&
    ended.length === 0 &&
    changed.every(({ id, holderId }) => holderId === null && seatOf.get(id)?.holderActive === false)
  );
}
