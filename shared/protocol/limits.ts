/**
 * The sizes, rates and times of the sync protocol, with their reasons. Used by the
 * server, which checks the caps before anything is written.
 */

const KIB = 1024
const MIB = 1024 * KIB

/** One update: a pasted book chapter is 100 kB of bytes. */
export const MAX_UPDATE_BYTES = MIB
/** One frame, and a step2: a whole plan after weeks offline. */
export const MAX_FRAME_BYTES = 16 * MIB
/** One awareness frame: a caret and a name are 200 bytes. */
export const MAX_AWARENESS_BYTES = 4 * KIB
/** Awareness ids of one connection: a reload keeps the old one for a while. */
export const MAX_AWARENESS_IDS = 4
/**
 * Client ids that a person has announced on a plan and never written under: one each time
 * that they open it and only read. Of more the oldest are let go.
 */
export const MAX_ANNOUNCED_IDS = 128
/** Sustained messages a second; typing is about 10, a caret about 10 more. */
export const MAX_MESSAGES_PER_SECOND = 60
/** Sustained bytes a second. */
export const MAX_BYTES_PER_SECOND = MIB
/** What a connection may send at once, above the sustained rates. */
export const MESSAGE_BURST = 300
export const BYTE_BURST = MAX_FRAME_BYTES
/** Tabs and devices of one person on one plan. */
export const MAX_CONNECTIONS_PER_PERSON = 20
/** Everyone on one plan. */
export const MAX_CONNECTIONS_PER_PLAN = 200
/** A plan's bytes; above it only deletions pass. A full example plan is 0.2 MiB. */
export const MAX_PLAN_BYTES = 8 * MIB
export const PLAN_BYTES_WARNING = 5 * MIB
/** Above this much unsent, awareness is no longer sent to a connection. */
export const SLOW_READER_BYTES = MIB
/** Above this much unsent a connection is closed (1013). */
export const STUCK_READER_BYTES = 8 * MIB
/** A stock client drops the connection after 30 s without a message. */
export const KEEP_ALIVE_MS = 20_000
/** Updates that are merged into one frame at most: merging is more than linear. */
export const MAX_UPDATES_PER_FRAME = 32
/**
 * After a transaction is begun the next one waits so long for each update that is in it, and
 * never so long that somebody sees a colleague's letter come later: a screen draws every 16 ms.
 */
export const COMMIT_INTERVAL_PER_UPDATE_MS = 5
export const MAX_COMMIT_INTERVAL_MS = 20
/** Awareness of a room is sent at most this often. */
export const AWARENESS_INTERVAL_MS = 40
/** Of one connection, received and not yet committed; above it nothing more is read from it. */
export const MAX_UNCOMMITTED_BYTES = 2 * MIB
/**
 * A content frame of someone who may only read, and that holds more than deletions, is
 * looked at up to this size, in 2 ms at most. What a client sends by itself when it comes
 * is the plan's deletions and nothing else: those are looked at up to MAX_UPDATE_BYTES.
 */
export const MAX_READ_OF_READERS_BYTES = 16 * KIB
/** An update that refers to what has not come yet waits this long for it, and is tried so often. */
export const EARLY_UPDATE_MS = 2000
export const EARLY_RETRY_MS = 100
/** Rows after the latest checkpoint that lead to the next one: what a fresh client reads. */
export const CHECKPOINT_ROWS = 500
export const CHECKPOINT_BYTES = 256 * KIB
/**
 * A checkpoint costs as much as the whole plan does, so the next one comes this long after it,
 * or at ten times the rows or bytes: fifty people who write without a pause.
 */
export const CHECKPOINT_INTERVAL_MS = 10_000
export const CHECKPOINT_HURRY = 10
/** Updates of one block of the history: 6 ms of the log's thread. */
export const HISTORY_BLOCK_ROWS = 1000
export const HISTORY_BLOCK_BYTES = 256 * KIB
/** Once an hour, what is left over is packed from so many updates on: smaller blocks save little. */
export const HISTORY_LEFTOVER_ROWS = 200
/** Between two blocks, so that packing takes a tenth of the log's thread at most. */
export const HISTORY_PAUSE_MS = 60
/** A state is kept every so many updates: any moment is at most so many updates after one. */
export const HISTORY_STATE_ROWS = 20_000
/** A room without connections is kept this long: a reload comes back within seconds. */
export const ROOM_IDLE_MS = 30_000
/** After this long without a commit clients of ours are told what they should read, and once more after as long. */
export const CONTENT_HASH_AFTER_MS = 10_000
/**
 * When the server stops, one connection after the other is told, this far apart and all
 * within the spread: a stock client comes back after 0.2 s sharp.
 */
export const RESTART_STEP_MS = 20
export const RESTART_SPREAD_MS = 2000
/** Plans loaded at once: one while the log's thread reads it, one while the doc thread decodes it. */
export const MAX_LOADS_AT_ONCE = 2
/**
 * Longest name of a key, a root type or a mark inside an update; `name:<text>` of an owner is the
 * longest.
 */
export const MAX_KEY_LENGTH = 512
/** Lists and objects within each other in one value: our own go two deep, and thousands would stop every reader. */
export const MAX_VALUE_DEPTH = 16
/** Elements within each other that one update may bring: lists eight deep are 20. At about 5,000 nobody can delete them any more. */
export const MAX_NESTING = 64
