/**
 * A text as the editor would draw it, without an editor: the same elements, so that
 * a click lands on the same letter when the editor takes its place.
 */
import { Fragment, type ReactNode } from 'react'
import type { Block, Inline, Mark, RichText, TaskItem } from '../../shared/text/rich-text.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { LINK_ATTRIBUTES } from './link-attributes.ts'

interface StaticTextProps {
  readonly text: RichText
  readonly checkboxLabel: (words: string) => string
}

export function StaticText({ text, checkboxLabel }: StaticTextProps) {
  return text.map((block, index) => (
    <StaticBlock key={index} block={block} checkboxLabel={checkboxLabel} />
  ))
}

interface StaticBlockProps extends Omit<StaticTextProps, 'text'> {
  readonly block: Block
}

function StaticBlock({ block, checkboxLabel }: StaticBlockProps) {
  const inner = (text: RichText) => <StaticText text={text} checkboxLabel={checkboxLabel} />
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.content)}</p>
    case 'heading':
      return block.level === 3 ? (
        <h3>{inlines(block.content)}</h3>
      ) : (
        <h4>{inlines(block.content)}</h4>
      )
    case 'bulletList':
      return <ul>{listItems(block.items, inner)}</ul>
    case 'orderedList':
      return <ol start={block.start}>{listItems(block.items, inner)}</ol>
    case 'taskList':
      return (
        <ul data-type="taskList">
          {block.items.map((item, index) => (
            <StaticTask key={index} item={item} checkboxLabel={checkboxLabel}>
              {inner(item.content)}
            </StaticTask>
          ))}
        </ul>
      )
    case 'blockquote':
      return <blockquote>{inner(block.content)}</blockquote>
    case 'callout':
      return (
        <div data-callout="" role="note">
          {inner(block.content)}
        </div>
      )
  }
}

interface StaticTaskProps extends Omit<StaticTextProps, 'text'> {
  readonly item: TaskItem
  readonly children: ReactNode
}

function StaticTask({ item, checkboxLabel, children }: StaticTaskProps) {
  return (
    <li data-type="taskItem" data-checked={item.checked}>
      <label>
        <input
          type="checkbox"
          checked={item.checked}
          readOnly
          tabIndex={-1}
          aria-label={checkboxLabel(plainText(item.content))}
        />
      </label>
      <div>{children}</div>
    </li>
  )
}

function listItems(items: readonly RichText[], inner: (text: RichText) => ReactNode): ReactNode {
  return items.map((item, index) => <li key={index}>{inner(item)}</li>)
}

function inlines(content: readonly Inline[]): ReactNode {
  // The editor draws a line for an empty paragraph and after a last break; so must this.
  const needsLine = content.length === 0 || content.at(-1)?.type === 'hardBreak'
  return (
    <>
      <StaticInlines content={content} />
      {needsLine && <br />}
    </>
  )
}

/** Words with their marks, without the block they stand in. */
export function StaticInlines({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => <Fragment key={index}>{inlineNode(inline)}</Fragment>)
}

function inlineNode(inline: Inline): ReactNode {
  if (inline.type === 'hardBreak') return <br />
  return inline.marks.reduceRight<ReactNode>((inner, mark) => marked(mark, inner), inline.text)
}

function marked(mark: Mark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    case 'link':
      return (
        <a {...LINK_ATTRIBUTES} href={mark.href}>
          {inner}
        </a>
      )
    case 'lang':
      return <span lang={mark.lang}>{inner}</span>
  }
}
