import type { Import, ImportKind, ImportStatus } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that was checked, and perhaps applied. */
@Entity('import')
export class ImportEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ImportKind;

  @Column('text')
  fileName!: string;

  @Column('text')
  content!: string;

  @Column('jsonb')
  columns!: string[];

  @Column('jsonb')
  mapping!: Import['mapping'];

  @Column('text')
  status!: ImportStatus;

  @Column('integer')
  rowCount!: number;

  @Column('jsonb')
  summary!: Import['summary'];

  @Column('jsonb')
  problems!: Import['problems'];

  @Column('jsonb')
  preview!: Import['preview'];

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;
}

/** What was brought in under which key, and as what. */
@Entity('import_row')
export class ImportRowEntity {
  @PrimaryColumn('text')
  kind!: ImportKind;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  rowHash!: string;

  @Column('uuid')
  recordId!: string;

  @Column('uuid')
  importId!: string;
}
