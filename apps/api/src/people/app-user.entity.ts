import type { Role, UserKind, UserStatus } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('app_user')
export class AppUserEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: UserKind;

  @Column('text')
  status!: UserStatus;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('uuid', { nullable: true })
  businessUnitId!: string | null;

  @Column('uuid', { nullable: true })
  partyId!: string | null;

  @Column('timestamptz', { nullable: true })
  credentialResetAt!: Date | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
