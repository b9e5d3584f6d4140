/**
 * Environment -> Config, validated once. What is wrong is named all at once, in
 * sentences for whoever runs the program. Documented in .env.example.
 */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { readMail, readProvider } from './doors/door-settings.ts'
import type { OpenidSettings } from './doors/openid-provider.ts'
import type { SmtpSettings } from './doors/smtp-mailer.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  readonly host: string
  readonly port: number
  /** Where the embedded database lies, when there is no other. */
  readonly dataDir: string
  /** A Postgres database, with the password; null: the embedded one. Never to be logged or printed. */
  readonly databaseUrl: string | null
  /** Where people see the program: 'https://plan.example.org', without a slash at the end. */
  readonly publicOrigin: string
  /** Which proxies' X-Forwarded-For is believed; as Fastify's `trustProxy`. */
  readonly trustProxy: false | string
  /** Does POST /api/demo answer? */
  readonly demo: boolean
  readonly logLevel: LogLevel
  /** 'bench' lifts rates and per-person counts, for load tests. */
  readonly caps: 'normal' | 'bench'
  /** null: no mail is sent. */
  readonly mail: SmtpSettings | null
  /** Where the school's people sign in already; null: nowhere. */
  readonly provider: OpenidSettings | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** All that is wrong with the environment, one sentence each. */
export class ConfigProblems extends Error {
  override readonly name = 'ConfigProblems'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** @throws ConfigProblems */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const value = (name: string) => env[name]?.trim() || undefined

  const port = readPort(value('PORT'), problems)
  const host = value('HOST') ?? '127.0.0.1'
  const publicOrigin = readPublicUrl(value('PUBLIC_URL') ?? `http://localhost:${port}`, problems)
  const isPrivate = isLoopback(host) && new URL(publicOrigin).hostname === 'localhost'
  const config: Config = {
    host,
    port,
    publicOrigin,
    dataDir: value('DATA_DIR') ?? './data',
    databaseUrl: readDatabaseUrl(readSecret('DATABASE_URL', value, problems), problems),
    trustProxy: readTrustProxy(value('TRUST_PROXY'), problems),
    demo: readDemo(value('DEMO'), isPrivate, problems),
    logLevel: readLogLevel(value('LOG_LEVEL'), problems),
    caps: readCaps(value('CAPS'), isLoopback(host), problems),
    mail: readMail(value, problems),
    provider: readProvider(value, problems),
  }

  if (problems.length > 0) throw new ConfigProblems(problems)
  return config
}

/** Can only this machine reach an address like this? */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function readPort(text: string | undefined, problems: string[]): number {
  const port = Number(text ?? '4321')
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  problems.push(`PORT must be a whole number from 1 to 65535, not "${text}".`)
  return 4321
}

/** NAME itself, or what the file says that NAME_FILE names: how secrets reach a container. */
function readSecret(
  name: string,
  value: (name: string) => string | undefined,
  problems: string[],
): string | undefined {
  const file = value(`${name}_FILE`)
  if (file === undefined) return value(name)
  if (value(name) !== undefined) {
    problems.push(`${name} and ${name}_FILE are both set: set one of them.`)
    return undefined
  }
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret === '') problems.push(`${name}_FILE is ${file}, which is empty.`)
    return secret || undefined
  } catch (error) {
    problems.push(`${name}_FILE is ${file}, which cannot be read (${codeOf(error)}).`)
    return undefined
  }
}

/** What is wrong is told without it: it may hold a password. */
function readDatabaseUrl(text: string | undefined, problems: string[]): string | null {
  if (text === undefined) return null
  const url = URL.parse(text)
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
  const hasHost = url?.hostname !== '' || url.searchParams.has('host')
  if (url && isPostgres && hasHost && url.pathname.length > 1 && isDecodable(url)) return text
  problems.push(
    'DATABASE_URL must be an address like postgres://samplan:PASSWORD@db.example.org:5432/samplan, with a host and the name of a database. Letters like @ / : # in a password are written as %40 %2F %3A %23.',
  )
  return null
}

/** Is every % in it followed by two digits that make a letter? */
function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    return [username, password, pathname].every((part) => decodeURIComponent(part) !== null)
  } catch {
    return false
  }
}

function readPublicUrl(text: string, problems: string[]): string {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    problems.push(`PUBLIC_URL must be an address like https://plan.example.org, not "${text}".`)
    return 'http://localhost'
  }
  if (url.protocol === 'http:' && url.hostname !== 'localhost') {
    problems.push(
      `PUBLIC_URL must begin with https://, or be on localhost, not "${text}": browsers refuse what Samplan needs elsewhere.`,
    )
  }
  if (url.href !== `${url.origin}/`) {
    problems.push(`PUBLIC_URL must end after the host and port, not "${text}".`)
  }
  return url.origin
}

function readTrustProxy(text: string | undefined, problems: string[]): Config['trustProxy'] {
  if (text === undefined || text === 'off') return false
  const addresses = text.split(',').map((address) => address.trim())
  if (addresses.every(isProxyAddress)) return addresses.join(',')
  problems.push(
    `TRUST_PROXY must be off, or the addresses of your proxies with commas between, not "${text}".`,
  )
  return false
}

function isProxyAddress(address: string): boolean {
  const [ip = '', bits, more] = address.split('/')
  const version = isIP(ip)
  if (address === 'loopback') return true
  if (version === 0 || more !== undefined) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  )
}

/** @param isPrivate only this machine can reach the program, and knows it as localhost. */
function readDemo(text: string | undefined, isPrivate: boolean, problems: string[]): boolean {
  if (text === undefined) return isPrivate
  if (text !== 'on' && text !== 'off') {
    problems.push(`DEMO must be on or off, not "${text}".`)
  }
  if (text === 'on' && !isPrivate) {
    problems.push(
      'DEMO=on lets anybody in: it needs a loopback HOST (127.0.0.1) and a PUBLIC_URL on localhost.',
    )
  }
  return text === 'on'
}

function readLogLevel(text: string | undefined, problems: string[]): LogLevel {
  const level = LOG_LEVELS.find((candidate) => candidate === (text ?? 'info'))
  if (level) return level
  problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`)
  return 'info'
}

function readCaps(
  text: string | undefined,
  onLoopback: boolean,
  problems: string[],
): Config['caps'] {
  if (text === undefined || text === 'normal') return 'normal'
  if (text !== 'bench') problems.push(`CAPS must be normal or bench, not "${text}".`)
  if (text === 'bench' && !onLoopback) {
    problems.push('CAPS=bench lifts the limits: it needs a loopback HOST (127.0.0.1).')
  }
  return 'bench'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
