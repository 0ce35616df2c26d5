import type { PartyKind } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('party')
export class PartyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: PartyKind;

  /** Follows from the kind; the database computes it. */
  @Column('boolean')
  external!: boolean;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { nullable: true })
  costCentre!: string | null;

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
