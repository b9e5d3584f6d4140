/**
 * Copies of a plan that could not be merged, as people meet them: what they hold
 * beyond the plan as it is now, the choice to put its words back, and to let them go.
 *
 * Kept in the device's database; in memory only when the browser refuses that,
 * and then the window says so before it is closed.
 */
import * as Y from 'yjs'
import { canonicalPlan } from '../../shared/plan/canonical-plan.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import type { Template } from '../../shared/templates/template.ts'
import type { LocalStore } from './local-store.ts'
import { createObservable, type Observable } from './observable.ts'
import type { SetAsideCopy } from './plan-database.ts'
import { putBack } from './put-back.ts'
import { type Difference, differences } from './set-aside-difference.ts'

export interface SetAside {
  readonly id: string
  /** Milliseconds since the epoch, this device's clock. */
  readonly atMs: number
  /** A FailureCode, or 'diverged': two sides read one text differently. */
  readonly reason: string
  /**
   * What it says that the plan does not say now; [] only when everything in it is in the plan.
   * null: this program does not know its template and cannot read it.
   */
  differences(): readonly Difference[] | null
  /** Puts the words that the plan lacks at the ends of their texts, as one change of mine. */
  putBack(): void
  /** Has that been done, here or before a reload? */
  readonly isPutBack: boolean
  /** Only in this window: the browser refused to keep it. */
  readonly isOnlyHere: boolean
  /** Forgets it for good. */
  discard(): Promise<void>
}

export interface SetAsideShelf {
  readonly copies: Observable<readonly SetAside[]>
  /** Reads what earlier windows left. */
  load(): Promise<void>
  /** Are there copies that only this window has? */
  readonly holdsUnstored: boolean
}

export interface SetAsideShelfOptions {
  readonly name: string
  readonly store: LocalStore
  /** The plan as it is now. */
  readonly doc: Y.Doc
  readonly template: Template | null
}

/** By name of the database: what the browser would not store. */
const unstored = new Map<string, readonly SetAsideCopy[]>()

/** For a copy that the browser refused to store: kept as long as the window lives. */
export function keepInWindow(name: string, copy: SetAsideCopy): void {
  unstored.set(name, [...(unstored.get(name) ?? []), copy])
}

export function createSetAsideShelf(options: SetAsideShelfOptions): SetAsideShelf {
  const { name, store } = options
  const copies = createObservable<readonly SetAside[]>([])

  const load = async () => {
    const stored = await store.readSetAside().catch(() => [])
    const all = [...stored, ...(unstored.get(name) ?? [])].toSorted((a, b) => a.atMs - b.atMs)
    const twins = twinsIn(all, options.template)
    for (const twin of twins) await store.dropSetAside(twin.id).catch(() => undefined)
    copies.set(
      all
        .filter((copy) => !twins.includes(copy))
        .map(present)
        .toReversed(),
    )
  }
  const notePutBack = async (copy: SetAsideCopy) => {
    const noted = { ...copy, isPutBack: true }
    const own = unstored.get(name) ?? []
    if (own.some(({ id }) => id === copy.id)) {
      unstored.set(
        name,
        own.map((each) => (each.id === copy.id ? noted : each)),
      )
    } else {
      await store.keepSetAside(noted).catch(() => undefined)
    }
    await load()
  }
  const present = (copy: SetAsideCopy): SetAside => ({
    id: copy.id,
    atMs: copy.atMs,
    reason: copy.reason,
    differences: () => differencesOf(copy, options),
    isPutBack: copy.isPutBack === true,
    isOnlyHere: (unstored.get(name) ?? []).some(({ id }) => id === copy.id),
    putBack() {
      putBack(options.doc, differencesOf(copy, options) ?? [])
      void notePutBack(copy)
    },
    async discard() {
      unstored.set(
        name,
        (unstored.get(name) ?? []).filter(({ id }) => id !== copy.id),
      )
      await store.dropSetAside(copy.id).catch(() => undefined)
      await load()
    },
  })
  return {
    copies,
    load,
    get holdsUnstored() {
      return (unstored.get(name) ?? []).length > 0
    },
  }
}

/** What a copy says beyond the plan in this document; null: its template is not known here. */
export function differencesOf(
  copy: SetAsideCopy,
  { doc, template }: Pick<SetAsideShelfOptions, 'doc' | 'template'>,
): readonly Difference[] | null {
  if (!template) return null
  return differences(readCopy(copy, template), readPlan(doc, template).plan)
}

/** Copies that say what an earlier one says: two tabs, or two openings, met the same end. */
function twinsIn(copies: readonly SetAsideCopy[], template: Template | null): SetAsideCopy[] {
  if (!template || copies.length < 2) return []
  const said = new Set<string>()
  return copies.filter((copy) => {
    const words = canonicalPlan(readCopy(copy, template))
    if (said.has(words)) return true
    said.add(words)
    return false
  })
}

function readCopy({ update }: SetAsideCopy, template: Template): Plan {
  const aside = new Y.Doc()
  Y.applyUpdate(aside, update)
  const { plan } = readPlan(aside, template)
  aside.destroy()
  return plan
}
