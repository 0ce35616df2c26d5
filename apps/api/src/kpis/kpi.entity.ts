import type { Cadence, KpiDirection, KpiKind } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A KPI: what stays the same through its revisions. Numbers of the database come as text. */
@Entity('kpi')
export class KpiEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { nullable: true })
  businessUnitId!: string | null;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('uuid', { nullable: true })
  driverId!: string | null;

  @Column('text', { nullable: true })
  cadence!: Cadence | null;

  @Column('smallint', { nullable: true })
  weight!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  importKey!: string | null;

  @Column('uuid', { nullable: true })
  currentRevisionId!: string | null;

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

/** How a KPI was defined from one change of its versioned parts to the next; written once. */
@Entity('kpi_revision')
export class KpiRevisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  kpiId!: string;

  @Column('integer')
  number!: number;

  @Column('text', { nullable: true })
  definition!: string | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Column('text', { nullable: true })
  direction!: KpiDirection | null;

  @Column('text', { nullable: true })
  kind!: KpiKind | null;

  @Column('numeric', { nullable: true })
  baselineValue!: string | null;

  @Column('date', { nullable: true })
  baselineDate!: string | null;

  @Column('numeric', { nullable: true })
  targetValue!: string | null;

  @Column('date', { nullable: true })
  targetDate!: string | null;

  @Column('numeric', { nullable: true })
  lowerLimit!: string | null;

  @Column('numeric', { nullable: true })
  upperLimit!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;
}
