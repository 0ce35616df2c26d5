import type { Classification } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of data that a domain governs: customer, order … (The business calls it an entity; so does TypeORM.) */
@Entity('data_entity')
export class DataEntityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  domainId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text', { nullable: true })
  classification!: Classification | null;

  @Column('uuid', { nullable: true })
  authoritativeSystemId!: string | null;

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
