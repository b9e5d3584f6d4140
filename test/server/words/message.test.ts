import { describe, expect, it } from 'vitest'
import { say, speak, writtenAs } from '../../../server/words/message.ts'

const ENGLISH = {
  title: 'Plan',
  due: say<{ readonly date: string }>('due {date}'),
  late: say<{ readonly days: number }>('{days, plural, one {# day late} other {# days late}}'),
  done: say('Done', 'a task with a tick'),
  letter: { after: ['Hello', say<{ readonly name: string }>('From {name}')] as const },
}

describe('a tree of words', () => {
  it('says its texts, and fills its messages', () => {
    const words = speak(ENGLISH, writtenAs(ENGLISH), 'en-GB')

    expect(words.title).toBe('Plan')
    expect(words.done).toBe('Done')
    expect(words.due({ date: '1 May' })).toBe('due 1 May')
    expect([1, 2].map((days) => words.late({ days }))).toEqual(['1 day late', '2 days late'])
    expect(words.letter.after[0]).toBe('Hello')
    expect(words.letter.after[1]({ name: 'Amina' })).toBe('From Amina')
  })

  it('bends as its language does, whatever English needs', () => {
    const written = {
      ...writtenAs(ENGLISH),
      late: '{days, plural, one {# dzień} few {# dni} many {# dni po terminie} other {# dnia}}',
      due: '{date} do',
    }
    const words = speak(ENGLISH, written, 'pl-PL')

    expect([1, 3, 5].map((days) => words.late({ days }))).toEqual([
      '1 dzień',
      '3 dni',
      '5 dni po terminie',
    ])
    expect(words.due({ date: '1 maja' })).toBe('1 maja do')
  })

  it('has a form of its own for one number, plurals in plurals, and choices', () => {
    const tree = {
      done: say<{ readonly all: number; readonly done: number }>(
        '{all, plural, =0 {none} other {{done, plural, one {# of} other {# out of}} {all} (#)}}',
      ),
      role: say<{ readonly role: string }>('{role, select, guest {a guest} other {a teacher}}'),
    }
    const words = speak(tree, writtenAs(tree), 'en-GB')

    expect(words.done({ all: 0, done: 0 })).toBe('none')
    expect(words.done({ all: 3, done: 1 })).toBe('1 of 3 (3)')
    expect(words.done({ all: 3, done: 2 })).toBe('2 out of 3 (3)')
    expect(['guest', 'pupil'].map((role) => words.role({ role }))).toEqual(['a guest', 'a teacher'])
  })

  it('never reads what is filled in as a message', () => {
    const words = speak(ENGLISH, writtenAs(ENGLISH), 'en-GB')

    for (const date of ['{name}', '#', "'{'", '\\u0041', '<0>']) {
      expect(words.due({ date })).toBe(`due ${date}`)
    }
  })

  it('is not said when a message of it cannot be read', () => {
    const written = { ...writtenAs(ENGLISH), due: 'due {date' }

    expect(() => speak(ENGLISH, written, 'en-GB')).toThrow()
  })
})
