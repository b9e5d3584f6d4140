/** Every command of `samplan`, in the order in which the help names them. */
import { auditVerify } from './audit-verify.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { createSchool } from './create-school.ts'
import { doctor } from './doctor.ts'
import { erase } from './erase.ts'
import { invite } from './invite.ts'
import { redact } from './redact.ts'
import { restore } from './restore.ts'
import { sessionsEnd, sessionsList } from './sessions.ts'
import { signInLink } from './sign-in-link.ts'
import { suspend } from './suspend.ts'

export const COMMANDS: readonly Command[] = [
  createSchool,
  invite,
  signInLink,
  suspend,
  erase,
  sessionsList,
  sessionsEnd,
  redact,
  auditVerify,
  backup,
  restore,
  doctor,
]
