/** samplan audit verify: is the audit trail of every school whole, and up to which hash? */
import { verifyAudit } from '../audit/verify-audit.ts'
import { createKyselyAuditStore } from '../storage/kysely-audit-store.ts'
import { listSchools } from '../storage/look-round.ts'
import type { Command } from './command.ts'
import { beside } from './open-data.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  says: 'looks whether the audit trail of every school is whole, and says its last hash',
  options: {},
  run({ config }) {
    return beside(config, async ({ db }) => {
      const store = createKyselyAuditStore(db)
      const trails = []
      for (const { schoolId, name } of await listSchools(db)) {
        trails.push({ schoolId, name, ...(await verifyAudit(store, schoolId)) })
      }
      const lines = trails.map(({ name, entries, hash, fault }) =>
        fault === null
          ? `${name}: ${entries} entries, whole. The last hash is ${hash}`
          : `${name}: NOT WHOLE from entry ${fault.seq} on (${fault.kind}); ${entries} before it are.`,
      )
      return {
        lines: lines.length > 0 ? lines : ['There is no school here yet.'],
        json: { trails },
        isBad: trails.some(({ fault }) => fault !== null),
      }
    })
  },
}
