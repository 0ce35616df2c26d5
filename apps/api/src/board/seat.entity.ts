import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('seat')
export class SeatEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid', update: false })
  boardId!: string;

  @Column({ type: 'uuid', update: false })
  constituencyId!: string;

  @Column({ type: 'uuid', nullable: true })
  holderId!: string | null;

  @Column({ type: 'date', nullable: true })
  termEndsOn!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
