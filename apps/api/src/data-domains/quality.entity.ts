import type { QualityDimension } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quality_standard')
export class QualityStandardEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  entityId!: string;

  @Column('text')
  dimension!: QualityDimension;

  @Column('text')
  rule!: string;

  @Column('text')
  comparison!: 'at_least' | 'at_most';

  /** Numbers of the database come as text. */
  @Column('numeric')
  threshold!: string;

  @Column('text')
  unit!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}

/** Append-only. */
@Entity('quality_measurement')
export class QualityMeasurementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  standardId!: string;

  @Column('numeric')
  value!: string;

  @Column('date')
  measuredOn!: string;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;
}
