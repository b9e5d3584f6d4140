import { expect, it } from 'vitest'
import { historyAddress, readHistoryChoice } from '../../../client/history/history-choice.ts'

it('reads what it has written into an address', () => {
  const choice = { from: 12, to: 40, view: 'text', isWhole: true } as const

  const address = historyAddress('plan', choice)

  expect(address).toBe('/plans/plan/history?from=12&to=40&view=text&whole')
  expect(readHistoryChoice(new URL(address, 'http://x').search)).toEqual(choice)
})

it('has a short address for what is usual, and one for my last visit', () => {
  expect(historyAddress('plan')).toBe('/plans/plan/history')
  expect(historyAddress('plan', { from: 'last' })).toBe('/plans/plan/history?from=last')
  expect(readHistoryChoice('?from=last').from).toBe('last')
})

it('takes nothing for a moment that is none', () => {
  for (const search of ['?from=0', '?from=-1', '?from=x', '?from=1e3', `?from=${'9'.repeat(40)}`]) {
    expect(readHistoryChoice(search)).toEqual({
      from: null,
      to: null,
      view: 'changes',
      isWhole: false,
    })
  }
})
