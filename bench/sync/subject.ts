/** A server that is measured: the real program, as its own process on its own data. */
import type { Address } from './raw-client.ts'

export const SUBJECT_NAMES = ['samplan', 'hocuspocus', 'y-websocket', 'bare-ws'] as const
export type SubjectName = (typeof SUBJECT_NAMES)[number]

export interface Subject {
  readonly name: SubjectName
  /** Keeps what it is sent? A bare relay does not. */
  readonly hasDocuments: boolean
  /** Of the running process. @throws Error when it does not run. */
  pid(): number
  /** Is its processor time to be looked into? */
  readonly isProfiled: boolean
  /** Starts, also again over the same data; resolves once it answers. */
  start(): Promise<void>
  /** SIGTERM, and waits. */
  stop(): Promise<void>
  kill(): Promise<void>
  /** So many new documents, empty but for what the server itself puts there. */
  makeDocuments(count: number): Promise<readonly string[]>
  /** How to come to a document, as the n-th of those who write. */
  address(document: string, person: number): Address
  /** Stops it if need be, and throws its data away. */
  remove(): Promise<void>
}
