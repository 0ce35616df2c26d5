export const ROLES = [
  'cio_office',
  'board_member',
  'board_secretary',
  'champion',
  'project_lead',
  'steward',
  'service_owner',
  'auditor',
  'external',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const PERSONAS = [
  'cio',
  'secretary',
  'board-business',
  'board-data',
  'board-security',
  'board-it',
  'champion',
  'lead',
  'steward',
  'service-owner',
  'auditor',
  'external',
  'admin',
] as const;
export type Persona = (typeof PERSONAS)[number];
