/** What a scenario is, and what all of them need: filled documents, rooms of people. */
import { cpuMs, pause } from './process-figures.ts'
import { type Address, RawClient, waitUntil } from './raw-client.ts'
import { type LoadProcess, startLoad } from './load-process.ts'
import type { Subject } from './subject.ts'

/** One line of the table. */
export interface Figure {
  readonly key: string
  readonly title: string
  readonly digits: number
  /** Which way is better; the ratio beside Hocuspocus is only shown of such. */
  readonly better: 'less' | 'more'
  /** What 9-quality asks for, in words. */
  readonly goal?: string
}

export type Measured = Readonly<Record<string, number | string>>

export interface Size {
  /** Small counts and short times: to try things out, not to believe. */
  readonly isQuick: boolean
}

export interface Scenario {
  readonly name: string
  readonly figures: readonly Figure[]
  /** Does a relay without documents take part? */
  readonly forBare?: boolean
  /** It is measured so often, the servers in turn, and its median shown; once when not said. */
  readonly rounds?: number
  measure(subject: Subject, size: Size): Promise<Measured>
}

const SEED_MS = 60_000
/** Until the slowest of them has written: Hocuspocus waits for two seconds. */
const WRITTEN_MS = 5000
/** A document is a little larger where the server has put a plan around it. */
const NEARLY = 0.98

/** New documents with this content. */
export async function makeFilled(
  subject: Subject,
  count: number,
  content: Uint8Array,
): Promise<readonly string[]> {
  const documents = await subject.makeDocuments(count)
  if (!subject.hasDocuments) return documents
  for (const document of documents) await fill(subject.address(document, 0), content)
  return documents
}

async function fill(address: Address, content: Uint8Array): Promise<void> {
  const writer = new RawClient(address, content)
  await writer.ready()
  const reader = new RawClient(address)
  try {
    await waitUntil(() => reader.contentBytes >= content.length * NEARLY, SEED_MS, 'it is filled')
  } finally {
    writer.close()
    reader.close()
  }
}

/** What must have come before a document of this size counts as loaded. */
export function nearly(content: Uint8Array): number {
  return content.length * NEARLY
}

/** Stops it and starts it again over the same data, everything written. */
export async function restart(subject: Subject): Promise<void> {
  await pause(WRITTEN_MS)
  await subject.stop()
  await subject.start()
}

/** So many people in each of these documents. */
export function peopleIn(
  subject: Subject,
  documents: readonly string[],
  perDocument: number,
): readonly Address[] {
  return documents.flatMap((document) =>
    Array.from({ length: perDocument }, (_, person) => subject.address(document, person)),
  )
}

/** With a process of clients that is ended in any case. */
export async function withLoad<Result>(
  work: (load: LoadProcess) => Promise<Result>,
): Promise<Result> {
  const load = startLoad()
  try {
    return await work(load)
  } finally {
    load.end()
  }
}

/** What the server's processor time was for something, in ms, beside what that came to. */
export async function withCpu<Result>(
  subject: Subject,
  work: () => Promise<Result>,
): Promise<Result & { readonly cpuMs: number }> {
  const profile = async () => {
    if (!subject.isProfiled) return
    process.kill(subject.pid(), 'SIGHUP')
    await pause(1000)
  }
  await profile()
  const before = cpuMs(subject.pid())
  const result = await work()
  const used = cpuMs(subject.pid()) - before
  await profile()
  return { ...result, cpuMs: used }
}
