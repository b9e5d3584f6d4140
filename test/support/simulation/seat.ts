/**
 * An honest person at a device: the window that is open there, what they typed, and what
 * has happened to them that explains a refusal.
 */
import * as Y from 'yjs'
import type { Role } from '../../../shared/access/policy.ts'
import type { FailureCode } from '../../../shared/failure.ts'
import { writeDeed } from '../plan-deeds.ts'
import { isHalfApplied } from '../sync-client.ts'
import { PLAN_ID } from '../sync-harness.ts'
import { broken } from './broken.ts'
import { holdsLetter } from './disk-witness.ts'
import type { Line } from './line.ts'
import type { School } from './school.ts'
import { type Device, type Letter, openWindow, type PlanWindow } from './window.ts'

/** Refusals that have an honest reason, when it was there. */
const EXPECTED: readonly FailureCode[] = ['access-denied', 'epoch-changed', 'sign-in-required']
const DEEDS = ['split', 'mark', 'delete', 'delete', 'set', 'action'] as const

export class Seat {
  readonly name: string
  readonly role: Role
  readonly owner: string
  readonly device: Device = { updates: [], hasUnsent: false, setAside: [], epoch: 1 }
  session: string
  window: PlanWindow | null = null
  line: Line | null = null
  letters: Letter[] = []
  /** Its right was taken since the window opened: what follows on that gap may be refused. */
  hasLostRight = false
  readonly #school: School
  readonly #count: (what: string) => void

  constructor(school: School, index: number, name: string, role: Role, count: Seat['count']) {
    this.#school = school
    this.#count = count
    this.name = name
    this.role = role
    this.owner = `seat-${index}`
    this.session = school.signIn(name, role)
  }

  get count(): (what: string) => void {
    return this.#count
  }

  get userId(): string {
    return `user-${this.name}`
  }

  get mayWrite(): boolean {
    return this.#school.mightWrite(this.userId, Infinity)
  }

  async as(work: (window: PlanWindow) => void): Promise<void> {
    const { window } = this
    if (!window) return
    await this.#school.clock.as(this.owner, () => work(window))
    this.look()
  }

  async open(): Promise<void> {
    const school = this.#school
    await school.clock.as(this.owner, () => {
      this.hasLostRight = !this.mayWrite
      this.window = openWindow({
        clientId: school.dealClientId(),
        planId: PLAN_ID,
        userId: this.userId,
        name: this.name,
        epoch: school.epoch,
        mayWrite: this.mayWrite,
        device: this.device,
        WebSocket: school.sockets(
          this.owner,
          () => this.session,
          (line) => (this.line = line),
        ),
        onRejected: (code) => this.#refused(code),
        onToldHash: () => this.#count('told what it should read'),
        onDiverged: () => broken('I4', `${this.name} reads another text than was told`),
        onEnd: (code) => {
          this.window = null
          this.#count(`window ended: ${code}`)
          this.#refused(code)
        },
      })
    })
  }

  #refused(code: FailureCode): void {
    const isAfterGap = code === 'update-refused' && this.hasLostRight
    if (!EXPECTED.includes(code) && !isAfterGap) broken('I6', `${this.name} was told ${code}`)
    if (code === 'access-denied' && !this.hasLostRight && this.mayWrite) {
      broken('I6', `${this.name} was told ${code} and has the right`)
    }
  }

  /** Closes the window; without a goodbye when the device dies. */
  async close(isGoodbyeSaid: boolean): Promise<void> {
    const { window, line } = this
    this.window = null
    if (!isGoodbyeSaid) {
      await this.#school.asServer(() => line?.breakUp(this.#school.random.chance(0.5)))
    }
    await this.#school.clock.as(this.owner, () => window?.close())
    this.#school.clock.forget(this.owner)
  }

  type(letter: string): Promise<void> {
    return this.as((window) => {
      const typed = window.type(letter, this.#school.random.below(1000))
      if (typed) this.letters.push(typed)
    })
  }

  write(): Promise<void> {
    const { random } = this.#school
    const act = random.pick(DEEDS) ?? 'set'
    return this.as((window) => window.write((doc) => writeDeed(doc, act, random.below(1000))))
  }

  setTitle(): Promise<void> {
    const at = this.#school.random.below(1000)
    return this.as((window) => window.write((doc) => writeDeed(doc, 'set', at)))
  }

  /** Cheap, so after everything that this window does. */
  look(): void {
    if (this.window && isHalfApplied(this.window.doc)) broken('I5', `in ${this.name}'s window`)
  }

  /** Every letter is at school, or in a copy that was set aside. */
  missesNoLetter(): void {
    const copies = this.device.setAside.map((update) => {
      const doc = new Y.Doc({ gc: false })
      Y.applyUpdate(doc, update)
      return doc
    })
    for (const { letter, client, clock } of this.letters) {
      if (this.#school.witness.hasLetter(letter, client, clock)) continue
      if (copies.some((doc) => holdsLetter(doc, letter, client, clock))) continue
      broken('I10', `${this.name} typed ${letter} (${client}, ${clock})`)
    }
  }
}
