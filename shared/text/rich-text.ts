/**
 * One text of the plan as everything but the editor sees it: a typed tree.
 *
 * Made only by `readText` (shared/plan/read-text.ts), which drops what is not
 * allowed, so whoever holds a RichText may trust it: known nodes and marks,
 * depth at most MAX_TEXT_DEPTH, safe link addresses, no control characters.
 * Each exporter still escapes for its own syntax.
 */
import type { HeadingLevel } from './schema.ts'

export type RichText = readonly Block[]

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: HeadingLevel; readonly content: readonly Inline[] }
  | { readonly type: 'bulletList'; readonly items: readonly RichText[] }
  | { readonly type: 'orderedList'; readonly start: number; readonly items: readonly RichText[] }
  | { readonly type: 'taskList'; readonly items: readonly TaskItem[] }
  | { readonly type: 'blockquote' | 'callout'; readonly content: RichText }

export interface TaskItem {
  readonly checked: boolean
  readonly content: RichText
}

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'hardBreak' }

export type Mark =
  | { readonly type: 'bold' | 'italic' | 'underline' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'lang'; readonly lang: string }
