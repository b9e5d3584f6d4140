/**
 * What a template is: versioned data that gives a plan its sections, its
 * guidance and its words.
 *
 * A plan's document holds only the template's id and version. Headings, guidance
 * and order come from here, in the reader's language, so that nothing a person
 * types can delete, double or translate them away. A published version never
 * changes: a new wording is a new version.
 */
import type { Language } from '../languages.ts'
import type { Commitment } from '../plan/commitments.ts'

export interface Template {
  readonly id: string
  readonly version: number
  readonly sections: readonly TemplateSection[]
  readonly words: Readonly<Record<Language, TemplateWords>>
}

/** A part of the plan. A section of a commitment also holds that commitment's actions. */
export interface TemplateSection {
  readonly id: string
  /** null for what comes before and after the five. */
  readonly commitment: Commitment | null
  readonly fieldIds: readonly FieldId[]
}

/** '<section>.<field>': names the root type `text:<fieldId>` of a plan's document. */
export type FieldId = `${string}.${string}`

export interface TemplateWords {
  /** The kind of document, above its title: 'Handlingsplan for eTwinning'. */
  readonly kind: string
  readonly sections: Readonly<Record<string, SectionWords>>
  readonly fields: Readonly<Record<FieldId, FieldWords>>
}

export interface SectionWords {
  readonly title: string
  /** One sentence: what the section is about, in our own words. */
  readonly ask: string
}

export interface FieldWords {
  readonly label: string
  /** One or two sentences that help to begin: what to think of, what to name. */
  readonly guidance: string
  /** Three to five questions to ask each other; shown when wanted. */
  readonly questions: readonly string[]
  /** A vague sentence and a better one, where we have a good pair. */
  readonly example?: { readonly vague: string; readonly better: string }
}

/** All fields of a template, in reading order. */
export function templateFieldIds(template: Template): readonly FieldId[] {
  return template.sections.flatMap((section) => section.fieldIds)
}
