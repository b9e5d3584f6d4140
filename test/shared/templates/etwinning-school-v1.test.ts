import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../shared/languages.ts'
import { COMMITMENTS } from '../../../shared/plan/commitments.ts'
import { etwinningSchoolV1 } from '../../../shared/templates/etwinning-school-v1.ts'
import { templateFieldIds } from '../../../shared/templates/template.ts'

const sectionIds = etwinningSchoolV1.sections.map((section) => section.id)

describe('the template etwinning-school, version 1', () => {
  it('holds the five commitments in the order of the mission', () => {
    const commitments = etwinningSchoolV1.sections.flatMap((section) => section.commitment ?? [])
    expect(commitments).toEqual(COMMITMENTS)
  })

  it('names every field after its section', () => {
    for (const section of etwinningSchoolV1.sections) {
      for (const fieldId of section.fieldIds) expect(fieldId.split('.')[0]).toBe(section.id)
    }
  })
})

describe.each(LANGUAGES)('the words of etwinning-school, version 1, in %s', (language) => {
  const words = etwinningSchoolV1.words[language]
  const fields = Object.entries(words.fields)

  it('are there for exactly the sections of the template, in their order', () => {
    expect(Object.keys(words.sections)).toEqual(sectionIds)
  })

  it('are there for exactly the fields of the template, in their order', () => {
    expect(Object.keys(words.fields)).toEqual(templateFieldIds(etwinningSchoolV1))
  })

  it('are never empty and never padded', () => {
    for (const text of allStrings(words)) {
      expect(text).not.toBe('')
      expect(text).toBe(text.trim().replace(/\s+/g, ' '))
    }
  })

  it('ask in one sentence what a section is about', () => {
    for (const { ask } of Object.values(words.sections)) expect(ask).toMatch(/^[^.?!]+\.$/)
  })

  it.each(fields)('give %s three to five different questions', (_id, { questions }) => {
    expect(questions.length).toBeGreaterThanOrEqual(3)
    expect(questions.length).toBeLessThanOrEqual(5)
    expect(new Set(questions).size).toBe(questions.length)
    for (const question of questions) expect(question).toMatch(/\?$/)
  })

  it('call the two fields of every commitment the same', () => {
    const labels = COMMITMENTS.map((commitment) => [
      words.fields[`${commitment}.today`]?.label,
      words.fields[`${commitment}.next`]?.label,
    ])
    expect(new Set(labels.map(String)).size).toBe(1)
  })
})

it('the languages give an example for the same fields', () => {
  const withExample = LANGUAGES.map((language) =>
    Object.entries(etwinningSchoolV1.words[language].fields)
      .filter(([, field]) => field.example)
      .map(([id]) => id),
  )
  for (const ids of withExample) expect(ids).toEqual(withExample[0])
})

it.each(['nb', 'nn'] as const)('%s says tiltak and frist, never their impostors', (language) => {
  const text = allStrings(etwinningSchoolV1.words[language]).join('\n')
  expect(text).not.toMatch(/(?<!\p{L})(aksjon|oppgave|oppgåve|evidens|eier|eigar|deadline)\p{L}*/iu)
})

/** Every string in a tree of words. */
function allStrings(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree]
  return Object.values(tree ?? {}).flatMap(allStrings)
}
