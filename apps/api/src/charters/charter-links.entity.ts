import type { Confidence, PartyRole } from '@sightline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('charter_principle')
export class CharterPrincipleEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  principleId!: string;

  @Column({ type: 'text' })
  how!: string;
}

@Entity('charter_kpi')
export class CharterKpiEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  kpiId!: string;

  @Column({ type: 'uuid' })
  kpiRevisionId!: string;

  @Column({ type: 'numeric', nullable: true })
  fromValue!: string | null;

  @Column({ type: 'numeric', nullable: true })
  toValue!: string | null;

  @Column({ type: 'date', nullable: true })
  byDate!: string | null;

  @Column({ type: 'text' })
  confidence!: Confidence;
}

@Entity('charter_domain')
export class CharterDomainEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  domainId!: string;
}

@Entity('charter_entity')
export class CharterDataEntityEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @Column({ type: 'uuid' })
  domainId!: string;

  @PrimaryColumn({ type: 'uuid' })
  entityId!: string;

  @Column({ type: 'boolean' })
  essential!: boolean;
}

@Entity('charter_service')
export class CharterServiceEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  serviceId!: string;
}

@Entity('charter_system')
export class CharterSystemEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  systemId!: string;
}

@Entity('charter_party')
export class CharterPartyEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  partyId!: string;

  @Column({ type: 'text' })
  role!: PartyRole;
}

@Entity('charter_predecessor')
export class CharterPredecessorEntity {
  @PrimaryColumn({ type: 'uuid' })
  charterId!: string;

  @PrimaryColumn({ type: 'uuid' })
  predecessorId!: string;
}
