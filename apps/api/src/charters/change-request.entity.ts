import type { ChangeRequestStatus, CharterContent } from '@sightline/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('change_request')
export class ChangeRequestEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  charterId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  reason!: string;

  /** What the charter shall become. */
  @Column({ type: 'jsonb' })
  content!: CharterContent;

  /** What it was when the change was asked for: only what differs from it is written on approval. */
  @Column({ type: 'jsonb' })
  base!: CharterContent;

  @Column({ type: 'integer' })
  baseVersion!: number;

  @Column({ type: 'text', insert: false })
  status!: ChangeRequestStatus;

  @Column({ type: 'integer', insert: false })
  version!: number;

  @Column({ type: 'timestamptz', insert: false, update: false })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', insert: false })
  updatedAt!: Date;
}
