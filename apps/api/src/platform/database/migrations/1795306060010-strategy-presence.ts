import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes in which section of a draft at this moment. A sign of life is worth nothing after a crash: not logged. */
export class StrategyPresence1795306060010 implements MigrationInterface {
  readonly name = 'StrategyPresence1795306060010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNLOGGED TABLE strategy_presence (
        strategy_version_id uuid NOT NULL CONSTRAINT strategy_presence_version REFERENCES strategy_version ON DELETE CASCADE,
        person_id           uuid NOT NULL CONSTRAINT strategy_presence_person REFERENCES app_user ON DELETE CASCADE,
        section             text NOT NULL CONSTRAINT strategy_presence_section CHECK (section IN (
                              'purpose', 'alignment', 'capabilitiesNarrative', 'governance', 'dataGovernance',
                              'resilience', 'successMetrics')),
        seen_at             timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT strategy_presence_pkey PRIMARY KEY (strategy_version_id, section, person_id)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE strategy_presence');
  }
}
