/**
 * What a plan was, who changed what, and going back. All of it from the server's own log.
 *
 *   GET  /api/plans/:planId/versions             -> VersionList
 *   POST /api/plans/:planId/versions             NewVersion -> 201 Version: a name for now, or for then
 *   PUT  /api/plans/:planId/versions/:seq        {name} -> Version; null takes the name off
 *   GET  /api/plans/:planId/moments/:seq         -> PlanMoment: the plan as it was after that update
 *   GET  /api/plans/:planId/changes              -> ChangedPlaces: who changed each place last
 *   GET  /api/plans/:planId/authors              -> TextAuthors: whose each letter is
 *   POST /api/plans/:planId/restore              Restoring -> Restored
 *   POST /api/plans/:planId/visit                -> Visit: when I was last here, and that I am now
 *
 * 'plan.read-history' for those who work at the school; naming and restoring are 'plan.write'. A seq beyond the
 * latest is 'not-found'. A section or an action that the moment does not have: 'not-found', nothing
 * is written. 'epoch-changed' (409): the plan has just been written anew; 'too-many-requests': there
 * are 500 named versions.
 */
import { type Static, Type } from 'typebox'
import type { Plan } from '../plan/plan.ts'
import { Id, Line } from './common.ts'
import { Speaker } from './threads.ts'

export const VERSION_KINDS = ['automatic', 'named', 'restore'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

export const Version = Type.Object({
  /** The update after which the plan was so. */
  seq: Type.Integer(),
  kind: Type.Enum([...VERSION_KINDS]),
  name: Type.Union([Type.String(), Type.Null()]),
  /** Of its latest update. */
  atMs: Type.Number(),
  /**
   * Who wrote since the version before; who wrote last comes first. Left out: the server itself,
   * and those whom the school does not know any more.
   */
  by: Type.Array(Speaker),
})
export type Version = Static<typeof Version>

/** Newest first. `head`: the latest update. */
export const VersionList = Type.Object({ versions: Type.Array(Version), head: Type.Integer() })
export type VersionList = Static<typeof VersionList>

/** No database and no number of a browser goes further. */
const Seq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

/** seq absent: as it is now. */
export const NewVersion = Type.Object({
  name: Line,
  seq: Type.Optional(Seq),
})
/** null: it has none any more, and is a version like those between spells of writing. */
export const NewVersionName = Type.Object({ name: Type.Union([Line, Type.Null()]) })
export const VersionParams = Type.Object({ planId: Id, seq: Seq })

export const PlanMoment = Type.Object({
  seq: Type.Integer(),
  atMs: Type.Number(),
  plan: Type.Unsafe<Plan>(Type.Any()),
  /** SHA-256 of the canonical plan, hex. */
  contentHash: Type.String(),
  /**
   * SHA-256 of what going back brings back (shared/plan/restorable.ts), hex: equal at two moments
   * at which the plan said the same.
   */
  restorableHash: Type.String(),
})
export type PlanMoment = Static<typeof PlanMoment>

/**
 * 'field:<fieldId>'; 'action:<actionId>' for whatever was changed of it, its place and deletion
 * included; 'action:<actionId>:<part>' for each of ACTION_PARTS and 'checkIns'; 'plan:' and title,
 * language, periodStart, periodEnd; 'evidence:<evidenceId>'. by null: the server, or somebody
 * whom the school does not know any more.
 */
export const ChangedPlaces = Type.Object({
  places: Type.Record(
    Type.String(),
    Type.Object({ by: Type.Union([Speaker, Type.Null()]), atMs: Type.Number() }),
  ),
  seq: Type.Integer(),
})
export type ChangedPlaces = Static<typeof ChangedPlaces>

/**
 * Of each text, by the same keys, runs in order: so many UTF-16 units of its flat text
 * (shared/discuss/flat-text.ts), by whom. A line end counts with the letter before it.
 */
export const TextAuthors = Type.Object({
  people: Type.Array(Speaker),
  /** [length, index in people; -1: the server or nobody known] */
  texts: Type.Record(Type.String(), Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]))),
  seq: Type.Integer(),
})
export type TextAuthors = Static<typeof TextAuthors>

export const Restoring = Type.Object({
  seq: Seq,
  what: Type.Union([
    Type.Object({ kind: Type.Literal('plan') }),
    Type.Object({ kind: Type.Literal('section'), sectionId: Type.String({ maxLength: 100 }) }),
    Type.Object({ kind: Type.Literal('action'), actionId: Id }),
  ]),
})
export type Restoring = Static<typeof Restoring>

/** The update that did it; where the plan said so already, the latest. */
export const Restored = Type.Object({ seq: Type.Integer() })
export type Restored = Static<typeof Restored>

/** Where the last visit ended; null: this is the first. */
export const Visit = Type.Object({
  last: Type.Union([Type.Object({ seq: Type.Integer(), atMs: Type.Number() }), Type.Null()]),
  head: Type.Integer(),
})
export type Visit = Static<typeof Visit>
