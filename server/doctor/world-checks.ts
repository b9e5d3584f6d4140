/** What the doctor looks at round the database: disk, address, mail, sign-in provider, backups. */
import { statfs } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { type Check, fine, problem, warning } from './check.ts'

export interface WorldDeps {
  readonly config: Config
  /** That is there. */
  readonly dataFolder: string
  /** When the latest backup was made; null: there is none. */
  readonly latestBackupMs: number | null
  readonly nowMs: number
  /** Does the mail server let us in? @throws Error why not. */
  readonly tryMail: (settings: NonNullable<Config['mail']>) => Promise<void>
}

const GIB = 1024 ** 3
const FEW_BYTES = 1 * GIB
const NO_BYTES = GIB / 10
const DAY_MS = 24 * 60 * 60 * 1000
/** A backup a week is the least. */
const OLD_DAYS = 8
/** A server that does not answer by then does not answer people either. */
const PATIENCE_MS = 5000

export function worldChecks(deps: WorldDeps): readonly Check[] {
  const { config } = deps
  return [
    { name: 'disk', look: () => lookAtDisk(deps.dataFolder) },
    { name: 'backups', look: async () => lookAtBackups(deps) },
    { name: 'address', look: () => lookAtAddress(config) },
    { name: 'mail', look: () => lookAtMail(deps) },
    { name: 'sign-in provider', look: () => lookAtProvider(config) },
  ]
}

async function lookAtDisk(folder: string) {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const said = `${(free / GIB).toFixed(1)} GiB are free for ${folder}.`
  if (free < NO_BYTES) return problem(`${said} Soon nothing can be saved any more.`)
  return free < FEW_BYTES ? warning(`${said} Make room, or move old backups away.`) : fine(said)
}

function lookAtBackups({ latestBackupMs, nowMs }: WorldDeps) {
  if (latestBackupMs === null) {
    return warning('There is no backup in DATA_DIR/backups: samplan backup makes one.')
  }
  const days = Math.floor((nowMs - latestBackupMs) / DAY_MS)
  const said = `The latest backup is ${days} days old.`
  return days > OLD_DAYS
    ? warning(`${said} Does whatever should make them still run?`)
    : fine(`${said} Is a copy of it kept on another machine?`)
}

async function lookAtAddress({ publicOrigin }: Config) {
  const { hostname } = new URL(publicOrigin)
  const answer = await fetch(`${publicOrigin}/livez`, {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  const isLocal = hostname === 'localhost'
  if (answer?.ok) {
    const said = `Samplan answers at ${publicOrigin}.`
    return isLocal ? warning(`${said} Only this machine can reach it: set PUBLIC_URL.`) : fine(said)
  }
  return warning(
    `Nothing answers at ${publicOrigin}. If Samplan runs: is PUBLIC_URL what people type, and does the proxy lead here?`,
  )
}

async function lookAtMail({ config: { mail }, tryMail }: WorldDeps) {
  if (mail === null) return fine('No mail is sent (SMTP_URL is not set): links are handed over.')
  try {
    await tryMail(mail)
    return fine('The mail server lets us in.')
  } catch (error) {
    // Never the address: it holds a password.
    const said = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    return problem(`The mail server does not let us in (${said}). Is SMTP_URL right?`)
  }
}

async function lookAtProvider({ provider }: Config) {
  if (provider === null) return fine('Nobody signs in by a provider (OIDC_ISSUER is not set).')
  const url = `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const said = (await answer.json()) as { readonly issuer?: unknown }
    if (said.issuer === provider.issuer) return fine(`${provider.issuer} answers.`)
    return problem(`${url} says that it is ${String(said.issuer)}: set OIDC_ISSUER to that.`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return problem(`${url} does not answer as it should (${why}): nobody can sign in by it.`)
  }
}
