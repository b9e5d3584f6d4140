/**
 * The settings of the doors to other machines: mail and the sign-in provider.
 * Read by config.ts, with all that is wrong named at once.
 */
import { readFileSync } from 'node:fs'
import { normalEmail } from '../sign-in/email-address.ts'
import { type GroupRole, isGroupRole } from '../sign-in/group-roles.ts'
import type { OpenidSettings } from './openid-provider.ts'
import type { SmtpSettings } from './smtp-mailer.ts'

type Value = (name: string) => string | undefined

/** null: no mail is sent. */
export function readMail(value: Value, problems: string[]): SmtpSettings | null {
  const url = secretOf('SMTP_URL', value, problems)
  const from = value('MAIL_FROM')
  if (url === undefined) {
    const isOnlyFrom = from !== undefined && value('SMTP_URL_FILE') === undefined
    if (isOnlyFrom) problems.push('MAIL_FROM is set, but SMTP_URL is not.')
    return null
  }
  const parsed = URL.parse(url)
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '') {
    // Never the address itself: it holds a password.
    problems.push('SMTP_URL must be like smtp://user:password@mail.skole.no:587, or smtps://….')
  }
  if (from === undefined || !isSender(from)) {
    problems.push('MAIL_FROM must say who the letters are from, like: Samplan <samplan@skole.no>.')
  }
  return { url, from: from ?? '' }
}

/** 'samplan@skole.no', or 'Samplan <samplan@skole.no>'. */
function isSender(from: string): boolean {
  const address = /<(?<address>[^<>]*)>$/.exec(from)?.groups?.['address'] ?? from
  return normalEmail(address) !== null && !/[\r\n]/.test(from)
}

/** null: nobody signs in by a provider. */
export function readProvider(value: Value, problems: string[]): OpenidSettings | null {
  const issuer = value('OIDC_ISSUER')
  const clientSecret = secretOf('OIDC_CLIENT_SECRET', value, problems)
  const clientId = value('OIDC_CLIENT_ID')
  if (issuer === undefined) {
    const set = OTHERS.filter((name) => value(name) !== undefined)
    if (set.length > 0) problems.push(`${set.join(', ')}: set, but OIDC_ISSUER is not.`)
    return null
  }
  const url = URL.parse(issuer)
  const isLocal = url?.protocol === 'http:' && url.hostname === 'localhost'
  if (!url || !(url.protocol === 'https:' || isLocal)) {
    problems.push(`OIDC_ISSUER must begin with https://, not "${issuer}".`)
  }
  if (clientId === undefined) problems.push('OIDC_CLIENT_ID is missing: the provider gives it.')
  if (clientSecret === undefined && value('OIDC_CLIENT_SECRET_FILE') === undefined) {
    problems.push('OIDC_CLIENT_SECRET, or OIDC_CLIENT_SECRET_FILE, is missing.')
  }
  const groupRoles = readGroupRoles(value('OIDC_GROUP_ROLES'), problems)
  const groupClaim = value('OIDC_GROUP_CLAIM') ?? null
  if (groupClaim === null && [...groupRoles.keys()].some((group) => group !== '*')) {
    problems.push(
      'OIDC_GROUP_ROLES names groups, but OIDC_GROUP_CLAIM does not say where they are.',
    )
  }
  return {
    issuer,
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    name: value('OIDC_NAME') ?? url?.hostname ?? '',
    scope: value('OIDC_SCOPE') ?? 'openid profile',
    groupClaim,
    groupRoles,
    school: value('OIDC_SCHOOL') ?? null,
  }
}

const OTHERS = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_GROUP_ROLES', 'OIDC_GROUP_CLAIM']

/** 'group=role,group=role'; a group's name may hold '=' and, as %2C, a comma. */
function readGroupRoles(text: string | undefined, problems: string[]): Map<string, GroupRole> {
  const roles = new Map<string, GroupRole>()
  for (const part of text?.split(',') ?? []) {
    const at = part.lastIndexOf('=')
    const group = part.slice(0, at).trim().replaceAll('%2C', ',')
    const role = part.slice(at + 1).trim()
    if (at > 0 && group !== '' && isGroupRole(role)) roles.set(group, role)
    else {
      problems.push(
        `OIDC_GROUP_ROLES must be like teachers=teacher,heads=leadership with the roles coordinator, teacher, leadership and guest, not "${part.trim()}".`,
      )
    }
  }
  return roles
}

/** The value itself, or the content of the file that NAME_FILE names. */
function secretOf(name: string, value: Value, problems: string[]): string | undefined {
  const file = value(`${name}_FILE`)
  if (file === undefined) return value(name)
  if (value(name) !== undefined) {
    problems.push(`${name} and ${name}_FILE are both set: one of them is enough.`)
    return value(name)
  }
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch {
    problems.push(`${name}_FILE names ${file}, which cannot be read.`)
    return undefined
  }
}
