import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('board')
export class BoardEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean', update: false })
  founding!: boolean;

  @Column({ type: 'uuid', nullable: true })
  secretaryId!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
