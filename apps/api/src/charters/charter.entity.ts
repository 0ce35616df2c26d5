import type { CharterOrigin, CharterStatus, FactAnswers, RetirementCriterion } from '@sightline/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('charter')
export class CharterEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text', insert: false, update: false })
  code!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  outcomeStatement!: string;

  @Column({ type: 'text' })
  narrative!: string;

  @Column({ type: 'uuid', nullable: true })
  businessUnitId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  leadId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  businessSponsorId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  itLeadId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  capabilityId!: string | null;

  @Column({ type: 'numeric', precision: 15, scale: 2, nullable: true })
  budgetAmount!: string | null;

  @Column({ type: 'text', nullable: true })
  budgetCurrency!: string | null;

  @Column({ type: 'date', nullable: true })
  startDate!: string | null;

  @Column({ type: 'date', nullable: true })
  endDate!: string | null;

  @Column({ type: 'text', nullable: true })
  noGovernedData!: string | null;

  @Column({ type: 'text', nullable: true })
  stopCriteria!: string | null;

  @Column({ type: 'text', nullable: true })
  rollback!: string | null;

  @Column({ type: 'text', nullable: true })
  contingency!: string | null;

  @Column({ type: 'text', nullable: true })
  portabilityFormat!: string | null;

  @Column({ type: 'text', nullable: true })
  portabilityMethod!: string | null;

  @Column({ type: 'date', nullable: true })
  portabilityTestedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  exitPlan!: string | null;

  @Column({ type: 'jsonb' })
  retirement!: RetirementCriterion[];

  @Column({ type: 'jsonb' })
  facts!: FactAnswers;

  @Column({ type: 'jsonb' })
  deviations!: { principle: string; reason: string }[];

  @Column({ type: 'text' })
  status!: CharterStatus;

  @Column({ type: 'text' })
  origin!: CharterOrigin;

  @Column({ type: 'text', nullable: true })
  importKey!: string | null;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'integer', nullable: true })
  approvedRevision!: number | null;

  @Column({ type: 'uuid', nullable: true })
  approvedUnderVersion!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
