/** People who type, few and many, at their own speed and as fast as it goes. */
import { longPlan } from './long-plan.ts'
import { pause } from './process-figures.ts'
import {
  type Figure,
  type Measured,
  makeFilled,
  nearly,
  peopleIn,
  type Scenario,
  withCpu,
  withLoad,
} from './scenario.ts'
import type { Delivery } from './load-work.ts'
import type { LoadProcess } from './load-process.ts'
import type { Subject } from './subject.ts'

interface Rooms {
  readonly rooms: number
  readonly people: number
}

const PLAN_BYTES = 224_000
/** Letters of one person that may be on their way at once, at saturation. */
const WINDOW = 16
const WARM_MS = 3000
/** The processor time of one run wavers by some per cent with what else the machine does. */
const ROUNDS = 3
const SCHOOL: Rooms = { rooms: 20, people: 10 }
const STAFF_MEETING: Rooms = { rooms: 1, people: 50 }

async function inRooms(
  subject: Subject,
  { rooms, people }: Rooms,
  act: (load: LoadProcess) => Promise<Delivery>,
): Promise<Delivery & { readonly cpuMs: number }> {
  const content = longPlan(PLAN_BYTES)
  const documents = await makeFilled(subject, rooms, content)
  return withLoad(async (load) => {
    const addresses = peopleIn(subject, documents, people)
    await load.tell('come', { addresses, bytes: nearly(content) })
    // The paragraphs are there then, code is compiled, and nothing is left of the coming.
    await load.tell('type', { perSecond: 1, seconds: 2, others: people - 1 })
    await pause(WARM_MS)
    return withCpu(subject, () => act(load))
  })
}

function perThousand({ cpuMs, delivered }: { cpuMs: number; delivered: number }): number {
  return (cpuMs / delivered) * 1000
}

function missingLetters(name: string, title: string): Figure {
  return {
    key: `${name}-missing`,
    title: `letters that never came, ${title}`,
    digits: 0,
    better: 'less',
  }
}

function typing(
  name: string,
  title: string,
  where: Rooms,
  pace: { readonly perSecond: number; readonly seconds: number },
  goals: { readonly cpu?: string; readonly p99?: string },
): Scenario {
  return {
    name,
    forBare: true,
    rounds: ROUNDS,
    figures: [
      {
        key: `${name}-cpu`,
        title: `CPU ms per 1,000 delivered, ${title}`,
        digits: 1,
        better: 'less',
        goal: goals.cpu,
      },
      {
        key: `${name}-p50`,
        title: `ms to the others, median, ${title}`,
        digits: 1,
        better: 'less',
      },
      {
        key: `${name}-p99`,
        title: `ms to the others, p99, ${title}`,
        digits: 1,
        better: 'less',
        goal: goals.p99,
      },
      missingLetters(name, title),
    ],
    async measure(subject, { isQuick }): Promise<Measured> {
      const seconds = isQuick ? 5 : pace.seconds
      const rooms = isQuick ? Math.min(20, where.rooms) : where.rooms
      const others = where.people - 1
      const done = await inRooms(subject, { ...where, rooms }, (load) =>
        load.tell('type', { perSecond: pace.perSecond, seconds, others }),
      )
      return {
        [`${name}-cpu`]: perThousand(done),
        [`${name}-p50`]: done.p50Ms,
        [`${name}-p99`]: done.p99Ms,
        [`${name}-missing`]: done.sent * others - done.delivered,
      }
    },
  }
}

function saturation(name: string, title: string, where: Rooms, goal: string): Scenario {
  return {
    name,
    forBare: true,
    rounds: ROUNDS,
    figures: [
      {
        key: `${name}-cpu`,
        title: `CPU ms per 1,000 delivered, ${title}`,
        digits: 2,
        better: 'less',
        goal,
      },
      { key: `${name}-rate`, title: `delivered/s, ${title}`, digits: 0, better: 'more' },
      missingLetters(name, title),
    ],
    async measure(subject, { isQuick }): Promise<Measured> {
      const others = where.people - 1
      const seconds = isQuick ? 4 : 10
      const done = await inRooms(subject, where, (load) =>
        load.tell('saturate', { window: WINDOW, seconds, others }),
      )
      return {
        [`${name}-cpu`]: perThousand(done),
        [`${name}-rate`]: done.delivered / done.seconds,
        [`${name}-missing`]: done.sent * others - done.delivered,
      }
    },
  }
}

const cursors: Scenario = {
  name: 'cursors',
  forBare: true,
  figures: [
    {
      key: 'cursors-cpu',
      title: 'CPU ms per 1,000 carets to be shown, 20 rooms × 10, 5/s each',
      digits: 1,
      better: 'less',
    },
  ],
  async measure(subject, { isQuick }) {
    const done = await inRooms(subject, SCHOOL, (load) =>
      load.tell('moveCarets', { perSecond: 5, seconds: isQuick ? 5 : 15 }),
    )
    return {
      'cursors-cpu': perThousand({ ...done, delivered: done.sent * (SCHOOL.people - 1) }),
    }
  },
}

export const typingScenarios: readonly Scenario[] = [
  typing(
    'moderate',
    '20 rooms × 10, 2/s each',
    SCHOOL,
    { perSecond: 2, seconds: 20 },
    {
      cpu: '≤ Hocuspocus',
    },
  ),
  saturation('saturation', 'saturation 20 × 10', SCHOOL, '≤ 1/2 Hocuspocus'),
  saturation('one-room', 'saturation 1 × 50', STAFF_MEETING, '≤ 0.8 Hocuspocus'),
  cursors,
  typing(
    'many',
    '150 rooms × 10 (quick: 20), 1/s each',
    { rooms: 150, people: 10 },
    { perSecond: 1, seconds: 20 },
    { p99: '≤ 100' },
  ),
]
