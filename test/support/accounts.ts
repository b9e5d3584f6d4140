/** People with an e-mail address and a password, and the requests they send. */
import { createPasswords } from '../../server/sign-in/passwords.ts'
import { createKyselyAccountStore } from '../../server/storage/kysely-account-store.ts'
import { randomBytes } from 'node:crypto'
import type { Me } from '../../shared/api/me.ts'
import type { TestApp, TestRequest } from './build-app.ts'
import type { TestPerson } from './test-people.ts'

export const PASSWORD = 'tre grønne sykler'

/** Gives the person an account; the password is made once per password. */
export async function giveAccount(
  { database, clock }: TestApp,
  { userId }: Pick<TestPerson, 'userId'>,
  { email, password = PASSWORD }: { email: string; password?: string | null },
): Promise<void> {
  const store = createKyselyAccountStore(database.db)
  await store.setEmail(userId, email, clock.nowMs)
  if (password !== null) await store.setPassword(userId, await kept(password), clock.nowMs)
}

const made = new Map<string, Promise<string>>()

function kept(password: string): Promise<string> {
  const known = made.get(password) ?? createPasswords(randomBytes).keep(password)
  made.set(password, known)
  return known
}

export interface TypedSignIn {
  readonly email: string
  readonly password?: string
  readonly to?: string
  /** Network address; every test has its own unless it says so. */
  readonly from?: string
  readonly cookie?: string
  readonly publicComputer?: boolean
  readonly headers?: TestRequest['headers']
}

/** Types e-mail and password at the door. */
export function signInAs(app: TestApp, typed: TypedSignIn) {
  const {
    email,
    password = PASSWORD,
    to = '/',
    from,
    cookie,
    headers,
    publicComputer = false,
  } = typed
  return app.send({
    method: 'POST',
    url: '/api/sign-in/password',
    body: { email, password, to, publicComputer },
    cookie,
    headers,
    from,
  })
}

/** What the trails of all schools tell, in order. */
export async function auditedDeeds({ database }: TestApp): Promise<readonly string[]> {
  const rows = await database.db.selectFrom('audit_entry').select('deed').orderBy('seq').execute()
  return rows.map(({ deed }) => deed).filter((deed) => deed !== 'school-made')
}

/** Who this cookie is. */
export async function whoIs(app: TestApp, cookie: string | null): Promise<Me> {
  return (await app.send({ url: '/api/me', cookie })).json<Me>()
}
