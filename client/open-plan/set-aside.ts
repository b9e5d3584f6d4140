/**
 * Copies of a plan that could not be merged, as people meet them: the choice to put their
 * words back, and to let them go. What they say is read in set-aside-words.ts, when somebody
 * looks.
 *
 * Kept in the device's database; in memory only when the browser refuses that,
 * and then the window says so before it is closed.
 */
import type { LocalStore } from './local-store.ts'
import { createObservable, type Observable } from './observable.ts'
import type { SetAsideCopy } from './plan-database.ts'
import { groupTwins, type TwinCopies } from './set-aside-twins.ts'

/** One copy, or several that are truly equal: what is done with one is done with all. */
export interface SetAside {
  readonly id: string
  /** Milliseconds since the epoch, this device's clock. */
  readonly atMs: number
  /** A FailureCode, or 'diverged': two sides read one text differently. */
  readonly reason: string
  /** The document that was set aside. */
  readonly update: Uint8Array
  /** Notes that its words were put back. */
  notePutBack(): Promise<void>
  /** Has that been done, here or before a reload? */
  readonly isPutBack: boolean
  /** Only in this window: the browser refused to keep it. */
  readonly isOnlyHere: boolean
  /** Forgets it for good. */
  discard(): Promise<void>
}

interface SetAsideShelf {
  readonly copies: Observable<readonly SetAside[]>
  /** Reads what earlier windows left. */
  load(): Promise<void>
  /** Are there copies that only this window has, and no twin of them on the device? */
  readonly holdsUnstored: boolean
}

interface SetAsideShelfOptions {
  readonly name: string
  readonly store: Pick<LocalStore, 'readSetAside' | 'keepSetAside' | 'dropSetAside'>
}

/** By name of the database: what the browser would not store. */
const unstored = new Map<string, readonly SetAsideCopy[]>()

/** For a copy that the browser refused to store: kept as long as the window lives. */
export function keepInWindow(name: string, copy: SetAsideCopy): void {
  unstored.set(name, [...(unstored.get(name) ?? []), copy])
}

export function createSetAsideShelf({ name, store }: SetAsideShelfOptions): SetAsideShelf {
  const copies = createObservable<readonly SetAside[]>([])
  /** Copies of this window that the device has too, under another id. */
  let storedToo: ReadonlySet<string> = new Set()
  const ofWindow = () => unstored.get(name) ?? []
  const keepOfWindow = (isKept: (copy: SetAsideCopy) => boolean) =>
    unstored.set(name, ofWindow().filter(isKept))
  const isOfWindow = ({ id }: SetAsideCopy) => ofWindow().some((copy) => copy.id === id)

  const load = async () => {
    const stored = await store.readSetAside().catch(() => [])
    // What the device has after all is not of this window only.
    keepOfWindow(({ id }) => !stored.some((copy) => copy.id === id))
    // Stored ones first: of twins, the first is shown.
    const groups = groupTwins([...byTime(stored), ...byTime(ofWindow())])
    const onDevice = groups.filter(([first]) => !isOfWindow(first))
    storedToo = new Set(onDevice.flatMap((twins) => twins.filter(isOfWindow).map(({ id }) => id)))
    copies.set(groups.toSorted(([a], [b]) => b.atMs - a.atMs).map(present))
  }
  const notePutBack = async (copy: SetAsideCopy) => {
    const noted = { ...copy, isPutBack: true }
    if (isOfWindow(copy)) {
      unstored.set(
        name,
        ofWindow().map((each) => (each.id === copy.id ? noted : each)),
      )
    } else {
      await store.keepSetAside(noted).catch(() => undefined)
    }
  }
  const drop = async ({ id }: SetAsideCopy) => {
    keepOfWindow((copy) => copy.id !== id)
    await store.dropSetAside(id).catch(() => undefined)
  }
  const forAll = async (twins: TwinCopies, act: typeof drop) => {
    for (const twin of twins) await act(twin)
    await load()
  }
  const present = (twins: TwinCopies): SetAside => {
    const [copy] = twins
    return {
      id: copy.id,
      atMs: copy.atMs,
      reason: copy.reason,
      update: copy.update,
      isPutBack: copy.isPutBack === true,
      isOnlyHere: isOfWindow(copy),
      notePutBack: () => forAll(twins, notePutBack),
      discard: () => forAll(twins, drop),
    }
  }
  return {
    copies,
    load,
    get holdsUnstored() {
      return ofWindow().some(({ id }) => !storedToo.has(id))
    },
  }
}

function byTime(copies: readonly SetAsideCopy[]): readonly SetAsideCopy[] {
  return copies.toSorted((a, b) => a.atMs - b.atMs)
}
