/** What a process has used and holds, read from /proc: all of its threads. Linux only. */
import { readFileSync } from 'node:fs'

/** Linux counts a process' time in hundredths of a second, wherever it runs today. */
const MS_PER_TICK = 10

/** Milliseconds of processor time since it started, in user and kernel. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name may hold spaces; the fields after it do not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

/** Kilobytes (1,000 bytes) of memory that are this process' own. */
export function memoryKb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0)
  return ((of('Private_Clean') + of('Private_Dirty')) * 1024) / 1000
}

/** How much memory is held once garbage is collected: asks the preload, and lets it settle. */
export async function settledMemoryKb(pid: number): Promise<number> {
  const readings: number[] = []
  for (let count = 0; count < 3; count++) {
    process.kill(pid, 'SIGUSR2')
    await pause(700)
    readings.push(memoryKb(pid))
  }
  return Math.min(...readings)
}

/** Waits so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
