/** The budget of a charter `c`: an amount in decimals and a currency, or null. */
export const BUDGET_TEXT = `CASE WHEN c.budget_amount IS NOT NULL
    THEN json_build_object('amount', c.budget_amount::text, 'currency', c.budget_currency) END`;

/** The quality standards of a data entity `e`, each with how its latest measurement stands. */
export const STANDARDS_OF_E = `(SELECT coalesce(json_agg(json_build_object('id', q.id, 'dimension', q.dimension,
    'measured', m.value IS NOT NULL, 'met', coalesce(CASE q.comparison WHEN 'at_least' THEN m.value >= q.threshold
                                                     ELSE m.value <= q.threshold END, false)) ORDER BY q.id), '[]')
  FROM quality_standard q LEFT JOIN LATERAL (
    SELECT m.value FROM quality_measurement m WHERE m.standard_id = q.id ORDER BY m.measured_on DESC, m.id DESC LIMIT 1) m ON true
 WHERE q.entity_id = e.id AND q.archived_at IS NULL)`;
