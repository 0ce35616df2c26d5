import type { CharterContent } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A revision as it was put before the board. Never changed after. */
@Entity('charter_revision')
export class CharterRevisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  charterId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'jsonb' })
  content!: CharterContent;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', insert: false, update: false })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;
}

/** Who edited something material of a revision, and so has no vote on it. */
@Entity('charter_material_edit')
export class CharterMaterialEditEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'integer' })
  revision!: number;

  @PrimaryColumn({ type: 'uuid' })
  userId!: string;

  @Column({ type: 'timestamptz', insert: false, update: false })
  firstAt!: Date;
}
