/**
 * Loaded into every measured server before its own first line (node --import), the
 * same for all: on SIGUSR2 each of its threads collects its garbage, so that
 * memory is what is held and not what has not been thrown away yet. With
 * BENCH_PROFILE set, SIGHUP starts a CPU profile in every thread and the next one
 * writes them into that folder.
 */
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const folder = process.env['BENCH_PROFILE']
const channel = new BroadcastChannel('bench')
let profiling: Session | null = null

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- adding one keeps the thread alive
channel.onmessage = (event: unknown) => void hear((event as { data: string }).data)
channel.unref()
if (isMainThread) {
  process.on('SIGUSR2', () => tellAll('collect garbage'))
  if (folder) process.on('SIGHUP', () => tellAll('profile'))
}

function tellAll(what: string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads, not windows
  channel.postMessage(what)
  void hear(what)
}

async function hear(what: string): Promise<void> {
  if (what === 'collect garbage') return collectGarbage()
  if (profiling) {
    const { profile } = await profiling.post('Profiler.stop')
    writeFileSync(join(folder ?? '', `thread-${threadId}.cpuprofile`), JSON.stringify(profile))
    profiling = null
    return
  }
  profiling = new Session()
  profiling.connect()
  await profiling.post('Profiler.enable')
  await profiling.post('Profiler.start')
}
