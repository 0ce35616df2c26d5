import type { Wordings } from './prose';

export interface PrincipleWording {
  title: string;
  statement: string;
  rationale: string;
  implications: string;
  guidance: string;
}
export interface SamplePrinciple {
  code: string;
  wordings: Wordings<PrincipleWording>;
  /** The last version that holds it. */
  until?: number;
}

const FALLBACK: PrincipleWording = {
  title: 'A partner may fail, a shipment may not',
  statement:
    'Every integration that carries an order has a written fallback, and the service desk knows where to find it.',
  rationale:
    'In the winter storms of the founding year two hubs lost their line for nine hours. The hub with a phone list moved every load; the other moved none.',
  implications: 'A charter without a fallback is not finished. The service desk is asked, not informed.',
  guidance: 'Ask the board when the partner offers no second channel. The exception lasts 12 months at most.',
};

export const PRINCIPLES: SamplePrinciple[] = [
  {
    code: 'P-01',
    wordings: {
      1: {
        title: 'Name the outcome before the interface',
        statement:
          'We say who will be better off, by how much and by when, before we say what will be connected to what.',
        rationale:
          'Of the 31 interfaces built in the two years before this strategy, nobody outside IT could name the purpose of 12.',
        implications:
          'A request that begins with a system name goes back with one question: what will a customer or colleague notice?',
        guidance: 'Only the law excuses a missing outcome. Name the paragraph.',
      },
    },
  },
  {
    code: 'P-02',
    wordings: {
      1: {
        title: 'What the customer can see, we publish within seconds',
        statement:
          'A change that a shipper, haulier or consignee would act on leaves its system as an event, once, and reaches every subscriber within five seconds.',
        rationale: 'Seven in ten calls to the service desk asked where a load was while our own systems disagreed.',
        implications: 'Nightly files remain for reporting only. Whoever owns a system owns the events it publishes.',
        guidance:
          'A partner that can only send files may do so until a date we agree, if the customer is told how old the information is.',
      },
    },
  },
  {
    code: 'P-03',
    wordings: {
      1: {
        title: 'One source for each entity',
        statement:
          'Each entity has one system that is right about it. The others ask, and never correct it on their own.',
        rationale: 'Three systems knew our customers, and a tenth of all invoices went to the wrong address.',
        implications: 'Before two systems may write the same thing, its owner names the one that wins.',
        guidance:
          'During a migration two sources may stand side by side for 90 days, with a daily comparison that somebody reads.',
      },
    },
  },
  {
    code: 'P-04',
    wordings: {
      1: {
        title: 'Contract before code',
        statement:
          'Both sides agree on the interface in writing, with examples and an end date, before either side builds.',
        rationale:
          'Half of the time to connect a partner was spent on misunderstandings that a page of examples would have shown.',
        implications: 'A contract is tested by a machine every night. Breaking it needs six months’ notice.',
        guidance: 'None is needed for a trial with one partner that ends within 60 days.',
      },
    },
  },
  {
    code: 'P-05',
    wordings: {
      1: { ...FALLBACK, statement: 'Every integration that carries an order has a written fallback.' },
      2: FALLBACK,
      3: {
        ...FALLBACK,
        statement:
          'Every integration that carries an order has a fallback that was rehearsed twice in the last twelve months, and the first responder can start it without asking.',
        guidance:
          'Ask the board when the partner offers no second channel. Name who watches the partner meanwhile. The exception lasts 6 months at most.',
      },
    },
  },
  {
    code: 'P-06',
    wordings: {
      2: {
        title: 'Cloud where distance and law allow it',
        statement:
          'New integrations run in the shared cloud region unless a depot needs an answer faster than the line can carry it, or the data may not leave the country.',
        rationale:
          'The order was “cloud first”. Two depots that followed it to the letter waited four seconds for every gate to open.',
        implications: 'A charter states the longest wait its users accept and where its data may lie.',
        guidance: 'Ask the board for an exception, name the compensating control and the date it ends.',
      },
    },
  },
  {
    code: 'P-07',
    wordings: {
      1: {
        title: 'Partners come in through one door',
        statement: 'Hauliers, brokers and shippers connect to one gateway, and each gets credentials of its own.',
        rationale: 'We found forty-one doors, nine of them with a shared password.',
        implications:
          'Old doors close on a published date. Security may close one sooner, and says so to the partner first.',
        guidance:
          'An authority that prescribes its own line keeps it; the line is listed and watched like the gateway.',
      },
      3: {
        title: 'Partners come in through one door',
        statement:
          'Hauliers, brokers and shippers connect to one gateway, and each gets credentials of its own that expire after twelve months.',
        rationale:
          'We found forty-one doors, nine of them with a shared password. A year later 38 are closed, and some keys of former partners still fit.',
        implications:
          'Old doors close on a published date. Security may close one sooner, and says so to the partner first.',
        guidance:
          'An authority that prescribes its own line keeps it; the line is listed and watched like the gateway.',
      },
    },
  },
  {
    code: 'P-08',
    until: 2,
    wordings: {
      1: {
        title: 'Batch windows end at 05:00',
        statement:
          'Files that a depot needs for its day arrive before 05:00 local time, or the depot is told which will not.',
        rationale: 'A depot that knows at five can re-plan; a depot that learns at eight sends trucks out empty.',
        implications: 'Every nightly run has somebody who is called at 04:30 when it is late.',
        guidance: 'Month-end runs of finance may end at 07:00.',
      },
    },
  },
  {
    code: 'P-09',
    wordings: {
      1: {
        title: 'Buy the ordinary, build the difference',
        statement:
          'What every carrier needs we buy and leave as it is; what customers choose us for we build and keep.',
        rationale: 'Our changes to a bought invoicing module cost more than the module, and no customer noticed them.',
        implications: 'A charter that changes a bought product says which customer would miss the change.',
        guidance: 'Ask before signing, not after. The board decides within ten working days.',
      },
    },
  },
  {
    code: 'P-10',
    wordings: {
      3: {
        title: 'Machine decisions explain themselves',
        statement:
          'When software decides on price, route or priority, the customer can ask why and gets an answer a person can check.',
        rationale: 'Two large shippers now require it, and the law will follow.',
        implications: 'A model without an explanation may advise a dispatcher; it does not decide.',
        guidance: 'None so far. Bring a case.',
      },
    },
  },
];
