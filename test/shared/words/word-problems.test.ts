import { describe, expect, it } from 'vitest'
import { parseEntries } from '../../../shared/words/translators-file.ts'
import { problemsOf } from '../../../shared/words/word-problems.ts'

const PAGE = '{count, plural, one {# plan} other {# plans}}'

it('a whole file has nothing wrong with it', () => {
  expect(wrongWith(entry('Hello {name}', 'Bures {name}'))).toEqual([])
  expect(wrongWith(entry('Open <0>the plan</0>', '<0>Plána</0>'))).toEqual([])
  expect(wrongWith(entry(PAGE, '{count, plural, one {# a} two {# b} other {# c}}'))).toEqual([])
  expect(
    wrongWith(entry(PAGE, '{count, plural, =0 {none} one {# a} two {# b} other {# c}}')),
  ).toEqual([])
})

it.each([
  ['Save', '', '“Save” is not translated.'],
  ['Save', '  ', '“Save” is not translated.'],
  ['Hello {name}', 'Bures', '“Hello {name}” has lost {name}.'],
  ['Hello {name}', 'Bures {namma}', '“Hello {name}” has lost {name}.'],
  ['Hello', 'Bures {namma}', '“Hello” has {namma}, which the English has not.'],
  ['Open <0>it</0>', 'Raba <0>dan', '“Open <0>it</0>” has lost </0>.'],
  ['Save', 'Vurke ', '“Save” begins or ends with a space, or has lost one.'],
])('of “%s”, “%s” is told: %s', (message, said, told) => {
  expect(wrongWith(entry(message, said))).toEqual([`shared/words/se.po: ${told}`])
})

it('a plural has every form of the language, and none of another', () => {
  const told = (said: string) => wrongWith(entry(PAGE, said)).join()

  expect(told('{count, plural, one {# a} other {# c}}')).toBe(
    `shared/words/se.po: “${PAGE}” lacks the form two of the plural {count}.`,
  )
  expect(told('{count, plural, one {#} two {#} many {#} other {#}}')).toContain(
    'has the form many, which the language has not.',
  )
  expect(told('{count} a')).toContain('has lost its plural: {count, plural, …}.')
})

describe('each form of a plural', () => {
  const BY = '{count, plural, one {# plan by {name}} other {# plans by {name}}}'

  it.each([
    ['{count, plural, one {# a} two {# b {name}} other {# c {name}}}', '{name}', 'one'],
    ['{count, plural, one {# {name}} two {# {name}} other {c {name}}}', '#', 'other'],
    ['{count, plural, =0 {none} one {# {name}} two {# {name}} other {# {name}}}', '{name}', '=0'],
  ])('says what the English says there: %s', (said, lost, form) => {
    expect(wrongWith(entry(BY, said))).toEqual([
      `shared/words/se.po: “${BY}” has lost ${lost} in the form ${form} of {count}.`,
    ])
  })

  it('may leave out the number that it alone stands for', () => {
    const said = '{count, plural, =0 {no {name}} one {a {name}} two {b {name}} other {# {name}}}'

    expect(wrongWith(entry(BY, said))).toEqual([])
    // Of 21 it would say “one”, and of nothing, too.
    expect(
      wrongWith(entry(PAGE, '{count, plural, one {a} few {# b} many {# c} other {# d}}'), 'ru-RU'),
    ).toEqual([expect.stringContaining('has lost # in the form one of {count}.')])
    expect(
      wrongWith(entry(PAGE, '{count, plural, one {a} many {# b} other {# c}}'), 'fr-FR'),
    ).toEqual([expect.stringContaining('has lost # in the form one of {count}.')])
  })

  it('may leave out what the English leaves out there', () => {
    const mine = '{count, plural, one {Your plan} other {Your plans in {name}}}'

    expect(
      wrongWith(entry(mine, '{count, plural, one {a} two {b {name}} other {c {name}}}')),
    ).toEqual([])
  })

  it('and each choice is read for itself, also within another', () => {
    const told = '{role, select, guest {{name} is a guest} other {{name} teaches}}'
    expect(wrongWith(entry(told, '{role, select, guest {guossi} other {{name}}}'))).toEqual([
      expect.stringContaining('has lost {name} in the form guest of {role}.'),
    ])

    const nested = `{role, select, guest {none} other {${PAGE}}}`
    const said = '{count, plural, one {a} two {b} other {c}}'
    expect(wrongWith(entry(nested, `{role, select, guest {none} other {${said}}}`))).toEqual([
      expect.stringContaining('has lost # in the forms other of {role} and other of {count}.'),
    ])
  })

  it('keeps all of a sentence that bends only in the translation', () => {
    const said = '{count, plural, one {a} two {b {name}} other {{count} c {name}}}'

    expect(wrongWith(entry('{name} has {count}', said))).toEqual([
      expect.stringContaining('has lost {name} in the form one of {count}.'),
    ])
  })
})

it('a message that cannot be read is told with the reason', () => {
  for (const said of ['{count, plural, one {# a} other {# c}', '{count, plural, one {#}}']) {
    expect(wrongWith(entry(PAGE, said))).toEqual([
      expect.stringMatching(/^shared\/words\/se\.po: “\{count, plural, .*” cannot be read: .+\?$/),
    ])
  }
})

it('a sentence that is marked as fuzzy is not finished', () => {
  expect(wrongWith(`#, fuzzy\n${entry('Save', 'Vurke')}`)).toEqual([
    'shared/words/se.po: “Save” is marked as fuzzy: read it again, and take the mark away.',
  ])
})

it('the template takes no braces, since nothing is filled in there', () => {
  const written = `msgctxt "template"\n${entry('Who we are', 'Mii {leat}')}`

  expect(wrongWith(written)).toEqual([
    'shared/words/se.po: “Who we are” (template) has a brace, but nothing is filled in here.',
  ])
})

it('a sentence too many, one that is missing and one that stands there twice are named', () => {
  const english = parseEntries(`${entry('Save', 'Save')}\n${entry('Close', 'Close')}`)
  const entries = parseEntries(
    `${entry('Save', 'Vurke')}\n${entry('Gone', 'Jávkan')}\n${entry('Save', 'Vurke')}`,
  )

  expect(problemsOf({ language: 'se', locale: 'se-NO', entries, english })).toEqual([
    'shared/words/se.po: “Gone” is not in the program. Run `npm run words`.',
    'shared/words/se.po: “Save” stands there twice.',
    'shared/words/se.po: “Close” is missing. Run `npm run words`.',
  ])
})

it('what is gone from the program and only kept by the file is nothing to translate', () => {
  expect(wrongWith(`${entry('Save', 'Vurke')}\n#~ msgid "Gone"\n#~ msgstr ""\n`)).toEqual([])
})

/** Northern Sámi has one, two and other. */
function wrongWith(file: string, locale = 'se-NO'): readonly string[] {
  const entries = parseEntries(file)
  return problemsOf({ language: 'se', locale, entries, english: entries })
}

function entry(message: string, said: string): string {
  return `msgid ${JSON.stringify(message)}\nmsgstr ${JSON.stringify(said)}\n`
}
