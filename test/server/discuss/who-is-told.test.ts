import { describe, expect, it } from 'vitest'
import { type Discusser, type Told, whoIsTold } from '../../../server/discuss/who-is-told.ts'
import type { PlanState, Role } from '../../../shared/access/policy.ts'
import type { MemberId } from '../../../shared/ids.ts'

const id = (name: string) => name as MemberId

function member(name: string, role: Role, traits: Partial<Discusser> = {}): Discusser {
  return { memberId: id(name), role, defaultRight: null, right: null, posts: [], ...traits }
}

const post = (name: 'head' | 'responsible' | 'section-owner', sectionId = '') => ({
  posts: [{ post: name, sectionId }],
})

const MEMBERS = [
  member('coordinator', 'coordinator'),
  member('head', 'leadership', post('head')),
  member('responsible', 'teacher', post('responsible')),
  member('owner of pupils', 'teacher', post('section-owner', 'pupils')),
  member('owner of models', 'teacher', post('section-owner', 'models')),
  member('teacher', 'teacher'),
  member('narrowed', 'teacher', { right: 'read', ...post('responsible') }),
  member('guest', 'guest'),
  member('discussing guest', 'guest', { defaultRight: 'discuss' }),
  member('pupil', 'pupil', { right: 'read' }),
]
const EVERYBODY = MEMBERS.map(({ memberId }) => memberId)

function toldBy(
  by: string,
  told: Told,
  planState: PlanState = 'active',
  members: readonly Discusser[] = MEMBERS,
) {
  const circle = { by: id(by), schoolId: 's', planState, members }
  return Object.fromEntries(whoIsTold(told, circle))
}

const PUPILS = { sectionId: 'pupils', ownerIds: [] }

/** Of what is begun in a section, without calling on anybody. */
const toldOf = (kind: 'thread' | 'suggestion', by: string, members: readonly Discusser[]) =>
  toldBy(by, { kind, facts: PUPILS, mentioned: [] }, 'active', members)

describe('who is told', () => {
  it('of a new thread are those who answer for the plan and for the section', () => {
    const told = { kind: 'thread', facts: PUPILS, mentioned: [] } as const

    expect(toldBy('teacher', told)).toEqual({
      head: 'thread',
      responsible: 'thread',
      'owner of pupils': 'thread',
    })
  })

  it('of a suggestion on an action are its owners too', () => {
    const facts = { sectionId: null, ownerIds: ['teacher', 'somebody who has left'] }
    const told = { kind: 'suggestion', facts, mentioned: [] } as const

    expect(toldBy('head', told)).toEqual({ responsible: 'suggestion', teacher: 'suggestion' })
  })

  it('is everybody once, by what concerns them most', () => {
    const mentioned = [id('head'), id('guest'), id('teacher')]

    expect(toldBy('coordinator', { kind: 'thread', facts: PUPILS, mentioned })).toEqual({
      head: 'mention',
      teacher: 'mention',
      responsible: 'thread',
      'owner of pupils': 'thread',
    })
    expect(toldBy('teacher', { kind: 'reply', tookPart: [id('head')], mentioned })).toEqual({
      head: 'mention',
    })
  })

  describe('where the school gave out no posts', () => {
    const NO_POSTS = MEMBERS.map((each) => ({ ...each, posts: [] }))

    it('are the coordinators, of comments and of suggestions', () => {
      const second = member('second coordinator', 'coordinator')
      const away = member('narrowed coordinator', 'coordinator', { right: 'read' })
      const all = [...NO_POSTS, second, away]

      for (const kind of ['thread', 'suggestion'] as const) {
        expect(toldOf(kind, 'teacher', all)).toEqual({
          coordinator: kind,
          'second coordinator': kind,
        })
      }
      const mentioned = [id('head')]
      const asked = { kind: 'suggestion', facts: PUPILS, mentioned } as const
      expect(toldBy('teacher', asked, 'active', NO_POSTS)).toEqual({
        coordinator: 'suggestion',
        head: 'mention',
      })
    })

    it('are those who answer, and no coordinator, as soon as there is one', () => {
      const owner = { sectionId: null, ownerIds: ['teacher'] }
      const asked = { kind: 'suggestion', facts: owner, mentioned: [] } as const

      expect(toldBy('head', asked, 'active', NO_POSTS)).toEqual({ teacher: 'suggestion' })
    })

    it('are all who could accept it, of a suggestion that no coordinator hears of', () => {
      expect(toldOf('suggestion', 'coordinator', NO_POSTS)).toEqual({
        responsible: 'suggestion',
        'owner of pupils': 'suggestion',
        'owner of models': 'suggestion',
        teacher: 'suggestion',
      })
      expect(toldOf('thread', 'coordinator', NO_POSTS)).toEqual({})
    })

    it('is a coordinator too, of a suggestion that whoever answers could not accept', () => {
      const onlyHead = NO_POSTS.map((each) =>
        each.memberId === 'head' ? { ...each, ...post('head') } : each,
      )

      expect(toldOf('suggestion', 'teacher', onlyHead)).toEqual({
        head: 'suggestion',
        coordinator: 'suggestion',
      })
      expect(toldOf('thread', 'teacher', onlyHead)).toEqual({ head: 'thread' })
    })

    it('is whose suggestion it was, when it is accepted or refused', () => {
      const settled = { kind: 'refused', suggestedBy: id('discussing guest') } as const

      expect(toldBy('coordinator', settled, 'active', NO_POSTS)).toEqual({
        'discussing guest': 'refused',
      })
    })
  })

  it('is somebody also of what the only one who answers for the plan suggests', () => {
    const alone = MEMBERS.filter(({ memberId }) => !/responsible|owner/.test(memberId))
    const asked = { kind: 'suggestion', facts: PUPILS, mentioned: [] } as const

    expect(toldBy('head', asked, 'active', alone)).toEqual({ coordinator: 'suggestion' })
  })

  it('of a reply are those who took part, and not those who only answer for the plan', () => {
    const tookPart = [id('teacher'), id('discussing guest')]

    expect(toldBy('coordinator', { kind: 'reply', tookPart, mentioned: [] })).toEqual({
      teacher: 'reply',
      'discussing guest': 'reply',
    })
  })

  it('is never oneself, a pupil, or one who may not read the threads', () => {
    for (const told of [
      { kind: 'reply', tookPart: EVERYBODY, mentioned: EVERYBODY },
      { kind: 'decision', tookPart: EVERYBODY },
    ] as const) {
      const kinds = toldBy('coordinator', told)

      for (const name of ['coordinator', 'pupil', 'guest', 'narrowed']) {
        expect(kinds).not.toHaveProperty(name)
      }
      expect(kinds).toHaveProperty('discussing guest')
    }
    expect(toldBy('head', { kind: 'assigned', assigneeId: id('pupil') })).toEqual({})
  })

  it('is nobody of a plan that is deleted', () => {
    const told = { kind: 'thread', facts: PUPILS, mentioned: EVERYBODY } as const

    expect(toldBy('teacher', told, 'deleted')).toEqual({})
  })

  it.each(['accepted', 'refused', 'taken-back'] as const)(
    'of a suggestion that is %s is whose it was',
    (kind) => {
      const told = { kind, suggestedBy: id('teacher') }

      expect(toldBy('head', told)).toEqual({ teacher: kind })
      expect(toldBy('teacher', told)).toEqual({})
    },
  )
})
