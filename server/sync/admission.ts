/**
 * What is asked of a client before its socket is opened: where its page comes
 * from, how new it is, who it is, whose text it brings, which epoch of the plan it
 * knows (rule C1).
 */
import type { IncomingMessage } from 'node:http'
import type { FailureCode } from '../../shared/failure.ts'
import { isId } from '../../shared/ids.ts'
import { CLIENT_PARAMETER, EPOCH_PARAMETER, USER_PARAMETER } from '../../shared/protocol/frames.ts'
import { TEXT_SCHEMA_VERSION } from '../../shared/text/schema.ts'
import { FIRST_EPOCH } from './epoch.ts'
import type { SyncPass } from './sync-pass.ts'

export interface AdmissionDeps {
  /** The pass, or the failure that the socket is closed with. */
  admit(request: IncomingMessage, planId: string): Promise<SyncPass | FailureCode>
  readonly publicOrigin: string
}

export interface Admitted {
  readonly planId: string
  readonly pass: SyncPass
  /** It names our text schema: it knows our own frame types. */
  readonly isOurs: boolean
}

const PATH = /^\/sync\/([^/]+)\/?$/

/** Who comes in to which plan, or why not. */
export async function admission(
  deps: AdmissionDeps,
  request: IncomingMessage,
): Promise<Admitted | FailureCode> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const planId = PATH.exec(pathname)?.[1]
  if (!isId(planId)) return 'plan-not-found'
  const { origin } = request.headers
  if (origin !== undefined && origin !== deps.publicOrigin) return 'wrong-origin'

  const version = searchParams.get(CLIENT_PARAMETER)
  if (version !== null && !(Number(version) >= TEXT_SCHEMA_VERSION)) return 'client-too-old'
  const pass = await deps.admit(request, planId)
  if (typeof pass === 'string') return pass
  // Someone else has signed in in the same browser: this text is not theirs to send.
  const userId = searchParams.get(USER_PARAMETER)
  const isSomebodyElse = userId !== null && userId !== pass.userId
  const epoch = searchParams.get(EPOCH_PARAMETER)
  // Who names none may hold a document of the first: a program that knows of no epochs.
  const isOtherEpoch = Number(epoch ?? FIRST_EPOCH) !== pass.epoch
  if (isSomebodyElse || isOtherEpoch) pass.leave()
  if (isSomebodyElse) return 'sign-in-required'
  if (isOtherEpoch) return 'epoch-changed'
  return { planId, pass, isOurs: version !== null }
}
