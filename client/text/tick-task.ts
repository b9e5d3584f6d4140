/**
 * Ticks a task in a text that is only shown: no editor opens for it, and no phone's
 * keyboard comes up. A step of undo like any other.
 */
import * as Y from 'yjs'
import type { OpenPlan } from '../open-plan/open-plan.ts'
import { ORIGINS } from '../open-plan/origins.ts'

const TASK_BOX = '[data-type="taskList"] > li > label'

/** Was it a task's box that was clicked, or the room round it? */
export function isTaskBox(target: EventTarget): boolean {
  return target instanceof Element && target.closest(TASK_BOX) !== null
}

/**
 * Ticks the task whose checkbox was clicked, or takes the tick off; the label passes its click on
 * to it.
 */
export function tickTask(plan: OpenPlan, fragment: Y.XmlFragment, target: EventTarget): void {
  if (!(target instanceof HTMLInputElement) || !plan.loaded.get()) return
  const boxes = target.closest('[data-static-text]')?.querySelectorAll(`${TASK_BOX} input`) ?? []
  const task = tasksOf(fragment)[Array.from(boxes).indexOf(target)]
  if (!task) return
  plan.undo.stopCapturing()
  plan.doc.transact(() => {
    // Yjs' types know words only; a tick is a truth value, as the editor writes it.
    const isTicked: unknown = task.getAttribute('checked')
    task.setAttribute('checked', (isTicked !== true) as unknown as string)
  }, ORIGINS.ui)
}

/** In the order in which they are drawn. */
function tasksOf(node: Y.XmlFragment): readonly Y.XmlElement[] {
  return node.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    return child.nodeName === 'taskItem' ? [child, ...tasksOf(child)] : tasksOf(child)
  })
}
