import type { KnownNames } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The names of systems and vendors, for hints while one writes: all of them, since every word is held against them. */
@Injectable()
export class KnownNamesService {
  constructor(private readonly db: DataSource) {}

  async all(): Promise<KnownNames> {
    return { items: await this.db.query<KnownNames['items']>(NAMES) };
  }
}

const NAMES = `
  SELECT 'system' AS kind, name FROM system WHERE archived_at IS NULL
  UNION
  SELECT 'vendor', vendor FROM system WHERE archived_at IS NULL AND vendor IS NOT NULL
  UNION
  SELECT 'vendor', name FROM party WHERE external AND archived_at IS NULL
  ORDER BY kind, name`;
