import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('substitute')
export class SubstituteEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  proposalId!: string;

  @Column({ type: 'uuid' })
  constituencyId!: string;

  @Column({ type: 'uuid' })
  userId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'uuid' })
  namedBy!: string;
}
