/**
 * One request to the school's server. The contracts' types come from shared/api;
 * there is no validator here, the server is the one that checks.
 */
import { type FailureCode, type FailureTold, isFailureCode } from '../../shared/failure.ts'

/** Why a request did not do what was asked: the server said so, or nobody answered. */
export type RequestProblem = FailureCode | 'no-connection'

/** What every function of this folder throws. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly problem: RequestProblem
  /** What the server said beside. */
  readonly told: FailureTold

  constructor(
    problem: RequestProblem,
    { told = {}, ...options }: ErrorOptions & { readonly told?: FailureTold } = {},
  ) {
    super(problem, options)
    this.problem = problem
    this.told = told
  }
}

/** The problem behind anything that was thrown; a bug of ours counts as the server's error. */
export function problemOf(error: unknown): RequestProblem {
  return error instanceof RequestFailed ? error.problem : 'server-error'
}

/** What the server said beside its refusal; nothing, of anything else that was thrown. */
export function toldBy(error: unknown): FailureTold {
  return error instanceof RequestFailed ? error.told : {}
}

/** How a request is made. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** @throws RequestFailed */
export async function request<Reply>(path: string, options: RequestOptions = {}): Promise<Reply> {
  const { method = 'GET', body, headers, signal } = options
  const response = await send(path, {
    method,
    ...(signal && { signal }),
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await failureIn(response)
  return response.status === 204 ? (undefined as Reply) : ((await response.json()) as Reply)
}

/** A file as the server sends it, and what the reply says of it. @throws RequestFailed */
export async function requestFile(
  path: string,
  { signal }: Pick<RequestOptions, 'signal'> = {},
): Promise<{ readonly file: Blob; readonly headers: Headers }> {
  const response = await send(path, { ...(signal && { signal }) })
  if (!response.ok) throw await failureIn(response)
  try {
    return { file: await response.blob(), headers: response.headers }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestFailed('no-connection', { cause: error })
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestFailed('no-connection', { cause: error })
  }
}

/** A proxy in between may answer with a page of its own. */
async function failureIn(response: Response): Promise<RequestFailed> {
  const said: unknown = await response.json().catch(() => null)
  const body = (said ?? {}) as Readonly<Record<string, unknown>>
  const { code, field, schoolId } = body
  if (!isFailureCode(code)) {
    return new RequestFailed(response.status >= 502 ? 'no-connection' : 'server-error')
  }
  return new RequestFailed(code, {
    told: {
      ...(typeof field === 'string' && { field }),
      ...(typeof schoolId === 'string' && { schoolId }),
    },
  })
}
