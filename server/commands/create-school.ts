/** samplan create-school: a school beside others, and the link by which its coordinator comes in. */
import { createId, type MemberId, type SchoolId, type UserId } from '../../shared/ids.ts'
import { isLanguage, LANGUAGES } from '../../shared/languages.ts'
import { knownZone } from '../people/known-zone.ts'
import { makeSignInLink } from '../sign-in/one-time-links.ts'
import { createKyselyAccountStore } from '../storage/kysely-account-store.ts'
import { createKyselySchoolStore } from '../storage/kysely-school-store.ts'
import { type Command, CommandProblem, type Given } from './command.ts'
import { openData } from './open-data.ts'
import { lineOf } from './typed-options.ts'

/** A coordinator may read the message tomorrow. */
const LINK_MINUTES = 3 * 24 * 60

export const createSchool: Command = {
  name: 'create-school',
  says: 'makes a school, with a link by which its coordinator comes in',
  options: {
    name: { value: 'NAME', says: 'of the school' },
    coordinator: { value: 'NAME', says: 'of the person who leads the work there' },
    language: { value: 'LANGUAGE', says: `${LANGUAGES.join(', ')}; nb when it is not said` },
    'time-zone': { value: 'ZONE', says: 'like Europe/Oslo, which it is when it is not said' },
  },
  async run({ config, nowMs, random }, given) {
    const school = {
      schoolId: createId<SchoolId>(random),
      name: lineOf(given, 'name'),
      language: languageOf(given),
      timeZone: timeZoneOf(given),
      frozenToday: null,
      expiresAtMs: null,
      createdAtMs: nowMs(),
    }
    const userId = createId<UserId>(random)
    const coordinator = {
      userId,
      memberId: createId<MemberId>(random),
      name: lineOf(given, 'coordinator'),
      language: school.language,
      role: 'coordinator',
    } as const
    return openData(config, async ({ db }) => {
      await createKyselySchoolStore(db).addSchool({ ...school, members: [coordinator] })
      const accounts = createKyselyAccountStore(db)
      const { publicOrigin } = config
      const { url, expiresAtMs } = await makeSignInLink(
        { accounts, publicOrigin, nowMs, random },
        { userId, path: '/', minutes: LINK_MINUTES },
      )
      const { schoolId, name } = school
      return {
        lines: [
          `${name} is there. ${coordinator.name} comes in by this link, once, within three days:`,
          `  ${url}`,
        ],
        json: { schoolId, memberId: coordinator.memberId, url, expiresAtMs },
      }
    })
  },
}

function languageOf(given: Given) {
  const language = given.text('language') ?? 'nb'
  if (isLanguage(language)) return language
  throw new CommandProblem(`--language is one of ${LANGUAGES.join(', ')}, not ${language}.`, {
    isUsage: true,
  })
}

function timeZoneOf(given: Given): string {
  const timeZone = given.text('time-zone') ?? 'Europe/Oslo'
  const known = knownZone(timeZone)
  if (known !== null) return known
  const sentence = `--time-zone is like Europe/Oslo; there is none called ${timeZone}.`
  throw new CommandProblem(sentence, { isUsage: true })
}
