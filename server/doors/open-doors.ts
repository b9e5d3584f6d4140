/** The doors to other machines, from their settings. Nobody is called yet. */
import type { FastifyBaseLogger } from 'fastify'
import type { GroupRoles } from '../sign-in/group-roles.ts'
import type { IdentityProvider } from '../sign-in/identity-provider.ts'
import type { Mailer } from '../sign-in/mailer.ts'
import { CALLBACK_PATH } from '../sign-in/provider-route.ts'
import { createOpenidProvider, type OpenidSettings } from './openid-provider.ts'
import { createSmtpMailer, type SmtpSettings } from './smtp-mailer.ts'

export interface DoorConfig {
  readonly mail: SmtpSettings | null
  readonly provider: OpenidSettings | null
  readonly publicOrigin: string
}

export interface OpenDoors {
  readonly mailer: Mailer | null
  readonly provider: {
    readonly provider: IdentityProvider
    readonly groupRoles: GroupRoles
    readonly school: string | null
  } | null
}

export function openDoors(
  { mail, provider: settings, publicOrigin }: DoorConfig,
  logger: FastifyBaseLogger,
  nowMs: () => number,
): OpenDoors {
  const callbackUrl = publicOrigin + CALLBACK_PATH
  return {
    mailer: mail && createSmtpMailer(mail),
    provider: settings && {
      provider: createOpenidProvider({ settings, callbackUrl, logger, nowMs }),
      groupRoles: settings.groupRoles,
      school: settings.school,
    },
  }
}
