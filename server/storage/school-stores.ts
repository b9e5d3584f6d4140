/** The stores of what a school is beside its plans, over one database. */
import type { Kysely } from 'kysely'
import { createKyselyAuditStore } from './kysely-audit-store.ts'
import { createKyselyErasureStore } from './kysely-erasure-store.ts'
import { createKyselyMemberStore } from './kysely-member-store.ts'
import { createKyselyPupilStore } from './kysely-pupil-store.ts'
import { createKyselyRetentionStore } from './kysely-retention-store.ts'
import { createKyselySettingsStore } from './kysely-settings-store.ts'
import type { Tables } from './schema.ts'

export function createSchoolStores(db: Kysely<Tables>) {
  return {
    members: createKyselyMemberStore(db),
    settings: createKyselySettingsStore(db),
    audit: createKyselyAuditStore(db),
    erasures: createKyselyErasureStore(db),
    pupils: createKyselyPupilStore(db),
    retention: createKyselyRetentionStore(db),
  }
}
