/** A school whose people sign in at a real OpenID provider, and the ways through its door. */
import type { OpenidSettings } from '../../server/doors/openid-provider.ts'
import type { GroupRole } from '../../server/sign-in/group-roles.ts'
import type { ProviderPage } from '../../shared/api/sign-in.ts'
import { buildTestApp, TEST_ORIGIN, type TestApp } from './build-app.ts'
import { OIDC_CLIENT, type OidcProvider, openOidcProvider } from './oidc.ts'

type Reply = Awaited<ReturnType<TestApp['send']>>

export interface ProviderSchool {
  readonly app: TestApp
  readonly oidc: OidcProvider
  /** The address of the provider, and the cookie that binds its answer to this browser. */
  begin(to?: string): Promise<{ readonly url: string; readonly cookie: string }>
  /** The browser, sent back to `callback`. */
  comeBack(callback: string, cookie: string): Promise<Reply>
  /** All the way through, as this subject. */
  signIn(subject: string, to?: string): Promise<Reply>
  close(): Promise<void>
}

export async function openProviderSchool(
  settings: Partial<OpenidSettings> = {},
): Promise<ProviderSchool> {
  const oidc = await openOidcProvider(`${TEST_ORIGIN}/sign-in/oidc/callback`)
  oidc.people.set('kari-1', { name: 'Kari Nordmann', groups: ['all', 'teachers'] })
  const app = await buildTestApp({
    config: {
      provider: {
        issuer: oidc.issuer,
        clientId: OIDC_CLIENT.id,
        clientSecret: OIDC_CLIENT.secret,
        name: 'Feide',
        scope: 'openid profile',
        groupClaim: 'groups',
        groupRoles: new Map<string, GroupRole>([
          ['teachers', 'teacher'],
          ['heads', 'leadership'],
          ['etwinning', 'coordinator'],
        ]),
        school: null,
        ...settings,
      },
    },
  })

  const begin: ProviderSchool['begin'] = async (to = '/') => {
    const reply = await app.send({
      method: 'POST',
      url: '/api/sign-in/provider',
      body: { to, publicComputer: false },
    })
    return { url: reply.json<ProviderPage>().url, cookie: attemptIn(reply) }
  }
  const comeBack: ProviderSchool['comeBack'] = (callback, cookie) =>
    app.send({ url: callback.slice(TEST_ORIGIN.length), cookie })

  return {
    app,
    oidc,
    begin,
    comeBack,
    async signIn(subject, to) {
      const { url, cookie } = await begin(to)
      return comeBack(await oidc.signIn(url, subject), cookie)
    },
    async close() {
      await app.close()
      await oidc.stop()
    },
  }
}

/** The cookie of an attempt that a reply sets. */
export function attemptIn(reply: Reply): string {
  return `provider=${reply.cookies.find(({ name }) => name === 'provider')?.value}`
}

/** The word that the sign-in page is told. */
export function problemIn(reply: Reply): string | null {
  return new URL(reply.headers.location ?? '', TEST_ORIGIN).searchParams.get('problem')
}
