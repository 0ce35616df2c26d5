import type { OverruleCheck } from '@sightline/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('overrule')
export class OverruleEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'uuid' })
  snapshotId!: string;

  @Column({ type: 'text' })
  checkCode!: OverruleCheck['check'];

  @Column({ type: 'uuid' })
  userId!: string;

  @Column({ type: 'text' })
  reason!: string;
}
