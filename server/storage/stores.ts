/** Every store of rows, over one database. */
import { createKyselyAccountStore } from './kysely-account-store.ts'
import { createKyselyAuditStore } from './kysely-audit-store.ts'
import { createKyselyErasureStore } from './kysely-erasure-store.ts'
import { createKyselyHistoryStore } from './kysely-history-store.ts'
import { createKyselyIdentityStore } from './kysely-identity-store.ts'
import { createKyselyInboxStore } from './kysely-inbox-store.ts'
import { createKyselyInvitationStore } from './kysely-invitation-store.ts'
import { createKyselyMemberStore } from './kysely-member-store.ts'
import { createKyselyPeopleStore } from './kysely-people-store.ts'
import { createKyselyPersonalInvitationStore } from './kysely-personal-invitation-store.ts'
import { createKyselyPlanPeopleStore } from './kysely-plan-people-store.ts'
import { createKyselyPlanStore } from './kysely-plan-store.ts'
import { createKyselyPupilStore } from './kysely-pupil-store.ts'
import { createKyselyRetentionStore } from './kysely-retention-store.ts'
import { createKyselySchoolStore } from './kysely-school-store.ts'
import { createKyselySearchStore } from './kysely-search-store.ts'
import { createKyselySettingsStore } from './kysely-settings-store.ts'
import { createKyselyThreadStore } from './kysely-thread-store.ts'
import type { Database } from './database.ts'

export function createStores(db: Database['db']) {
  return {
    schools: createKyselySchoolStore(db),
    settings: createKyselySettingsStore(db),
    people: createKyselyPeopleStore(db),
    members: createKyselyMemberStore(db),
    invitations: createKyselyInvitationStore(db),
    pupils: createKyselyPupilStore(db),
    accounts: createKyselyAccountStore(db),
    identities: createKyselyIdentityStore(db),
    personalInvitations: createKyselyPersonalInvitationStore(db),
    plans: createKyselyPlanStore(db),
    planPeople: createKyselyPlanPeopleStore(db),
    search: createKyselySearchStore(db),
    inbox: createKyselyInboxStore(db),
    threads: createKyselyThreadStore(db),
    history: createKyselyHistoryStore(db),
    audit: createKyselyAuditStore(db),
    erasures: createKyselyErasureStore(db),
    retention: createKyselyRetentionStore(db),
  }
}
