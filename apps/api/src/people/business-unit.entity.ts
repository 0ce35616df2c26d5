import type { UnitKind } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('business_unit')
export class BusinessUnitEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: UnitKind;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
