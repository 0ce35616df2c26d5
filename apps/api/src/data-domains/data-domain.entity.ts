import type { DomainTier } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('data_domain')
export class DataDomainEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text')
  tier!: DomainTier;

  @Column('smallint')
  wave!: number;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('uuid', { nullable: true })
  stewardId!: string | null;

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
