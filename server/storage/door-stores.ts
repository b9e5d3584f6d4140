/** The stores of signing in, over one database. */
import type { Kysely } from 'kysely'
import { createKyselyAccountStore } from './kysely-account-store.ts'
import { createKyselyIdentityStore } from './kysely-identity-store.ts'
import { createKyselyPersonalInvitationStore } from './kysely-personal-invitation-store.ts'
import type { Tables } from './schema.ts'

export function createDoorStores(db: Kysely<Tables>) {
  return {
    accounts: createKyselyAccountStore(db),
    identities: createKyselyIdentityStore(db),
    personalInvitations: createKyselyPersonalInvitationStore(db),
  }
}
