/**
 * The whole plan as plain headings, paragraphs and lists: drawn apart from the page, to be copied.
 */
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { RichText } from '../../shared/text/rich-text.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { StaticText } from '../text/static-text.tsx'
import { type CleanCopy, cleanCopy } from './clean-copy.ts'

export interface PlanToCopy {
  readonly title: string
  /** School and period. */
  readonly facts: string
  readonly sections: readonly SectionToCopy[]
}

export interface SectionToCopy {
  readonly title: string
  /** Those with words. */
  readonly texts: readonly LabelledText[]
  readonly actionsTitle: string
  readonly actions: readonly ActionToCopy[]
}

export interface ActionToCopy {
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly texts: readonly LabelledText[]
  readonly notes: readonly string[]
}

export interface LabelledText {
  readonly id: string
  readonly label: string
  readonly text: RichText
}

export function planCopy(plan: PlanToCopy): CleanCopy {
  const host = document.createElement('div')
  const root = createRoot(host)
  flushSync(() => root.render(<WholePlan plan={plan} />))
  const copy = cleanCopy(host)
  root.unmount()
  return copy
}

function WholePlan({ plan: { title, facts, sections } }: { readonly plan: PlanToCopy }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{facts}</p>
      {sections.map((section) => (
        <div key={section.title}>
          <h2>{section.title}</h2>
          {section.texts.map(({ id, label, text }) => (
            <div key={id}>
              <h3>{label}</h3>
              <CopiedText text={text} />
            </div>
          ))}
          {section.actions.length > 0 && <h3>{section.actionsTitle}</h3>}
          {section.actions.map((action) => (
            <WholeAction key={action.title} action={action} />
          ))}
        </div>
      ))}
    </>
  )
}

function WholeAction({
  action: { title, facts, texts, notes },
}: {
  readonly action: ActionToCopy
}) {
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {facts.map(({ label, value }) => (
          <li key={label}>
            <strong>{label}:</strong> {value}
          </li>
        ))}
      </ul>
      {texts.map(({ id, label, text }) =>
        isLine(text) ? (
          <p key={id}>
            <strong>{label}:</strong> {oneLine(text)}
          </p>
        ) : (
          <div key={id}>
            <p>
              <strong>{label}:</strong>
            </p>
            <CopiedText text={text} />
          </div>
        ),
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  )
}

function CopiedText({ text }: { readonly text: RichText }) {
  return (
    <div data-static-text="closed">
      <StaticText text={text} checkboxLabel={(words) => words} />
    </div>
  )
}

/** One paragraph without marks: it can stand behind its label. */
function isLine(text: RichText): boolean {
  const [block] = text
  return (
    text.length === 1 &&
    block?.type === 'paragraph' &&
    block.content.every((inline) => inline.type === 'text' && inline.marks.length === 0)
  )
}
