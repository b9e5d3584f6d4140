/** Open plans over a school that the test drives by hand; call `closeAll` after each test. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { type OpenPlan, openPlan, type OpenPlanOptions } from '../../client/open-plan/open-plan.ts'
import { putBack } from '../../client/open-plan/put-back.ts'
import type { SetAside } from '../../client/open-plan/set-aside.ts'
import { differencesOf } from '../../client/open-plan/set-aside-words.ts'
import { fieldText } from '../../shared/plan/plan-doc.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'
import { createHandDrivenSchool, PLAN_ID, planEntry } from './hand-driven-school.ts'
import { until } from './until.ts'

type School = ReturnType<typeof createHandDrivenSchool>

const opened: OpenPlan[] = []

export async function closeAll(): Promise<void> {
  for (const plan of opened.splice(0)) await plan.close()
  localStorage.clear()
}

export function openAt(school: School, options: Partial<OpenPlanOptions> = {}): OpenPlan {
  const plan = openPlan({
    planId: PLAN_ID,
    entry: planEntry(),
    serverUrl: 'ws://school/sync',
    WebSocket: school.WebSocket,
    databases: new IDBFactory(),
    ...options,
  })
  opened.push(plan)
  return plan
}

/**
 * A plan of which all windows are closed, opened once more: with a socket of its own, which waits to
 * be accepted. One that was closed may have come back to the school before, if it was away for long.
 */
export async function openAgain(
  school: School,
  options: Partial<OpenPlanOptions> = {},
): Promise<OpenPlan> {
  const { length } = school.sockets
  const plan = openAt(school, options)
  await until('its socket', () => school.sockets.length > length)
  return plan
}

/** Open, connected, and with everything acknowledged. */
export async function openSaved(
  options: Partial<OpenPlanOptions> = {},
): Promise<{ readonly school: School; readonly plan: OpenPlan }> {
  const school = createHandDrivenSchool()
  const plan = openAt(school, options)
  await until('a socket', () => school.sockets.length > 0)
  school.accept()
  school.sendPlan()
  school.saveAll()
  return { school, plan }
}

/** Writes at the start of a field, as a person does. */
export function write(plan: OpenPlan, words: string): void {
  const paragraph = fieldText(plan.doc, 'leadership.today').get(0) as Y.XmlElement
  plan.doc.transact(() => paragraph.insert(0, [new Y.XmlText(words)]), 'ui')
}

/** What a copy that was set aside says beyond the plan. */
export function differencesFrom(copy: SetAside, { doc }: OpenPlan) {
  return differencesOf(copy, { doc, template: etwinningSchoolV1 })
}

/** Puts its words back, as the notice on the page does. */
export function putBackIn(plan: OpenPlan, copy: SetAside | undefined): void {
  if (!copy) throw new Error('there is no such copy')
  putBack(plan.doc, differencesFrom(copy, plan) ?? [])
  void copy.notePutBack()
}

export function wordsIn(doc: Y.Doc): string {
  return fieldText(doc, 'leadership.today').toJSON()
}
