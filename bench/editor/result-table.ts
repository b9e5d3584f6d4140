/** The table that the editor bench prints: medians of rounds, ours against theirs. */
import { markdownTable, median } from '../support/statistics.ts'
import type { Round } from './measure.ts'

export interface Measured {
  readonly slowdown: number
  readonly actionCount: number
  readonly ours: readonly Round[]
  readonly theirs: readonly Round[]
}

const COLUMNS: readonly (readonly [title: string, key: keyof Round, unit: string])[] = [
  ['CPU per key', 'cpuPerKey', 'ms'],
  ['key to paint, p50', 'paintP50', 'ms'],
  ['key to paint, p95', 'paintP95', 'ms'],
  ['of that work, p95', 'workP95', 'ms'],
  ['CPU to readable', 'cpuToReadable', 'ms'],
  ['readable', 'readable', 'ms'],
  ['editable', 'editable', 'ms'],
  ['heap', 'heap', 'MB'],
  ['script, gz', 'script', 'kB'],
]

/** The page with nothing but a text, by how much slower the processor is. */
export interface Floor {
  readonly slowdown: number
  readonly rounds: readonly Round[]
}

/** Each cell: ours / theirs, and how many times theirs ours is; below, what no page can beat. */
export function resultTable(measured: readonly Measured[], floors: readonly Floor[]): string {
  return markdownTable([
    ['CPU, actions', ...COLUMNS.map(([title]) => title)],
    ...measured.map(({ slowdown, actionCount, ours, theirs }) => [
      `×${slowdown}, ${actionCount}`,
      ...COLUMNS.map(([, key, unit]) => {
        const [own, other] = [ours, theirs].map((rounds) =>
          median(rounds.map((round) => round[key])),
        )
        return cell(own ?? 0, other ?? 0, unit)
      }),
    ]),
    ...floors.map(({ slowdown, rounds }) => [
      `×${slowdown}, a bare text`,
      ...COLUMNS.map(
        ([, key, unit]) => `${short(median(rounds.map((round) => round[key])))} ${unit}`,
      ),
    ]),
  ])
}

function cell(own: number, other: number, unit: string): string {
  return `${short(own)} / ${short(other)} ${unit} (${(own / other).toFixed(2)})`
}

function short(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0)
}
