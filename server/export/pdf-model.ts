/**
 * A plan as the template's data: plain JSON with every word as it is printed, in
 * the order it is read. The template (plan.typ) sets it; nothing in here ever
 * becomes its source.
 *
 * Pure but for the printer, which counts what it could not print.
 */
import type {
  DocumentAction,
  DocumentEvidence,
  DocumentField,
  DocumentSection,
  PlanDocument,
} from '../../shared/api/plan-document.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import { countActions, periodText, progressOf, titleOf } from './plan-facts.ts'
import { pdfDrawings } from './pdf-drawings.ts'
import type { Printer } from './printable-text.ts'
import { actionKey, fieldKey, PLAN_KEY, sectionKey } from './discussed-places.ts'
import type { ExportedDiscussion } from './exported-discussion.ts'
import { discussionModel, type MarksAt, pdfMarks } from './pdf-discussion.ts'
import { directionOf, pdfLanguage, pdfLine, pdfText } from './pdf-text.ts'

/** What the template reads; its keys are those of plan.typ. */
export type PdfModel = ReturnType<typeof pdfModel>

/** Headings: a section is 1, a field and *Actions* 2, an action 3, those of texts below. */
const FIELD_HEADING = 2
const ACTION_HEADING = 3
const TEXTS = ['goal', 'description', 'indicator', 'pupilsPart', 'resources'] as const

interface Setting {
  readonly words: ExportWords
  readonly printer: Printer
  readonly marksAt: MarksAt
}

/** @param discussion what was said about it; null: it stays in the house. */
export function pdfModel(
  document: PlanDocument,
  printer: Printer,
  discussion: ExportedDiscussion | null = null,
) {
  const words = exportWords(document.language)
  const marksAt = pdfMarks(discussion)
  const setting: Setting = { words, printer, marksAt }
  const print = printer.print.bind(printer)
  const title = titleOf(document)
  return {
    // Metadata is not printed: it may hold what no font has.
    metadata: { title: title.toWellFormed(), author: document.school.toWellFormed() },
    date: document.today.split('-').map(Number),
    language: pdfLanguage(document.language),
    textLanguage: pdfLanguage(document.textLanguage),
    title: print(title),
    titleDir: directionOf(title),
    kind: print(document.kind),
    school: print(document.school),
    period: print(periodText(document, words)),
    drawings: pdfDrawings(document.sections, words),
    words: {
      contents: print(words.contents),
      actions: print(words.actions),
      noActions: print(words.noActions),
      notWritten: print(words.notWritten),
      evidence: print(words.evidence),
      ticked: print(words.ticked),
      notTicked: print(words.notTicked),
      wheel: words.wheel,
      wheelKey: print(words.wheelKey),
      seeNotes: print(words.discussion.seeNotes),
    },
    marks: marksAt(PLAN_KEY),
    discussion: discussionModel(discussion, marksAt, setting),
    sections: document.sections.map((section) => sectionModel(section, setting)),
    foot: [words.exportedOn({ date: words.date(document.today) }), words.independent].map(print),
  }
}

function sectionModel(section: DocumentSection, setting: Setting) {
  const { words, printer, marksAt } = setting
  const { id, number, title, ask, commitment, fields, actions } = section
  return {
    number: number === null ? null : String(number),
    title: printer.print(title),
    progress: printer.print(progressOf(section, words)),
    ask: printer.print(ask),
    marks: marksAt(sectionKey(id)),
    fields: fields.map((field) => fieldModel(field, setting)),
    /** null where the section is no commitment. */
    actions: commitment === null ? null : actions.map((action) => actionModel(action, setting)),
    count: actions.length > 0 ? printer.print(countActions(actions, words)) : '',
  }
}

function fieldModel({ id, label, text, evidence }: DocumentField, { printer, marksAt }: Setting) {
  return {
    marks: marksAt(fieldKey(id)),
    label: printer.print(label),
    text: pdfText(text, FIELD_HEADING, printer),
    evidence: evidence.map((item) => evidenceModel(item, printer)),
  }
}

function actionModel(action: DocumentAction, { words, printer, marksAt }: Setting) {
  const { number, title, status, daysLate, checkIns, evidence } = action
  const line = pdfLine(title, printer)
  return {
    number,
    marks: marksAt(actionKey(action.id)),
    title: line.length > 0 ? line : [printer.print(words.untitled)],
    isUntitled: line.length === 0,
    status: { mark: status, words: printer.print(words.statuses[status]) },
    late: daysLate > 0 ? printer.print(words.daysLate({ days: daysLate })) : null,
    facts: actionFacts(action, words).map((fact) => printer.print(fact)),
    texts: TEXTS.map((name) => ({
      label: printer.print(words[name]),
      text: pdfText(action[name], ACTION_HEADING, printer),
    })).filter(({ text }) => text.length > 0),
    checkIns: {
      label: printer.print(words.checkIns),
      items: checkIns.map(({ date, by, status: then, text }) => ({
        facts: printer.print([words.date(date), by, words.statuses[then]].join(' · ')),
        text: printer.print(text),
        dir: directionOf(text),
      })),
    },
    evidence: {
      label: printer.print(words.evidence),
      items: evidence.map((item) => evidenceModel(item, printer)),
    },
  }
}

/** Owners and dates, as much of it as there is. */
function actionFacts({ owners, start, due }: DocumentAction, words: ExportWords): string[] {
  return [
    owners.length > 0 ? `${words.owners}: ${owners.join(', ')}` : '',
    start === null ? '' : words.startsOn({ date: words.date(start) }),
    due === null ? '' : words.dueOn({ date: words.date(due) }),
  ].filter((fact) => fact !== '')
}

function evidenceModel({ label, address }: DocumentEvidence, printer: Printer) {
  return {
    label: printer.print(label),
    address,
    shownAddress: address === null ? null : printer.print(address),
  }
}
