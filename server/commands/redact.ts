/** samplan redact: takes a text, a pupil’s name for one, out of a plan, its history and what is said about it. */
import { isId, type PlanId } from '../../shared/ids.ts'
import { MAX_REDACTED_LENGTH, MIN_REDACTED_LENGTH, redactPlan } from '../plans/redact-plan.ts'
import { createSummaryRefresher } from '../plans/summary-refresher.ts'
import { createKyselyPlanStore } from '../storage/kysely-plan-store.ts'
import { createKyselySearchStore } from '../storage/kysely-search-store.ts'
import { createKyselyThreadStore } from '../storage/kysely-thread-store.ts'
import type { Storage } from '../storage/storage.ts'
import { createDocThread } from '../sync/doc-thread.ts'
import { createSyncServer } from '../sync/sync-server.ts'
import { type Command, type CommandContext, CommandProblem, type Given } from './command.ts'
import { openAlone } from './open-data.ts'
import { tooLong } from './typed-options.ts'

const REPLACEMENT = '…'

export const redact: Command = {
  name: 'redact',
  says: 'takes a text out of a plan and its whole history, for good; the program must not run',
  options: {
    plan: { value: 'ID', says: 'of the plan: the end of its address' },
    text: {
      value: 'TEXT',
      says: 'what is taken out, wherever it stands, in small letters or capitals',
    },
    replacement: {
      value: 'TEXT',
      says: `what stands in its place; ${REPLACEMENT} when it is not said`,
    },
    yes: { value: null, says: 'really; without it nothing is done' },
  },
  async run(context, given) {
    const planId = given.need('plan')
    const wanted = wantedOf(given)
    if (!isId(planId))
      throw new CommandProblem(`${given.need('plan')} is no id of a plan.`, { isUsage: true })
    if (!given.has('yes')) {
      throw new CommandProblem(
        'The history of the plan would be gone, and only the text as it is now would stay, without what is taken out. Nobody can undo it. Add --yes to do it.',
        { isUsage: true },
      )
    }
    const storage = await openAlone(context.config)
    try {
      const places = await redactIn(storage, context, planId as PlanId, wanted)
      return {
        lines: [
          `It stood in ${places} places of the plan and of what is said about it, and stands in none any more. The plan’s history begins today.`,
          'Backups that were made before still have it, until they are thrown away.',
        ],
        json: { planId, places },
      }
    } finally {
      await storage.close()
    }
  },
}

/** @throws CommandProblem for a text too short or too long. */
function wantedOf(given: Given): { readonly text: string; readonly replacement: string } {
  const text = given.need('text')
  const replacement = given.text('replacement') ?? REPLACEMENT
  if (text.length < MIN_REDACTED_LENGTH) {
    throw new CommandProblem(
      `--text is one letter, which stands everywhere. Take at least ${MIN_REDACTED_LENGTH}.`,
      { isUsage: true },
    )
  }
  if (text.length > MAX_REDACTED_LENGTH) throw tooLong('text', text, MAX_REDACTED_LENGTH)
  if (replacement.length > MAX_REDACTED_LENGTH) {
    throw tooLong('replacement', replacement, MAX_REDACTED_LENGTH)
  }
  return { text, replacement }
}

async function redactIn(
  storage: Storage,
  { config, nowMs }: CommandContext,
  planId: PlanId,
  wanted: { readonly text: string; readonly replacement: string },
): Promise<number> {
  const { db } = storage.database
  const log = await storage.openUpdateLog(() => undefined)
  const docs = createDocThread({ logger: SILENT })
  const rooms = createSyncServer({
    log,
    docs,
    // Nobody comes: there is no port.
    admit: () => Promise.resolve('server-restarting'),
    publicOrigin: config.publicOrigin,
    nowMs,
    logger: SILENT,
  })
  const store = createKyselyPlanStore(db)
  const search = createKyselySearchStore(db)
  const summaries = createSummaryRefresher({ store, search, rooms, logger: SILENT })
  try {
    if (!(await store.findPlan(planId))) throw new CommandProblem(`There is no plan ${planId}.`)
    const threads = createKyselyThreadStore(db)
    const deps = { store, rooms, threads, summaries, scrub: () => storage.scrub() }
    const by = { memberId: null, atMs: nowMs() }
    return (await redactPlan(deps, planId, wanted, by)).places
  } finally {
    await summaries.close()
    await rooms.close()
    await docs.close()
    await log.close()
  }
}

/** What goes wrong comes back as a failure. */
const SILENT = { info: nothing, warn: nothing, error: nothing }

function nothing(): void {
  return undefined
}
