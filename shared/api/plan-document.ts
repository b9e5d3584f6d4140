/**
 * A plan as one typed, sanitised model with every word in it: what
 * GET /api/plans/:planId answers, and what every exporter reads.
 *
 * The template's words are in the language asked for; people's texts are as they
 * wrote them. Texts are RichText (shared/text/rich-text.ts).
 */
import { type Static, Type } from 'typebox'
import { COMMITMENTS } from '../plan/commitments.ts'
import { STATUSES } from '../plan/status.ts'
import type { RichText } from '../text/rich-text.ts'
import { DateText, Id, LanguageTag } from './common.ts'

const NullableDate = Type.Union([DateText, Type.Null()])
const Text = Type.Unsafe<RichText>(Type.Array(Type.Any()))

export const DocumentEvidence = Type.Object({
  label: Type.String(),
  /** A safe http, https or mailto address; null for something that is only named. */
  address: Type.Union([Type.String(), Type.Null()]),
})
export type DocumentEvidence = Static<typeof DocumentEvidence>

export const DocumentField = Type.Object({
  id: Type.String(),
  label: Type.String(),
  text: Text,
  evidence: Type.Array(DocumentEvidence),
})
export type DocumentField = Static<typeof DocumentField>

export const DocumentCheckIn = Type.Object({
  date: DateText,
  status: Type.Enum([...STATUSES]),
  text: Type.String(),
  by: Type.String(),
})

export const DocumentAction = Type.Object({
  id: Id,
  /** '<commitment>.<place>', e.g. '2.3'. */
  number: Type.String(),
  title: Text,
  goal: Text,
  description: Text,
  indicator: Text,
  pupilsPart: Text,
  resources: Text,
  /** Names, as people read them. */
  owners: Type.Array(Type.String()),
  start: NullableDate,
  due: NullableDate,
  status: Type.Enum([...STATUSES]),
  /** Whole days past the due date on `today`; 0 when on time. */
  daysLate: Type.Integer(),
  checkIns: Type.Array(DocumentCheckIn),
  evidence: Type.Array(DocumentEvidence),
})
export type DocumentAction = Static<typeof DocumentAction>

export const DocumentSection = Type.Object({
  id: Type.String(),
  commitment: Type.Union([Type.Enum([...COMMITMENTS]), Type.Null()]),
  /** 1 to 5 for a commitment. */
  number: Type.Union([Type.Integer(), Type.Null()]),
  title: Type.String(),
  ask: Type.String(),
  fields: Type.Array(DocumentField),
  actions: Type.Array(DocumentAction),
})
export type DocumentSection = Static<typeof DocumentSection>

export const PlanDocument = Type.Object({
  planId: Id,
  /** The log's sequence number that this shows. */
  seq: Type.Integer(),
  /** SHA-256 of the canonical content, hex: equal here and in a browser means equal content. */
  contentHash: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  /** Of the template's words. */
  language: LanguageTag,
  /** Of people's texts. */
  textLanguage: LanguageTag,
  school: Type.String(),
  periodStart: NullableDate,
  periodEnd: NullableDate,
  today: DateText,
  template: Type.Object({ id: Type.String(), version: Type.Integer() }),
  sections: Type.Array(DocumentSection),
})
export type PlanDocument = Static<typeof PlanDocument>
