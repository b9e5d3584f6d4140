import { describe, expect, it } from 'vitest'
import { planAddress, readPlace } from '../../../shared/api/plan-address.ts'

describe('the address of words in a plan', () => {
  it('leads back to them, whatever they are', () => {
    for (const words of ['øvelse', '100 % & #1', 'a=b&at=c', '', '𝄞', '"<b>']) {
      const { hash } = new URL(planAddress('p1', { textId: 'a1.goal', words }), 'http://x')

      expect(readPlace(hash)).toEqual({ textId: 'a1.goal', words })
    }
  })

  it('is not mistaken for a section, and a broken one for nothing', () => {
    for (const fragment of ['', '#pupils', '#at=', '#at=%E0%A4%A&words=x', '#at=a', '#token']) {
      expect(readPlace(fragment)).toBeNull()
    }
  })
})
