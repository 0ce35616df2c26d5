import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Board,
  Decision,
  DecisionRight,
  Page,
  Presence,
  Principle,
  PrincipleListed,
  Section,
  StrategyImport,
  StrategyImportCheck,
  StrategyPartSaved,
  StrategyProposed,
  StrategyVersion,
  StrategyVersionSummary,
} from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl } from '../platform/api/api-url';

/** What the site asks the server about the strategy. */
@Injectable({ providedIn: 'root' })
export class StrategyApi {
  private readonly api = inject(Api);

  /** The version with this number, or the one in force without a number. */
  version(n: () => string | undefined): HttpResourceRef<StrategyVersion | undefined> {
    return httpResource<StrategyVersion>(() => {
      const number = n();
      return apiUrl(number === undefined ? '/strategy' : `/strategy/versions/${encodeURIComponent(number)}`);
    });
  }

  /** Newest first. */
  versions(): HttpResourceRef<Page<StrategyVersionSummary> | undefined> {
    return httpResource<Page<StrategyVersionSummary>>(() => apiUrl('/strategy/versions', { pageSize: 200 }));
  }

  /** Since when each principle has been in force, and how many charters cite it. */
  principlesInForce(wanted: () => boolean): HttpResourceRef<Page<PrincipleListed> | undefined> {
    return httpResource<Page<PrincipleListed>>(() => (wanted() ? apiUrl('/principles', { pageSize: 200 }) : undefined));
  }

  principle(code: () => string): HttpResourceRef<Principle | undefined> {
    return httpResource<Principle>(() => apiUrl(`/principles/${encodeURIComponent(code())}`));
  }

  boards(): HttpResourceRef<Page<Board> | undefined> {
    return httpResource<Page<Board>>(() => apiUrl('/boards', { pageSize: 200 }));
  }

  /** By which rule and with how many votes a version was ratified. */
  decision(code: () => string | null | undefined): HttpResourceRef<Decision | undefined> {
    return httpResource<Decision>(() => {
      const wanted = code();
      return wanted ? apiUrl(`/decisions/${wanted}`) : undefined;
    });
  }

  read(n: number): Promise<StrategyVersion> {
    return this.api.get(`/strategy/versions/${n}`);
  }

  start(): Promise<StrategyVersion> {
    return this.api.post('/strategy/versions');
  }

  /** Changes the version (`address` empty) or one of its records (`/principles/<id>`). */
  async change(version: StrategyVersion, address: string, body: Record<string, unknown>): Promise<StrategyVersion> {
    if (address === '') return this.api.patch(at(version), body, version.version);
    return (await this.api.patch<Saved>(`${at(version)}${address}`, body, version.version)).strategyVersion;
  }

  async add(version: StrategyVersion, list: string, body: object): Promise<StrategyVersion> {
    return (await this.api.postTo<Saved>(`${at(version)}/${list}`, body, version.version)).strategyVersion;
  }

  remove(version: StrategyVersion, list: string, id: string): Promise<StrategyVersion> {
    return this.api.delete(`${at(version)}/${list}/${id}`, version.version);
  }

  /** Says where one writes in a draft, and answers where the others do. */
  signOfLife(n: number, section: Section | null): Promise<Presence> {
    return this.api.put(`/strategy/versions/${n}/presence`, { section });
  }

  /** What a file would change of the draft as it stands at `version`; writes nothing. */
  checkFile(n: number, version: number, file: StrategyImport): Promise<StrategyImportCheck> {
    return this.api.postTo(`/strategy/versions/${n}/import/check`, file, version);
  }

  bringIn(n: number, version: number, file: StrategyImport): Promise<StrategyVersion> {
    return this.api.postTo(`/strategy/versions/${n}/import`, file, version);
  }

  propose(version: StrategyVersion): Promise<StrategyProposed> {
    return this.api.post(`${at(version)}/propose`);
  }
}

/** What a write of one record of a draft answers beside that record. */
type Saved = Pick<StrategyPartSaved<DecisionRight>, 'strategyVersion'>;

const at = (version: StrategyVersion): string => `/strategy/versions/${version.number}`;
