/**
 * Every way the product refuses or fails towards a client, in one table.
 *
 * REST replies, socket close frames and the client's messages all read it, so a
 * code means the same everywhere. `http` is the status of a reply, `close` the
 * socket's close code: 4400-4499 are final for the client, the others reconnect.
 */
interface FailureTraits {
  readonly http: number
  readonly close: number
  readonly retry: 'never' | 'later' | 'after-reload'
}

export const FAILURES = {
  'bad-request': { http: 400, close: 4400, retry: 'never' },
  'bad-frame': { http: 400, close: 4400, retry: 'never' },
  'update-refused': { http: 400, close: 4400, retry: 'never' },
  'sign-in-required': { http: 401, close: 4401, retry: 'never' },
  'sign-in-failed': { http: 401, close: 4401, retry: 'never' },
  'proof-required': { http: 403, close: 4403, retry: 'never' },
  'password-too-weak': { http: 400, close: 4400, retry: 'never' },
  'not-confirmed': { http: 400, close: 4400, retry: 'never' },
  'email-taken': { http: 409, close: 4409, retry: 'never' },
  'name-taken': { http: 409, close: 4409, retry: 'never' },
  'not-for-you': { http: 403, close: 4403, retry: 'never' },
  'provider-unavailable': { http: 503, close: 1013, retry: 'later' },
  'access-denied': { http: 403, close: 4403, retry: 'never' },
  'wrong-origin': { http: 403, close: 4403, retry: 'never' },
  'not-found': { http: 404, close: 4404, retry: 'never' },
  'plan-not-found': { http: 404, close: 4404, retry: 'never' },
  'link-not-valid': { http: 410, close: 4404, retry: 'never' },
  'epoch-changed': { http: 409, close: 4409, retry: 'after-reload' },
  'already-set-up': { http: 409, close: 4409, retry: 'never' },
  'last-coordinator': { http: 409, close: 4409, retry: 'never' },
  'already-member': { http: 409, close: 4409, retry: 'never' },
  'above-role': { http: 409, close: 4409, retry: 'never' },
  'suggestion-stale': { http: 409, close: 4409, retry: 'never' },
  'suggestion-settled': { http: 409, close: 4409, retry: 'never' },
  'discussion-full': { http: 409, close: 4409, retry: 'never' },
  'update-too-large': { http: 413, close: 4413, retry: 'never' },
  'plan-too-large': { http: 413, close: 4413, retry: 'never' },
  'client-too-old': { http: 426, close: 4426, retry: 'after-reload' },
  'too-many-requests': { http: 429, close: 1013, retry: 'later' },
  'plan-busy': { http: 503, close: 1013, retry: 'later' },
  'storage-unavailable': { http: 503, close: 1013, retry: 'later' },
  'server-restarting': { http: 503, close: 1012, retry: 'later' },
  'server-error': { http: 500, close: 1011, retry: 'later' },
} as const satisfies Record<string, FailureTraits>

export type FailureCode = keyof typeof FAILURES

/** Is this text one of the codes of the table? For what comes over the wire. */
export function isFailureCode(value: unknown): value is FailureCode {
  return typeof value === 'string' && Object.hasOwn(FAILURES, value)
}

/** What a refusal tells the client beside its code. */
export interface FailureTold {
  /** The part of what was sent that was not taken: a key of the body, 'name'. */
  readonly field?: string | undefined
  /** The school to which the one who asks has no access any more. Told to nobody else. */
  readonly schoolId?: string
}

/** Thrown by anything that cannot do what a client asked; the edges translate it. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly told: FailureTold

  constructor(
    code: FailureCode,
    /** For the log. Never shown to the client, so it may name ids. */
    detail: string,
    { told = {}, ...options }: ErrorOptions & { readonly told?: FailureTold } = {},
  ) {
    super(`${code}: ${detail}`, options)
    this.code = code
    this.told = told
  }

  get traits(): FailureTraits {
    return FAILURES[this.code]
  }
}
