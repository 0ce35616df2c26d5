import type { BallotOutcome, DecisionRecord } from '@sightline/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('decision')
export class DecisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'text' })
  outcome!: BallotOutcome;

  @Column({ type: 'boolean' })
  early!: boolean;

  @Column({ type: 'text' })
  rationale!: string;

  @Column({ type: 'text', array: true })
  conditions!: string[];

  @Column({ type: 'uuid' })
  snapshotId!: string;

  @Column({ type: 'text' })
  snapshotHash!: string;

  @Column({ type: 'uuid', nullable: true })
  strategyVersionId!: string | null;

  @Column({ type: 'jsonb' })
  record!: DecisionRecord;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'uuid' })
  decidedBy!: string;
}
