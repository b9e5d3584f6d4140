/**
 * kill -9 right after somebody saw a letter. What is left is read from the server
 * alone, before anybody who was there comes back: they would hide a loss.
 */
import { RawClient, waitUntil } from './raw-client.ts'
import type { Scenario } from './scenario.ts'
import type { Subject } from './subject.ts'
import { lettersIn } from './typed-updates.ts'

const LETTERS = 50
const TYPE_MS = 20_000
/** A letter that is not there by then is lost. */
const READ_MS = 8000

export const killScenario: Scenario = {
  name: 'kill',
  figures: [
    {
      key: 'kill-lost',
      title: 'letters lost that others had seen, 50 or more, kill -9, the worst round',
      digits: 0,
      better: 'less',
      goal: '0',
    },
    { key: 'kill-rounds', title: 'rounds of kill -9 without a loss', digits: 0, better: 'more' },
  ],
  async measure(subject, { isQuick }) {
    const rounds = isQuick ? 3 : 20
    const documents = await subject.makeDocuments(rounds)
    const lost: number[] = []
    for (const document of documents) lost.push(await killRound(subject, document))
    const clean = lost.filter((count) => count === 0).length
    return { 'kill-lost': Math.max(...lost), 'kill-rounds': `${clean} of ${rounds}` }
  },
}

/** How many of the seen letters are gone. */
async function killRound(subject: Subject, document: string): Promise<number> {
  const writer = new RawClient(subject.address(document, 0))
  const peer = new RawClient(subject.address(document, 1))
  await Promise.all([writer.ready(), peer.ready()])
  const { clientId } = writer.typist
  let seen = 0
  peer.events = { onLetters: (client, _count, last) => client === clientId && (seen = last) }
  const typing = setInterval(() => writer.type(), 2)
  try {
    await waitUntil(() => seen >= LETTERS, TYPE_MS, `${LETTERS} letters were seen`)
    await subject.kill()
  } finally {
    clearInterval(typing)
    writer.close()
    peer.close()
  }
  await subject.start()
  return Math.max(0, seen - (await lettersLeft(subject, document, { clientId, seen })))
}

async function lettersLeft(
  subject: Subject,
  document: string,
  { clientId, seen }: { readonly clientId: number; readonly seen: number },
): Promise<number> {
  const updates: Uint8Array[] = []
  const reader = new RawClient(subject.address(document, 2))
  reader.events = { onContent: (bytes) => updates.push(bytes.slice()) }
  try {
    await reader.ready()
    // y-websocket-server says that it has nothing before it has looked.
    await waitUntil(() => lettersIn(updates, clientId) >= seen, READ_MS, 'they are there').catch(
      () => undefined,
    )
    return lettersIn(updates, clientId)
  } finally {
    reader.close()
  }
}
