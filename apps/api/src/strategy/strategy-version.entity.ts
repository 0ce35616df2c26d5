import type { AlignmentWeights, Fact, GatePolicy, Section, StrategyStatus } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A numbered version of the strategy. The database freezes it once it is proposed. */
@Entity('strategy_version')
export class StrategyVersionEntity implements Record<Section, string> {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  status!: StrategyStatus;

  @Column('uuid', { nullable: true })
  copiedFromId!: string | null;

  @Column('text')
  purpose!: string;

  @Column('text')
  alignment!: string;

  @Column('text')
  capabilitiesNarrative!: string;

  @Column('text')
  governance!: string;

  @Column('text')
  dataGovernance!: string;

  @Column('text')
  resilience!: string;

  @Column('text')
  successMetrics!: string;

  @Column('jsonb')
  gatePolicy!: GatePolicy;

  @Column('jsonb')
  weights!: AlignmentWeights;

  @Column('jsonb')
  facts!: Fact[];

  @Column('date', { nullable: true })
  reviewBy!: string | null;

  @Column('text', { nullable: true })
  contentHash!: string | null;

  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  ratifiedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
