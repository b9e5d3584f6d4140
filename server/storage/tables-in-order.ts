/** Every table, each after those that it points to: the order in which rows are put in. */
import type { Tables } from './schema.ts'

const ORDER: Readonly<Record<keyof Tables, true>> = {
  school: true,
  user: true,
  member: true,
  session: true,
  sign_in_link: true,
  set_up_link: true,
  account: true,
  one_time_link: true,
  session_proof: true,
  identity: true,
  provider_attempt: true,
  personal_invitation: true,
  plan: true,
  invitation: true,
  pupil_door: true,
  return_code: true,
  plan_update: true,
  plan_client: true,
  plan_checkpoint: true,
  plan_history: true,
  plan_history_state: true,
  plan_summary: true,
  plan_search: true,
  plan_right: true,
  plan_post: true,
  audit_head: true,
  audit_entry: true,
  audit_text: true,
}

export const TABLES_IN_ORDER = Object.keys(ORDER) as readonly (keyof Tables)[]
