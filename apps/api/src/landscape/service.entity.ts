import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('service')
export class ServiceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('smallint')
  criticality!: number;

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
