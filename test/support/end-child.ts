/** Ends a process and waits until it has gone; one that has gone already is no matter. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** @param child null: none was started. */
export async function endChild(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
