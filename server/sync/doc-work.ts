/**
 * What is done with whole documents: reading, checkpoints, changes of the
 * server's own. Pure but for the random source; runs in the doc thread, where a
 * plan of megabytes holds up nobody's typing.
 */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { RandomBytes } from '../../shared/ids.ts'
import { canonicalPlan } from '../../shared/plan/canonical-plan.ts'
import { documentHash } from '../../shared/plan/document-hash.ts'
import type { Plan, Repair } from '../../shared/plan/plan.ts'
import { readPlan } from '../../shared/plan/read-plan.ts'
import { seedPlan } from '../../shared/plan/seed-plan.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import { SERVER_ORIGIN } from './apply-fact.ts'
import { applyRestore } from './apply-restore.ts'
import { applySuggestion } from './apply-suggestion.ts'
import { decodeUpdate } from './decode-update.ts'
import { learn } from './guard.ts'
import { KnownIds, type KnownIdsOutline } from './known-ids.ts'
import { type RedactedUpdate, redactedUpdate } from './redact-doc.ts'
import type { Redaction } from './scrub-words.ts'
import { outlineUpdate } from './outline-update.ts'
import { createPens, type LentId, type Pens } from './pens.ts'
import type { PlanChange, SeedChange } from './plan-change.ts'
import { type Damage, replay, templateOf, updatesOf } from './replay.ts'
import { takeBack } from './take-back.ts'
import { refersToUnknown } from './unknown-references.ts'
import type { StoredMoment } from './update-log.ts'

export interface PlanMaterial {
  readonly plan: Plan
  /** SHA-256 of the canonical plan, hex. */
  readonly contentHash: string
  /** What our clients compare (shared/plan/document-hash); null: some of it cannot be read. */
  readonly documentHash: string | null
  readonly repairs: readonly Repair[]
}

/** The ids in these updates. Unreadable ones are left out and named. */
export function outlineUpdates(updates: readonly Uint8Array[]): {
  readonly outline: KnownIdsOutline
  readonly damage: Damage
} {
  const known = new KnownIds()
  const learned = updates.map((bytes) => learnStored(known, bytes))
  const unreadable = learned.flatMap((update, index) => (update ? [] : [index]))
  const incomplete = known.hasGaps || learned.some((update) => update?.refersToUnknown())
  const outline = { ...known.outline(), isIncomplete: incomplete }
  return { outline, damage: { unreadable, incomplete } }
}

/** null for bytes that nobody can read. Ask it once all are known. */
function learnStored(
  known: KnownIds,
  bytes: Uint8Array,
): { readonly refersToUnknown: () => boolean } | null {
  const outline = outlineUpdate(bytes)
  if (!outline) {
    const update = decodeUpdate(bytes)
    if (update) learn(known, update)
    return update && { refersToUnknown: () => refersToUnknown(update, known) }
  }
  const { written, deleted, referred } = outline
  for (const [client, range] of written) known.addWritten(client, range)
  for (const [client, ranges] of deleted) known.addDeleted(client, ranges)
  return {
    refersToUnknown: () => [...referred].some(([client, end]) => end > known.reachOf(client)),
  }
}

/**
 * What someone with this state vector lacks, as one update. Of damage it names what is unreadable.
 */
export function differenceUpdate(
  updates: readonly Uint8Array[],
  stateVector: Uint8Array,
): { readonly bytes: Uint8Array; readonly damage: Damage } {
  const difference = (some: readonly Uint8Array[]) =>
    Y.diffUpdate(Y.mergeUpdates([...some]), stateVector)
  try {
    return { bytes: difference(updates), damage: { unreadable: [], incomplete: false } }
  } catch {
    const unreadable = updates.flatMap((bytes, index) => (decodeUpdate(bytes) ? [] : [index]))
    const readable = updates.filter((_bytes, index) => !unreadable.includes(index))
    return { bytes: difference(readable), damage: { unreadable, incomplete: false } }
  }
}

