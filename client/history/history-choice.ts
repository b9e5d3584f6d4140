/**
 * What the page of a plan's history shows, as its address says it: `?from=12&to=40&view=text`.
 * Pure.
 */

/** 'changes': in the look of the paper; 'text': in sentences; 'then': the plan as it was. */
export const HISTORY_VIEWS = ['changes', 'text', 'then'] as const
export type HistoryView = (typeof HISTORY_VIEWS)[number]

export interface HistoryChoice {
  /** 'last': when I was here last. null: nothing chosen yet. */
  readonly from: number | 'last' | null
  /** null: as it is now. */
  readonly to: number | null
  readonly view: HistoryView
  /** What did not change is shown too. */
  readonly isWhole: boolean
}

/** @param search of an address, with or without '?'. What it does not say is as usual. */
export function readHistoryChoice(search: string): HistoryChoice {
  const said = new URLSearchParams(search)
  const from = said.get('from')
  return {
    from: from === 'last' ? from : seqIn(from),
    to: seqIn(said.get('to')),
    view: HISTORY_VIEWS.find((view) => view === said.get('view')) ?? 'changes',
    isWhole: said.has('whole'),
  }
}

/** The path with the choice. */
export function historyAddress(planId: string, choice: Partial<HistoryChoice> = {}): string {
  const { from = null, to = null, view = 'changes', isWhole = false } = choice
  const said = new URLSearchParams()
  if (from !== null) said.set('from', String(from))
  if (to !== null) said.set('to', String(to))
  if (view !== 'changes') said.set('view', view)
  if (isWhole) said.set('whole', '')
  const words = said.toString().replace(/=(?=&|$)/, '')
  return `/plans/${planId}/history${words === '' ? '' : `?${words}`}`
}

function seqIn(text: string | null): number | null {
  const seq = /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0
  return seq > 0 ? seq : null
}
