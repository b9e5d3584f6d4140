/**
 * Those who said or did something, as others see them: by the name they have now. Who was
 * erased or has left the school is called by what they were.
 */
import type { Role } from '../../shared/access/policy.ts'
import type { Speaker } from '../../shared/api/threads.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { serverWords } from '../words/server-words.ts'

/** A member of a school, or one who has left it. */
export interface KnownSpeaker {
  readonly memberId: MemberId
  /** null: they have left. */
  readonly name: string | null
  readonly role: Role
}

/** By member id; whoever never was a member of the school is not among them. */
export type Speakers = ReadonlyMap<string, KnownSpeaker>

/** @param language of the school. */
export function showSpeaker({ memberId, name, role }: KnownSpeaker, language: Language): Speaker {
  return { memberId, name: name ?? serverWords(language).former[role], role }
}
