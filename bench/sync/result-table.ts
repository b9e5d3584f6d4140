/** One table: ours beside theirs beside the ceiling. */
import { markdownTable, median } from '../support/statistics.ts'
import type { Figure, Scenario } from './scenario.ts'
import type { SubjectName } from './subject.ts'

/** All that was measured, by 'key subject', a value per round. */
export type Results = Map<string, readonly (number | string)[]>

const HEADS = {
  samplan: 'Samplan',
  hocuspocus: 'Hocuspocus 4.7 + SQLite',
  'y-websocket': 'y-websocket-server 0.1.1 + LevelDB',
  'bare-ws': 'bare ws',
} as const satisfies Record<SubjectName, string>

/** CPU and memory first: they are steadier than times. */
export function resultTable(
  scenarios: readonly Scenario[],
  names: readonly SubjectName[],
  results: Results,
): string {
  const figures = scenarios.flatMap((scenario) => scenario.figures)
  const ordered = [...figures.filter(isSteady), ...figures.filter((figure) => !isSteady(figure))]
  const head = ['', ...names.map((name) => HEADS[name]), 'ours / Hocuspocus', 'goal']
  const body = ordered.map((figure) => [
    figure.title,
    ...names.map((name) => cell(figure, results.get(`${figure.key} ${name}`))),
    ratio(figure, results),
    figure.goal ?? '',
  ])
  return markdownTable([head, ...body])
}

function isSteady({ title }: Figure): boolean {
  return /CPU|\bkB\b|\bMB more\b/.test(title)
}

function cell({ digits }: Figure, values: readonly (number | string)[] | undefined): string {
  if (!values || values.length === 0) return '–'
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length < values.length) return [...new Set(values)].join(', ')
  return shown(median(numbers), digits)
}

function shown(value: number, digits: number): string {
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

function ratio({ key }: Figure, results: Results): string {
  const of = (name: SubjectName) =>
    (results.get(`${key} ${name}`) ?? []).filter((value) => typeof value === 'number')
  const [ours, theirs] = [of('samplan'), of('hocuspocus')]
  if (ours.length === 0 || theirs.length === 0 || median(theirs) === 0) return ''
  return (median(ours) / median(theirs)).toFixed(2)
}
