import { it } from 'vitest'
import * as Y from 'yjs'
import { createHandDrivenClock } from '../../support/simulation/hand-driven-clock.ts'
import { structureOf } from '../../support/structure-of.ts'
import { Simulation } from '../../support/simulation/simulation.ts'
it('x', async () => {
  const clock = createHandDrivenClock()
  for (const seed of process.env['SEEDS']!.split(' ').map(Number)) {
    const reached: string[] = []
    const s = new Simulation(seed, clock, (w) => reached.push(w))
    try { await s.run(); console.log(seed, 'fine') } catch (e) {
      console.log(seed, process.env['STACK'] ? (e as Error).stack : (e as Error).message, process.env['REACHED'] ? reached.join('; ') : '')
      if (process.env['REPLAY']) {
        const rows = s.school.witness.rows
        const show = (d: Y.Doc) => JSON.stringify(structureOf(d)).includes('bold')
        const one = new Y.Doc(); one.transact(() => rows.forEach((r) => Y.applyUpdate(one, r)))
        const each = new Y.Doc(); rows.forEach((r) => each.transact(() => Y.applyUpdate(each, r)))
        const eachNoGc = new Y.Doc({ gc: false }); rows.forEach((r) => eachNoGc.transact(() => Y.applyUpdate(eachNoGc, r)))
        const plain = new Y.Doc(); rows.forEach((r) => Y.applyUpdate(plain, r))
        const merged = new Y.Doc(); Y.applyUpdate(merged, Y.mergeUpdates([...rows]))
        console.log('REPLAY one', show(one), 'each', show(each), 'eachNoGc', show(eachNoGc), 'plain', show(plain), 'merged', show(merged), 'witness', show(s.school.witness.doc))
        console.log('same ds', Y.equalDeleteSets(Y.createDeleteSetFromStructStore(one.store), Y.createDeleteSetFromStructStore(eachNoGc.store)), Y.equalDeleteSets(Y.createDeleteSetFromStructStore(one.store), Y.createDeleteSetFromStructStore(s.school.witness.doc.store)))
      }
      if (process.env['DIFF']) for (const seat of s.seats) if (seat.window) {
        const a = JSON.stringify(structureOf(seat.window.doc)), b = JSON.stringify(structureOf(s.school.witness.doc))
        let i = 0; while (i < a.length && a[i] === b[i]) i++
        if (a !== b) console.log(seat.name, seat.owner, seat.mayWrite, seat.window.mayWrite, seat.window.facts(), seat.device.hasUnsent, a.length, b.length, '\n', a.slice(Math.max(0, i - 60), i + 100), '\n', b.slice(Math.max(0, i - 60), i + 100))
      }
      if (process.env['LOGS']) console.log(s.school.logger.lines.map((l) => JSON.stringify(l).slice(0, 400)).join('\n'))
    }
  }
  clock.restore()
}, 600000)
