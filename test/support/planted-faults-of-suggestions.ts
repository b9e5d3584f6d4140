/** Faults in finding a thread's words, and in what becomes of suggestions. */
import type { PlantedFault } from './planted-fault.ts'

const EXAMPLES = 'test/client/discuss/anchors.test.ts'
const FOLLOWED = 'test/client/discuss/anchors.property.test.ts'
const APPLIED = 'test/server/sync/apply-suggestion.test.ts'
const TAKEN_BACK = 'test/server/sync/take-back.test.ts'
const FATES = 'test/server/discuss/suggestion-fates.test.ts'
const WRITERS = 'test/server/history/taken-back-words.test.ts'
const TYPING = 'test/server/sync/suggestion-while-typing.test.ts'

export const FAULTS_OF_SUGGESTIONS: readonly PlantedFault[] = [
  {
    name: 'suggestions: what stands between two positions is believed',
    file: 'shared/discuss/resolve-anchor.ts',
    anchor: 'return isMostlyOwn && (isWhole || own + score >= PROOF_OF_REST) ? range : null',
    replacement: 'return own + score >= 0 || isMostlyOwn || isWhole ? range : null',
    tests: [FOLLOWED],
  },
  {
    name: 'suggestions: the same words elsewhere are taken without proof',
    file: 'shared/discuss/resolve-anchor.ts',
    anchor: 'return isProven && isAlone && most > rival ? best : null',
    replacement: 'return isProven || isAlone || most > rival ? best : null',
    tests: [FOLLOWED],
  },
  {
    name: 'suggestions: a twin that stood there before is taken',
    file: 'shared/discuss/resolve-anchor.ts',
    anchor: 'isAlone && most > rival ?',
    replacement: 'isAlone && most + rival > 0 ?',
    tests: [EXAMPLES],
  },
  {
    name: 'suggestions: words are written over others',
    file: 'server/sync/apply-words.ts',
    anchor: 'if (!range || flat.words.slice(range.from, range.to) !== anchor.quote) {',
    replacement: 'if (!range) {',
    tests: [APPLIED],
  },
  {
    name: 'suggestions: changed words are taken back',
    file: 'server/sync/apply-words.ts',
    anchor: 'if (!range || !flat.words.startsWith(applied.words, range.from)) {',
    replacement: 'if (!range) {',
    tests: [TAKEN_BACK],
  },
  {
    name: 'suggestions: changed blocks are taken back',
    file: 'server/sync/replace-blocks.ts',
    anchor: 'if (JSON.stringify(now) !== JSON.stringify(applied.now)) {',
    replacement: 'if (now.length !== applied.now.length) {',
    tests: [TAKEN_BACK],
  },
  {
    name: 'suggestions: the room takes who accepts for who wrote',
    file: 'server/sync/server-writer.ts',
    anchor: 'room.storedByServer(update, first, owners)',
    replacement:
      'room.storedByServer(update, first, [{ userId, claimed: clientIds, released: [] }])',
    tests: [TYPING],
  },
  {
    name: 'suggestions: the text stays when the row says no',
    file: 'server/discuss/suggestions.ts',
    anchor: '        await takeOut(plan, applied, by)\n        throw error',
    replacement: '        throw error',
    tests: [FATES],
  },
  {
    name: 'suggestions: a lost answer is taken for a no',
    file: 'server/discuss/suggestions.ts',
    anchor: "if (await isSettled(plan, threadId, 'accepted', by)) return",
    replacement: '',
    tests: [FATES],
  },
  {
    name: 'suggestions: words that were read before something was taken out are written',
    file: 'server/sync/server-writer.ts',
    anchor: "if (change.kind !== 'seed' && change.epoch !== room.epoch) {",
    replacement: "if (change.kind === 'restore' && change.epoch !== room.epoch) {",
    tests: [FATES],
  },
  {
    name: 'suggestions: what comes back is of who takes it back',
    file: 'server/sync/pens.ts',
    anchor: 'if (writer !== undefined) doc.clientID = idFor(writer)',
    replacement: '',
    tests: [WRITERS],
  },
]
