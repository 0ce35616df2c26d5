import type { Classification, FlowPattern } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('data_flow')
export class DataFlowEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  domainId!: string;

  @Column('uuid')
  fromSystemId!: string;

  @Column('uuid')
  toSystemId!: string;

  @Column('text')
  pattern!: FlowPattern;

  @Column('text', { nullable: true })
  classification!: Classification | null;

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

@Entity('data_flow_entity')
export class DataFlowEntityEntity {
  @PrimaryColumn('uuid')
  flowId!: string;

  @PrimaryColumn('uuid')
  entityId!: string;
}
