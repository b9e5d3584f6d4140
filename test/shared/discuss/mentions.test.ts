import { describe, expect, it } from 'vitest'
import { bodyPieces, mentionsIn, mentionText } from '../../../shared/discuss/mentions.ts'

const [A, B] = ['a'.repeat(20), 'b'.repeat(20)]

describe('mentions', () => {
  it('are pieces of a body, with the words between', () => {
    const body = `Hei ${mentionText(A)}, og ${mentionText(B)}${mentionText(A)}!`

    expect(bodyPieces(body)).toEqual([
      'Hei ',
      { memberId: A },
      ', og ',
      { memberId: B },
      { memberId: A },
      '!',
    ])
    expect(mentionsIn(body)).toEqual([A, B])
  })

  it('are nothing that only looks like one', () => {
    for (const body of ['@{}', '@{kari}', `@ {${A}}`, `{${A}}`, `@{${A}`, `@{${A}a}`, '']) {
      expect(mentionsIn(body)).toEqual([])
      expect(bodyPieces(body)).toEqual(body === '' ? [] : [body])
    }
  })
})
