/** The organisation's date, by the database's clock (PRODUCT section 9), as SQL; UTC before set-up. */
export const TODAY = `(now() AT TIME ZONE coalesce((SELECT o.time_zone FROM organisation o), 'UTC'))::date`;
