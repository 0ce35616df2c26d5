import type { IssueStatus, QualityDimension } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('data_issue')
export class DataIssueEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  entityId!: string;

  @Column('text')
  dimension!: QualityDimension;

  @Column('text')
  effect!: string;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('text')
  status!: IssueStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date', { nullable: true })
  expiresOn!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
