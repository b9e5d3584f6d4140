/**
 * The words of 'etwinning-school' version 1 in British English.
 *
 * Labels speak as the school (*we*); asks and guidance speak to the team (*you*); the questions
 * are for the team to ask each other, so they say *we* again. All in our own words: of the
 * mission only the five short names are quoted, of the label form nothing.
 */
import type { TemplateWords } from './template.ts'

export const etwinningSchoolV1En: TemplateWords = {
  kind: 'eTwinning action plan',
  sections: {
    school: {
      title: 'Our school',
      ask: 'Who you are, and where you want to go with eTwinning.',
    },
    safety: {
      title: 'Safe use of the internet',
      ask: 'What you have agreed, and how pupils learn to look after themselves and others online.',
    },
    leadership: {
      title: 'Shared leadership',
      ask: 'More people organise and decide, and the leadership helps all staff to join in.',
    },
    collaboration: {
      title: 'Collaboration, sharing and teamwork',
      ask: 'You plan as a team, share what you do and use this plan all year round.',
    },
    pupils: {
      title: 'Pupils are agents of change',
      ask: 'Pupils help to shape the school, try out new things and tell others about them.',
    },
    models: {
      title: 'Models for other schools',
      ask: 'You help schools nearby to get started and give them something they can use.',
    },
    inclusion: {
      title: 'Inclusive and innovative learning organisations',
      ask: 'Every pupil can take part, and the whole school tries things out, learns and adjusts.',
    },
    'follow-up': {
      title: 'Follow-up',
      ask: 'When you stop to look at the plan, and what you do about what you find.',
    },
  },
  fields: {
    'school.about': {
      label: 'Who we are',
      guidance:
        'Describe the school so that a teacher in another country can picture it: place, year ' +
        'groups, size and languages. Say briefly what you have done with eTwinning so far.',
      questions: [
        'How many pupils, staff and active eTwinning teachers do we have?',
        'Which languages do our pupils speak at home?',
        'What is special about where we are?',
        'When did we start with eTwinning, and what are we most proud of?',
      ],
    },
    'school.vision': {
      label: 'Where we want to be',
      guidance:
        'Say in a few sentences what should be different for pupils when the plan ends. If you ' +
        'can, link it to an aim the school already has.',
      questions: [
        'What should pupils be able to say about the school in two years that they cannot say now?',
        'Which aim in the school development plan can eTwinning help us with?',
        'What will we leave undone to make time for this?',
      ],
    },
    'safety.internet': {
      label: 'How we keep it safe',
      guidance:
        'Say which rules you have, who made them, and how you handle photos and consent. ' +
        'Mention what is still missing, too.',
      questions: [
        'Who made our rules for the internet, and when did we last talk to pupils about them?',
        'Who asks for consent before photos are taken, and when is it renewed?',
        'Who do pupils tell when something goes wrong online?',
        'Does our agreement also cover after-school care, trips and closed groups?',
      ],
    },
    'leadership.today': {
      label: 'How we do it today',
      guidance:
        'Say who helps to decide, and where that is written down. Mention meetings, time and ' +
        'roles, and be honest if a lot depends on one person.',
      questions: [
        'Who decides about eTwinning at our school, and where is that written down?',
        'What stops if the coordinator leaves?',
        'How much staff meeting time do we get, and who sets it aside?',
        'When did teachers or pupils last get a decision changed, and which one?',
        'What does the head actually do, beyond saying yes?',
      ],
      example: {
        vague: 'The leadership supports eTwinning.',
        better:
          'The head sets aside 6 × 60 minutes of staff meeting time and chairs the halfway ' +
          'meeting in January.',
      },
    },
    'leadership.next': {
      label: 'The next two years',
      guidance:
        'Choose two or three steps that let more people carry eTwinning together. Write the ' +
        'actions themselves below, each with an owner, a deadline and something to count.',
      questions: [
        'Who gets a mandate to decide what, and when will it be agreed?',
        'Which meetings go into the year wheel?',
        'Which of our other school plans should mention eTwinning?',
        'Who takes over if an owner is away?',
        'When does the pupil council join in, and what do they help to decide?',
      ],
      example: {
        vague: 'We want to strengthen shared leadership.',
        better: 'From August each part of the plan has one teacher who decides within the mandate.',
      },
    },
    'collaboration.today': {
      label: 'How we do it today',
      guidance:
        'Describe something you really planned together, across subjects or year groups. Say, ' +
        'too, how a new teacher gets started.',
      questions: [
        'Which project did teachers of different subjects plan together?',
        'When do we get to see each other’s work?',
        'How does a new teacher get started within the first half-year?',
        'When did we last open this plan, other than for an application?',
        'What has spread to a class that was not in a project?',
      ],
      example: {
        vague: 'Our teachers work closely together.',
        better:
          'Three teachers of three subjects planned the project in four meetings and reviewed it ' +
          'in May.',
      },
    },
    'collaboration.next': {
      label: 'The next two years',
      guidance:
        'Choose fixed times rather than good intentions: when you share, who helps newcomers, ' +
        'and what you will make together.',
      questions: [
        'On which day do we share, and who posts the notes?',
        'Who will be a buddy for the next newcomer to eTwinning?',
        'Which subjects could meet in one project?',
        'When do we look at this plan again, and who brings it up?',
      ],
      example: {
        vague: 'We share our experience.',
        better:
          'On the first Tuesday of the month one team shows for 20 minutes what it has tried; ' +
          'the notes are out by Friday.',
      },
    },
    'pupils.today': {
      label: 'How we do it today',
      guidance:
        'Say what pupils have changed, and what answers they were given. Tell it without names ' +
        'and without photos of faces.',
      questions: [
        'What have pupils changed in the past year, who answered them, and how quickly?',
        'How can a pupil who is not on the pupil council have a say?',
        'Who tries new tools before we decide on them?',
        'Who chose what pupils last presented?',
        'Which pupils are never asked?',
      ],
      example: {
        vague: 'Our pupils are active.',
        better: 'Year 6 tested two tools and said no to one; the leadership followed their advice.',
      },
    },
    'pupils.next': {
      label: 'The next two years',
      guidance:
        'Give pupils something to decide, not just something to present. Say who answers their ' +
        'proposals, too, and how long it should take.',
      questions: [
        'What will pupils decide entirely by themselves?',
        'What will they try before we buy it or start using it?',
        'Who answers their proposals, and within how many weeks?',
        'Who will pupils tell about eTwinning: other classes, teachers, parents and guardians?',
        'How do we make sure it is not always the same five who take part?',
      ],
      example: {
        vague: 'Pupil participation is important to us.',
        better:
          'The pupil council gets an answer to every proposal within three weeks; last year 7 ' +
          'out of 11 were adopted.',
      },
    },
    'models.today': {
      label: 'How we do it today',
      guidance:
        'Say who you have helped, and what happened next. One school that got started counts ' +
        'for more than many visits to your website.',
      questions: [
        'Which school does something differently because of us?',
        'How do others find us?',
        'What can they take home today?',
        'Are we in the local authority’s course programme?',
        'What have we learnt from them?',
      ],
      example: {
        vague: 'We are a role model.',
        better:
          'A neighbouring school began its first project in March after four meetings with us.',
      },
    },
    'models.next': {
      label: 'The next two years',
      guidance:
        'You could begin with one school nearby and agree what you want to achieve together. ' +
        'Think of open lessons, courses and ideas that others can put to use.',
      questions: [
        'Which school do we ask first, and who gets in touch?',
        'What will they have achieved by the time we finish?',
        'On which day can others come and see a perfectly ordinary lesson?',
        'Which two actions could others adopt just as they are?',
        'What do we want to learn from them?',
      ],
      example: {
        vague: 'We spread good practice.',
        better: 'Eight teachers from three schools came to an open lesson; two started a project.',
      },
    },
    'inclusion.today': {
      label: 'How we do it today',
      guidance:
        'Count who takes part, year group by year group, and look for who is missing. Write ' +
        'about what the school does, not about individuals: no diagnoses, no groups under five.',
      questions: [
        'What share of pupils in each year group has taken part?',
        'Who is missing, and what stands in their way?',
        'What have we tried and measured, and what did we keep?',
        'Can everyone read and hear what we publish?',
        'How do families who do not read the school’s language find out what we do?',
      ],
      example: {
        vague: 'We use innovative methods.',
        better:
          'Year 6 tried paired reading in two languages for six weeks; we are carrying on, with ' +
          'shorter texts.',
      },
    },
    'inclusion.next': {
      label: 'The next two years',
      guidance:
        'Choose one barrier to remove each half-year, and one thing for each team to try out. ' +
        'Say where you are today, and where you want to be.',
      questions: [
        'How many should have taken part by the end, and which year groups come first?',
        'Which barrier do we remove first, and who chooses it?',
        'What will each team try out, and when do we see whether it worked?',
        'How can pupils use all their languages in their work?',
        'Which curriculum aims do our projects cover?',
      ],
      example: {
        vague: 'We include everyone.',
        better: 'The share of pupils who have taken part goes from 41 to 75%; Years 1 to 4 first.',
      },
    },
    'follow-up.how': {
      label: 'How we follow up',
      guidance:
        'Say when you look at the plan together, who writes the check-ins, and who hears how ' +
        'things are going.',
      questions: [
        'When is our halfway meeting, and who chairs it?',
        'Who writes a check-in for each action, and how often?',
        'What do we do when an action is late?',
        'When do we hear the pupil council, and when do they get an answer?',
        'Who should hear about the results: the school board, families, the local authority?',
      ],
      example: {
        vague: 'We follow up continuously.',
        better:
          'On the last Friday of November and May each owner writes a sentence about each action.',
      },
    },
  },
}
