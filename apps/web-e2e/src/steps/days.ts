const DAY_MS = 86_400_000;

/** The date so many days from today; negative for the past. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
