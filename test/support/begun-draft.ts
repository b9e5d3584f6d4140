/** Something begun on words of a text, and not said yet. */
import { beginAt, type Begun } from '../../client/discuss/begun.ts'

export function aWordsDraft(mode: Begun['mode']): Begun {
  const anchor = { from: 'AA==', to: 'AQ==', quote: 'the words', before: '', after: '' }
  const place = { kind: 'field', fieldId: 'leadership.today', anchor } as const
  return beginAt({ place, beside: null, mode, epoch: 1 })
}
