/**
 * Copies of a plan that could not be merged, as people meet them: what they hold
 * beyond the plan as it is now, as words to copy, and the choice to let them go.
 *
 * Kept in the device's database; in memory only when the browser refuses that,
 * and then the window says so before it is closed.
 */
import * as Y from 'yjs'
import type { Language } from '../../shared/languages.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { type Template, templateFieldIds } from '../../shared/templates/template.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import type { RichText } from '../../shared/text/rich-text.ts'
import type { LocalStore } from './local-store.ts'
import { createObservable, type Observable } from './observable.ts'
import type { SetAsideCopy } from './plan-database.ts'

export interface SetAside {
  readonly id: string
  /** Milliseconds since the epoch, this device's clock. */
  readonly atMs: number
  /** A FailureCode, or 'diverged': two sides read one text differently. */
  readonly reason: string
  /** The words of it that the plan does not have now, under the names of their fields. */
  asText(): string
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
  readonly language: () => Language
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
    const all = [...stored, ...(unstored.get(name) ?? [])]
    copies.set(all.map(present).sort((a, b) => b.atMs - a.atMs))
  }
  const present = (copy: SetAsideCopy): SetAside => ({
    id: copy.id,
    atMs: copy.atMs,
    reason: copy.reason,
    asText: () => missingWords(copy, options),
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

function missingWords(copy: SetAsideCopy, options: SetAsideShelfOptions): string {
  const { doc, template, language } = options
  if (!template) return ''
  const words = template.words[language()]
  const old = new Y.Doc()
  Y.applyUpdate(old, copy.update)
  const before = readPlan(old, template).plan
  const now = readPlan(doc, template).plan
  old.destroy()

  const fields = templateFieldIds(template).flatMap((fieldId) => {
    const text = before.texts[fieldId] ?? []
    const isThere = isSame(text, now.texts[fieldId])
    return isThere ? [] : [`${words.fields[fieldId]?.label ?? fieldId}\n${plainText(text)}`]
  })
  return [...fields, ...actionTexts(before, now)].join('\n\n')
}

function actionTexts(before: Plan, now: Plan): string[] {
  const here = new Map([...now.actions, ...now.deletedActions].map((each) => [each.id, each]))
  return before.actions.flatMap(({ id, texts }) => {
    const there = here.get(id)?.texts
    const missing = Object.values(texts).filter(
      (text) => !Object.values(there ?? {}).some((each) => isSame(text, each)),
    )
    if (missing.every((text) => text.length === 0)) return []
    return [[plainText(texts.title), ...missing.map(plainText)].filter(isNew).join('\n')]
  })
}

function isSame(a: RichText, b: RichText | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b ?? [])
}

/** Not empty, and not the line before once more. */
function isNew(line: string, index: number, lines: readonly string[]): boolean {
  return line !== '' && line !== lines[index - 1]
}
