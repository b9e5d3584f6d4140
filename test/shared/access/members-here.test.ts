import { expect, it } from 'vitest'
import { membersHere } from '../../../shared/access/members-here.ts'

it('offers nobody who is suspended, over or erased, and all when nothing is said of it', () => {
  const [kari, ola] = [
    { name: 'Kari', isHere: true },
    { name: 'tidligere lærer', isHere: false },
  ]

  expect(membersHere([kari, ola])).toEqual([kari])
  const remembered: readonly { name: string; isHere?: boolean }[] = [{ name: 'Kari' }]
  expect(membersHere(remembered)).toEqual(remembered)
})
