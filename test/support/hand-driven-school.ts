/**
 * The school's end of an open plan's socket, driven by hand: it opens, answers and
 * acknowledges only when the test says so.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { CalendarDate } from '../../shared/calendar-date.ts'
import { FAILURES, type FailureCode } from '../../shared/failure.ts'
import { documentHash } from '../../shared/plan/document-hash.ts'
import { NO_CONTENT } from '../../shared/plan/plan-content.ts'
import { seedPlan } from '../../shared/plan/seed-plan.ts'
import {
  awarenessFrame,
  noticeFrame,
  readClientFrame,
  rejectedFrame,
  savedFrame,
  SYNC_STEP1,
  SYNC_STEP2,
  SYNC_UPDATE,
  syncFrame,
} from '../../shared/protocol/frames.ts'
import type { WentBack } from '../../shared/protocol/notice.ts'
import { etwinningSchoolV1 } from '../../shared/templates/etwinning-school-v1.ts'

type Handler = ((event: never) => void) | null

/** What y-websocket needs of a WebSocket; `wire` is the test's end of it. */
class HandDrivenSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = 'blob'
  onmessage: Handler = null
  onopen: Handler = null
  onclose: Handler = null
  onerror: Handler = null
  readonly url: string
  readonly sent: Uint8Array[] = []

  constructor(url: string | URL) {
    this.url = String(url)
  }

  send(data: Uint8Array): void {
    this.sent.push(data)
  }

  close(): void {
    this.readyState = 3
  }
}

export function createHandDrivenSchool() {
  const doc = new Y.Doc()
  doc.clientID = 500
  seedPlan(
    doc,
    etwinningSchoolV1,
    { title: 'Plan', language: 'nb', periodStart: null, periodEnd: null, content: NO_CONTENT },
    (count) => new Uint8Array(count).fill(1),
  )
  const sockets: HandDrivenSocket[] = []
  const tell = (socket: HandDrivenSocket, frame: Uint8Array) =>
    socket.onmessage?.({ data: frame.slice().buffer } as never)
  const latest = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('nobody has connected')
    return socket
  }
  const contentFrames = () =>
    latest().sent.flatMap((bytes) => {
      const frame = readClientFrame(new Uint8Array(bytes))
      return frame?.kind === 'content' ? [frame] : []
    })

  return {
    doc,
    sockets,
    /** To be given to the open plan. */
    WebSocket: class extends HandDrivenSocket {
      constructor(url: string | URL) {
        super(url)
        sockets.push(this)
      }
    } as unknown as typeof WebSocket,
    /** Accepts the latest socket. */
    accept() {
      const socket = latest()
      socket.readyState = 1
      socket.onopen?.({} as never)
    },
    /** Sends the plan and asks for what the client has: the client answers with its step2. */
    sendPlan() {
      tell(latest(), syncFrame(SYNC_UPDATE, Y.encodeStateAsUpdate(doc)))
      tell(latest(), syncFrame(SYNC_STEP2, Y.encodeStateAsUpdate(new Y.Doc())))
      tell(latest(), syncFrame(SYNC_STEP1, Y.encodeStateVector(doc)))
    },
    sendUpdate(update: Uint8Array) {
      tell(latest(), syncFrame(SYNC_UPDATE, update))
    },
    sendPresence(update: Uint8Array) {
      tell(latest(), awarenessFrame(update))
    },
    contentFrames,
    /** Takes in what has arrived and says it is durable. */
    saveAll() {
      const frames = contentFrames()
      for (const { update } of frames) Y.applyUpdate(doc, update)
      tell(latest(), savedFrame(frames.length))
    },
    reject(code: FailureCode) {
      tell(latest(), rejectedFrame(contentFrames().length, code))
    },
    /** Something new is said about the plan. */
    tellOfThreads() {
      tell(latest(), noticeFrame({ kind: 'threads' }))
    },
    /** Somebody else went back. */
    tellOf(wentBack: WentBack) {
      tell(latest(), noticeFrame({ kind: 'went-back', ...wentBack }))
    },
    /** Something beside the text changed. */
    notice() {
      const frame = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 102)
        encoding.writeVarString(encoder, '{}')
      })
      tell(latest(), frame)
    },
    /** What everyone should read; another hash when told so. */
    tellContentHash(contentHash = documentHash(doc)) {
      tell(latest(), noticeFrame({ kind: 'content-hash', seq: 7, contentHash }))
    },
    /** What the client says that it reads in place of it. */
    divergences: () =>
      latest().sent.flatMap((bytes) => {
        const frame = readClientFrame(new Uint8Array(bytes))
        return frame?.kind === 'diverged' ? [frame] : []
      }),
    /** The socket dies on its way: what is sent now reaches nobody. */
    beginClosing() {
      latest().readyState = 2
    },
    closeWith(code: FailureCode | 'lost', socket = latest()) {
      socket.readyState = 3
      const event =
        code === 'lost' ? { code: 1006, reason: '' } : { code: FAILURES[code].close, reason: code }
      socket.onclose?.(event as never)
    },
  }
}

export const PLAN_ID = 'p'.repeat(20)

export function planEntry(change: Partial<PlanEntry> = {}): PlanEntry {
  return {
    planId: PLAN_ID,
    title: 'Plan',
    state: 'active',
    epoch: 1,
    restoredEpoch: null,
    template: { id: etwinningSchoolV1.id, version: etwinningSchoolV1.version },
    school: { schoolId: 's'.repeat(20), name: 'Ternvåg', today: '2026-11-25' as CalendarDate },
    me: {
      userId: 'k'.repeat(20),
      memberId: 'm'.repeat(20),
      name: 'Kari',
      role: 'teacher',
      isPublicComputer: false,
      mayWrite: true,
      mayExport: true,
      mayShare: true,
      mayInvite: false,
      mayOpenToPupils: false,
      mayReadThreads: true,
      mayDiscuss: true,
      maySuggest: true,
      mayDecide: true,
      mayReadHistory: true,
      mayAppoint: false,
      maySettle: false,
      posts: [],
    },
    members: [],
    discussers: [],
    ...change,
  }
}
