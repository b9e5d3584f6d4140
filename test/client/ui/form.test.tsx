/** What is wrong with a field is said beside it, in our words, and the caret goes there. */
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act, useEffect, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useRefusal } from '../../../client/api/use-refusal.ts'
import { RequestFailed } from '../../../client/api/request.ts'
import { Form } from '../../../client/ui/form.tsx'
import { TextInput } from '../../../client/ui/text-input.tsx'
import type { FailureCode } from '../../../shared/failure.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
i18n.loadAndActivate({ locale: 'en', messages: {} })

let root: Root
let submitted: string[]
let setTyped: (name: 'school' | 'name' | 'email', text: string) => void

function TwoLines({ error }: { readonly error: Error | null }) {
  const [typed, set] = useState({ school: 'Skole', name: '', email: '' })
  const put = (name: keyof typeof typed, text: string) =>
    set((before) => ({ ...before, [name]: text }))
  useEffect(() => {
    setTyped = put
  })
  const refusal = useRefusal(error, { schoolName: 'school', name: 'name', email: 'email' })
  const field = (name: keyof typeof typed) => ({
    name,
    label: name,
    value: typed[name],
    onChange: (text: string) => put(name, text),
    isRequired: true,
  })
  return (
    <Form
      refusal={refusal}
      onSubmit={(event) => {
        event.preventDefault()
        submitted.push(typed.name)
      }}
    >
      <TextInput {...field('school')} />
      <TextInput {...field('name')} />
      <TextInput {...field('email')} type="email" />
      <button type="submit">Send</button>
    </Form>
  )
}

const show = (error: Error | null = null) =>
  act(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <TwoLines error={error} />
      </I18nProvider>,
    ),
  )
const type = (name: Parameters<typeof setTyped>[0], text: string) => act(() => setTyped(name, text))
const submit = () => act(() => document.forms[0]?.requestSubmit())
const input = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!
/** What a screen reader says of the field beside its label. */
const said = (name: string) =>
  (input(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
const marked = () =>
  [...document.querySelectorAll('[aria-invalid="true"]')].map((one) => one.getAttribute('name'))
const refused = (code: FailureCode, field?: string) =>
  new RequestFailed(code, { told: field === undefined ? {} : { field } })

beforeEach(() => {
  submitted = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
  show()
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

describe('a form', () => {
  it('says beside a field that it is empty, and goes there', () => {
    type('email', 'kari@ternvag.no')
    submit()

    expect(submitted).toEqual([])
    expect(marked()).toEqual(['name'])
    expect(said('name')).toBe('This must be filled in')
    expect(document.activeElement).toBe(input('name'))
  })

  it.each([
    ['name', '   ', 'Only blanks are not enough'],
    ['name', '\u200b', 'Nothing of this can be seen. Write at least one letter'],
    ['email', 'kari', 'This does not look like an e-mail address'],
  ] as const)('says of %s that %j is none', (name, text, words) => {
    type('name', 'Kari')
    type('email', 'kari@ternvag.no')
    type(name, text)
    submit()

    expect(submitted).toEqual([])
    expect(said(name)).toBe(words)
    expect(document.activeElement).toBe(input(name))
  })

  it('says it no more once it is mended, though the browser has not looked again', () => {
    submit()
    expect(said('name')).toBe('This must be filled in')

    type('name', 'K')

    expect(said('name')).toBe('')
  })

  it('marks the field that the server refused, until it is changed', () => {
    type('name', 'Kari')
    type('email', 'kari@ternvag.no')
    show(refused('bad-request', 'schoolName'))

    expect(marked()).toEqual(['school'])
    expect(said('school')).toBe('This cannot be taken as it is. Write it in another way')
    expect(document.activeElement).toBe(input('school'))

    type('school', 'Skolen')
    submit()
    expect(marked()).toEqual([])
    expect(submitted).toEqual(['Kari'])
  })

  it('marks it again when it is refused again, and takes the same text back', () => {
    show(refused('name-taken', 'name'))
    expect(said('name')).toMatch(/^Somebody has this name already\. /)

    type('name', 'Nora')
    type('name', '')
    expect(marked()).toEqual([])
    act(() => input('email').focus())
    show(refused('name-taken', 'name'))
    expect(marked()).toEqual(['name'])
    expect(document.activeElement).toBe(input('name'))
  })

  it('sends it once more as it is, when that is wanted: only the server knows that it will do now', () => {
    type('name', 'Nora')
    type('email', 'nora@ternvag.no')
    show(refused('name-taken', 'name'))

    act(() => document.querySelector<HTMLButtonElement>('[type="submit"]')?.click())

    expect(submitted).toEqual(['Nora'])
  })

  it('marks none when none is to blame', () => {
    show(refused('too-many-requests'))
    expect(marked()).toEqual([])
    show(refused('bad-request', 'language'))
    expect(marked()).toEqual([])
  })
})
