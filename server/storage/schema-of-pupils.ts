/** The tables of the pupils' door, as Kysely sees them; their habits are schema.ts's. */
import type { PlanId, PupilDoorId, SchoolId, UserId } from '../../shared/ids.ts'

export interface PupilTables {
  pupil_door: PupilDoorTable
  return_code: ReturnCodeTable
}

interface PupilDoorTable {
  id: PupilDoorId
  /** Six letters, and a token for the link: readable while it is open, then null; see adr/0026. */
  code: string | null
  token: string | null
  school_id: SchoolId
  /** What is opened to them. */
  plan_id: PlanId
  /** The class; '' for none. */
  label: string
  created_at_ms: number
  expires_at_ms: number
  max_uses: number
  uses: number
  closed_at_ms: number | null
}

/** By what a pupil comes back: one each, only its SHA-256, hex. */
interface ReturnCodeTable {
  user_id: UserId
  code_hash: string
  made_at_ms: number
}
