/**
 * IdentityProvider by OpenID Connect, with openid-client: code flow with PKCE,
 * state and nonce.
 *
 * The provider is asked what it offers when the first person comes, and again
 * until it answers: the school starts without it. What it said is asked anew
 * after an hour, so that its keys and addresses may change.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
} from 'openid-client'
import type { FastifyBaseLogger } from 'fastify'
import type { GroupRoles } from '../sign-in/group-roles.ts'
import type { IdentityProvider, ProviderClaims } from '../sign-in/identity-provider.ts'

export interface OpenidSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it as. */
  readonly name: string
  readonly scope: string
  /** Claim that names the groups; null: none does. */
  readonly groupClaim: string | null
  readonly groupRoles: GroupRoles
  /** Id or name of the school it is for; null: the only one. */
  readonly school: string | null
}

export interface OpenidDeps {
  readonly settings: OpenidSettings
  /** Where the provider sends browsers back to. */
  readonly callbackUrl: string
  readonly logger: Pick<FastifyBaseLogger, 'warn'>
  readonly nowMs: () => number
}

const PATIENCE_SECONDS = 8
const KNOWN_FOR_MS = 60 * 60 * 1000
/** Who signed in so long ago has shown it just now. */
const FRESH_SECONDS = 5 * 60

export function createOpenidProvider(deps: OpenidDeps): IdentityProvider {
  const { settings, callbackUrl, logger } = deps
  const known = createDiscovery(deps)

  return {
    name: settings.name,
    issuer: issuerKey(settings.issuer),

    async signInUrl({ state, nonce, codeVerifier }, asking) {
      try {
        const configuration = await known()
        return buildAuthorizationUrl(configuration, {
          redirect_uri: callbackUrl,
          scope: settings.scope,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          // Both are in the hands of the browser: what counts is `auth_time` in the answer.
          ...(asking === 'anew' ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
        })
      } catch (error) {
        logger.warn({ err: error }, 'the sign-in provider does not answer')
        return 'unavailable'
      }
    },

    async whoCame(callback, { state, nonce, codeVerifier }) {
      const configuration = await known().catch(() => null)
      if (!configuration) return 'unavailable'
      try {
        const tokens = await authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) return 'refused'
        const info = configuration.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : {}
        return readClaims({ ...info, ...claims }, settings)
      } catch (error) {
        logger.warn({ err: error }, 'an answer of the sign-in provider was not taken')
        return isNetworkTrouble(error) ? 'unavailable' : 'refused'
      }
    },
  }
}

/** What the provider offers, asked when it is wanted; a failure is not remembered. */
function createDiscovery({ settings, nowMs }: OpenidDeps): () => Promise<Configuration> {
  let asked: { readonly atMs: number; readonly answer: Promise<Configuration> } | null = null
  return () => {
    if (asked && nowMs() - asked.atMs < KNOWN_FOR_MS) return asked.answer
    const { issuer, clientId, clientSecret } = settings
    // Config lets http through for this machine only.
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
    const answer = discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: PATIENCE_SECONDS,
    })
    const mine = { atMs: nowMs(), answer }
    asked = mine
    answer.catch(() => {
      if (asked === mine) asked = null
    })
    return answer
  }
}

function readClaims(
  claims: Readonly<Record<string, unknown>>,
  { groupClaim }: OpenidSettings,
): ProviderClaims {
  const { iss, sub, name, preferred_username: userName } = claims
  return {
    issuer: issuerKey(String(iss)),
    subject: String(sub),
    name: lineOf(name) ?? lineOf(userName),
    groups: groupClaim === null ? null : groupsIn(claims[groupClaim]),
    isFresh: isFresh(claims),
  }
}

/** Both times are the provider's own: its clock may be another than ours. */
function isFresh({ iat, auth_time: signedInAt }: Readonly<Record<string, unknown>>): boolean {
  if (typeof iat !== 'number' || typeof signedInAt !== 'number') return false
  return iat - signedInAt <= FRESH_SECONDS
}

/** One provider, whether its address is written with a slash at the end or without. */
function issuerKey(issuer: string): string {
  return issuer.replace(/\/$/, '')
}

function lineOf(value: unknown): string | null {
  return typeof value === 'string' && /[\p{L}\p{N}]/u.test(value) ? value : null
}

/** A list of names, or one; null: the provider says nothing of them. */
function groupsIn(value: unknown): readonly string[] | null {
  if (value === undefined) return null
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string')
}

/** Nobody answered, or not in time: as fetch throws it. */
function isNetworkTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'TimeoutError' || error.message === 'fetch failed') return true
  return isNetworkTrouble(error.cause)
}
