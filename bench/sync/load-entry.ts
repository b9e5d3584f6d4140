/** The script of a load process: does what it is told, one thing after the other. */
import { type LoadWork, loadWork } from './load-work.ts'

interface Order {
  readonly id: number
  readonly name: keyof LoadWork
  readonly argument: never
}

process.on('message', ({ id, name, argument }: Order) => {
  Promise.resolve(loadWork[name](argument)).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
