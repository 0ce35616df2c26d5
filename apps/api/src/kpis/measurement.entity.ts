import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a KPI was on a day; written once. A correction is a measurement of the same day that names the one before. */
@Entity('measurement')
export class MeasurementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  kpiId!: string;

  @Column('numeric')
  value!: string;

  @Column('date')
  measuredOn!: string;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true })
  correctsId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;
}
