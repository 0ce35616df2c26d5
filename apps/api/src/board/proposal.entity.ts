import type { DecisionSubject, ProposalStatus, VotingRule } from '@sightline/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('proposal')
export class ProposalEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text', insert: false, update: false })
  code!: string;

  @Column({ type: 'text' })
  subjectType!: DecisionSubject;

  @Column({ type: 'uuid', nullable: true })
  strategyVersionId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  charterId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  changeRequestId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  exceptionId!: string | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid' })
  boardId!: string;

  @Column({ type: 'text' })
  rule!: VotingRule;

  @Column({ type: 'uuid', nullable: true })
  decidedUnderId!: string | null;

  @Column({ type: 'text', insert: false })
  status!: ProposalStatus;

  @Column({ type: 'uuid' })
  submittedBy!: string;

  @Column({ type: 'timestamptz', insert: false, update: false })
  submittedAt!: Date;

  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  @Column({ type: 'uuid', nullable: true, insert: false })
  snapshotId!: string | null;

  @Column({ type: 'timestamptz', nullable: true, insert: false })
  closedAt!: Date | null;

  @Column({ type: 'text', nullable: true, insert: false })
  closeReason!: string | null;

  @Column({ type: 'integer', insert: false })
  version!: number;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;
}
