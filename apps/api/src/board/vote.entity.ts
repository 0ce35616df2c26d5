import type { VoteChoice } from '@sightline/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('vote')
export class VoteEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'uuid' })
  snapshotId!: string;

  @Column({ type: 'uuid' })
  userId!: string;

  @Column({ type: 'uuid', nullable: true })
  seatId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  substituteId!: string | null;

  @Column({ type: 'uuid' })
  constituencyId!: string;

  @Column({ type: 'text' })
  choice!: VoteChoice;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', array: true })
  conditions!: string[];
}
