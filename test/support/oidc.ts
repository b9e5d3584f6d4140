/**
 * A real OpenID provider on this machine: people with groups, and the walk
 * through its pages that a browser would make.
 */
import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { freePort } from './program.ts'

export interface OidcPerson {
  readonly name?: string
  readonly groups?: readonly string[]
  readonly email?: string
}

export interface OidcProvider {
  readonly issuer: string
  /** By subject; may be changed while it runs. */
  readonly people: Map<string, OidcPerson>
  /** Stops answering; `start` again on the same port. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Goes to the sign-in page as this person; the address the browser is sent back to. */
  readonly signIn: (url: string, subject: string) => Promise<string>
  /** The same in a browser that the provider knows again the second time. */
  openBrowser(): OidcProvider['signIn']
}

export const OIDC_CLIENT = { id: 'samplan', secret: 'a secret of the client' }

/** Open already; a port is taken for as long as the test runs. */
export async function openOidcProvider(callbackUrl: string): Promise<OidcProvider> {
  const people = new Map<string, OidcPerson>()
  // One that is still free when it comes back.
  const port = await freePort()
  const holder = await listen(port)
  const issuer = `http://localhost:${port}`
  const provider = createProvider(issuer, callbackUrl, people)
  const handle = provider.callback()
  holder.on('request', (...exchange) => void handle(...exchange))
  let server: Server | null = holder

  return {
    issuer,
    people,
    async stop() {
      const closing = server
      server = null
      if (!closing) return
      closing.closeAllConnections()
      await new Promise((done) => closing.close(done))
    },
    async start() {
      server = await listen(port)
      server.on('request', (...exchange) => void handle(...exchange))
    },
    signIn: (url, subject) => walk(url, { subject, issuer, jar: new Map() }),
    openBrowser() {
      const jar = new Map<string, string>()
      return (url, subject) => walk(url, { subject, issuer, jar })
    },
  }
}

function createProvider(
  issuer: string,
  callbackUrl: string,
  people: ReadonlyMap<string, OidcPerson>,
): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [callbackUrl],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups', 'email'] },
    cookies: { keys: ['of this test only'] },
    pkce: { required: () => true },
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () => Promise.resolve({ sub: subject, ...structuredClone(people.get(subject)) }),
    }),
  })
}

async function listen(port: number): Promise<Server> {
  const server = createServer()
  await new Promise<void>((ready, fail) => {
    server.once('error', fail)
    server.listen(port, 'localhost', ready)
  })
  return server
}

/** Follows the provider's pages with a jar of cookies, typing the subject where it asks who one is. */
async function walk(
  url: string,
  { subject, issuer, jar }: { subject: string; issuer: string; jar: Map<string, string> },
): Promise<string> {
  let address = url
  let form: URLSearchParams | null = null
  for (let step = 0; step < 12; step += 1) {
    const reply: Response = await fetch(address, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form && { body: form }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = reply.headers.get('location')
    if (location !== null) {
      address = new URL(location, issuer).href
      form = null
      if (!address.startsWith(issuer)) return address
      continue
    }
    const page = await reply.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1]
    if (action === undefined || prompt === undefined) throw new Error(`no form: ${page}`)
    address = new URL(action, issuer).href
    form = new URLSearchParams({ prompt, login: subject, password: 'any' })
  }
  throw new Error('the provider leads nowhere')
}