/**
 * All updates as one, through a document that forgets what was deleted: nine times smaller than
 * merging.
 */
export function checkpointUpdate(updates: readonly Uint8Array[]): {
  readonly bytes: Uint8Array
  readonly damage: Damage
} {
  const { doc, damage } = replay(updates)
  return { bytes: Y.encodeStateAsUpdate(doc), damage }
}

/** The plan as typed data. Its template is the one that the document names. */
export function materialisePlan(updates: readonly Uint8Array[]): {
  readonly material: PlanMaterial
  readonly damage: Damage
} {
  const { doc, damage } = replay(updates)
  const { plan, repairs } = readPlan(doc, templateOf(doc))
  const contentHash = createHash('sha256').update(canonicalPlan(plan)).digest('hex')
  const isWhole = damage.unreadable.length === 0 && !damage.incomplete
  const material = {
    plan,
    contentHash,
    documentHash: isWhole ? documentHash(doc) : null,
    repairs,
  }
  return { material, damage }
}

/** The plan as it was at a moment of its history, unpacked here and not where people's words pass. */
export function materialiseMoment(moment: StoredMoment): {
  readonly material: PlanMaterial
  readonly damage: Damage
} {
  return materialisePlan(updatesOf(moment))
}

/** An update, and whose ids are in it. */
export interface MadeUpdate {
  /** None of them: nothing is changed. */
  readonly bytes: Uint8Array
  readonly clientIds: readonly number[]
  /** Those of them whose words are of whoever wrote under another id. */
  readonly lent: readonly LentId[]
  /** What a change tells of itself, for who asked for it to keep; null: nothing. */
  readonly applied: string | null
}

/**
 * The update that makes this change on top of the others.
 *
 * @throws Failure when it cannot be made on the plan as it stands: nothing is written.
 * @throws Error when a plan is to be seeded that already is one, or with an unknown template.
 */
export function changeUpdate(
  updates: readonly Uint8Array[],
  change: PlanChange,
  random: RandomBytes,
): { readonly made: MadeUpdate; readonly damage: Damage } {
  const { doc, damage } = replay(updates)
  const drawId = () => Buffer.from(random(4)).readUInt32LE()
  doc.clientID = drawId()
  const pens = createPens(doc, drawId)
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const applied = applyChange(doc, change, pens, random)
  const bytes = made.length === 0 ? new Uint8Array() : Y.mergeUpdates(made)
  const { lent } = pens
  const clientIds = [doc.clientID, ...lent.map(({ clientId }) => clientId)]
  return { made: { bytes, clientIds, lent, applied }, damage }
}

/**
 * The document anew, with something left out.
 *
 * @throws Error when some of it cannot be read: it would be lost for good.
 */
export function redactUpdates(
  updates: readonly Uint8Array[],
  redaction: Redaction,
  random: RandomBytes,
): RedactedUpdate {
  const { doc, damage } = replay(updates)
  if (damage.unreadable.length > 0 || damage.incomplete) {
    throw new Error('what is stored is damaged, and is not written anew')
  }
  return redactedUpdate(doc, redaction, random)
}

function applyChange(
  doc: Y.Doc,
  change: PlanChange,
  pens: Pens,
  random: RandomBytes,
): string | null {
  const written = { doc, pens, readPlan: () => readPlan(doc, templateOf(doc)).plan }
  switch (change.kind) {
    case 'seed':
      return seed(doc, change, random)
    case 'suggestion':
      return doc.transact(() => applySuggestion(written, change), SERVER_ORIGIN)
    case 'take-back':
      return doc.transact(() => takeBack(written, change), SERVER_ORIGIN) ?? null
    case 'restore':
      return applyRestore(doc, change)
  }
}

function seed(doc: Y.Doc, change: SeedChange, random: RandomBytes): null {
  const { templateId, templateVersion } = change
  const template = findTemplate(templateId, templateVersion)
  if (!template) throw new Error(`no template ${templateId} ${templateVersion}`)
  seedPlan(doc, template, change.seed, random)
  return null
}
