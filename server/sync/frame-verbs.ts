/**
 * The verb of every message that a client can send: asked of its pass, each time.
 *
 * Content of a reader is looked at nevertheless when there can be nothing new in
 * it (rule R1): a reader too tells in step2 what they have.
 */
import type { Verb } from '../../shared/access/policy.ts'
import type { ClientFrame } from '../../shared/protocol/frames.ts'

export const FRAME_VERBS = {
  step1: 'plan.read',
  content: 'plan.write',
  awareness: 'plan.read',
  'query-awareness': 'plan.read',
  diverged: 'plan.read',
  unknown: 'plan.read',
} as const satisfies Record<ClientFrame['kind'], Verb>

/** The verbs that a pass is asked about. */
export type SocketVerb = (typeof FRAME_VERBS)[keyof typeof FRAME_VERBS]
