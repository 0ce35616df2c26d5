import type { Section } from '@sightline/contracts';

/** A text by the version that first said it so; later versions keep it until they say it anew. */
export type Wordings<T> = { 1?: T; 2?: T; 3?: T };

const PURPOSE = `Meridian Freight moves goods through four thousand partners and sells the certainty that they arrive. Integration is how that certainty travels: from the shipper who asks, to the dispatcher who plans, to the driver who delivers, and back to the person who pays.

This document says which connections we build, what each must achieve for a customer or for the people who serve one, and what happens on the day it breaks. It is not a list of projects. A project appears here only through the outcome it promises; dates, budgets and vendors belong in its charter.

We stop building a connection because a system can be connected. We build it because somebody outside IT is waiting for what it makes possible, and has said so.`;

const ALIGNMENT = `Five drivers carry the company plan for the coming three years. They are weighted, because a year in which everything matters equally is a year in which the loudest request wins.

**Customer centricity** weighs most. Our customers compare us with parcel services that show a van on a map; seven of ten calls to the service desk still ask where a load is.

**Operational excellence** and **regulatory confidence** follow. Dwell time at the hubs costs us more than diesel, and one refused declaration holds a truck for a day.

**Market expansion** rests on how fast a new partner can trade with us without a person in between. **Responsible transport** is the youngest driver and grows with what our customers must report.

A charter names the driver it serves through its KPI. What serves none of the five is not wrong; it is paid from the budget of whoever wants it and stays out of the portfolio.`;

const CAPABILITIES = `Six abilities make the principles affordable. Each has a level from 0 (we cannot) to 5 (others copy us), where we stand and where we want to be before the next review.

We are furthest along in connecting systems by published interfaces and weakest in two places: partners still need us for every change, and our plans for bad days are written but seldom rehearsed. Both weaknesses show in the same service, order flow, and both are closed first.

No capability is bought on its own. It grows with the charters that need it, and each charter names the one it leaves behind for the next.`;

const GOVERNANCE = `**Who decides.** The Integration Board decides on this strategy, on charters and on changes to them. Business, data, security and IT sit in it with equal seats. Nothing passes without two approvals from two constituencies, one of them outside IT.

**By which rule.** Charters up to half a million euro need more approvals than rejections; larger ones, and every change of this document, need two thirds. The band counts what is asked for in total, not in slices.

**Who answers.** Every charter has a business sponsor who answers for the benefit and an IT lead who answers for the delivery. They are never the same person, and neither votes on their own charter.

**Where vendors stand.** Partners and vendors advise and execute. They hold no accountability and no vote, and they read the parts of this document that concern them.

**When it takes too long.** A proposal that nobody decides within ten working days appears on the agenda of the next meeting with the names of the constituencies that have not voted.`;

const DATA = `Data is governed in the order in which a shipment needs it. The first wave holds customers, orders, positions and partners; the second customs and invoices; the third the fleet and what it emits.

**One owner, one steward.** The owner comes from the business and decides what good means. The steward works with the data every day and says how good it is.

**Before a charter is approved**, every entity it cannot do without has a classification, one authoritative source, at least one quality standard that is measured, and a flow that is drawn. A gap is closed first or the charter waits; experience says that it waits either way, only later and at higher cost.

**Where quality falls short**, the owner may accept it with a reason and an end date. Acceptance is visible to everyone who builds on the data.`;

const RESILIENCE = `Every connection fails one day. We decide beforehand what happens then.

A charter therefore carries four plans before the board sees it: how to go back, what people do while the connection is down, how the data gets out, and when the whole thing is switched off for good. The plans are written for the person on shift, not for the architect.

The service desk knows where each fallback is kept and has the key to it. A fallback that needs the person who built it is not one.

We prefer a partner whose data we can take along, and we test the taking along once a year. Contracts end; shipments do not wait for that.`;

const METRICS = `We judge this strategy by what changes outside IT. The KPIs listed here are owned by champions in the business, measured every month by whoever owns them, and shown to everyone with the value, the trend and the promise of each charter that claims to move them.

Technical figures such as availability or message counts are watched where they help to steer. They are never a reason to approve anything.

At each review we ask three questions. Which KPI moved because of an integration? Which charters promised more than they brought? Which principle did nobody need?`;

export const PROSE: Record<Section, Wordings<string>> = {
  purpose: {
    1: `Meridian Freight moves goods through four thousand partners and sells the certainty that they arrive. Integration is how that certainty travels.

This first version says which connections we build and what each must achieve for a customer. It replaces the list of interfaces that IT has kept until now, which told us what was connected and never why.`,
    2: PURPOSE,
  },
  alignment: { 1: ALIGNMENT },
  capabilitiesNarrative: { 1: CAPABILITIES },
  governance: { 1: GOVERNANCE },
  dataGovernance: { 1: DATA },
  resilience: {
    1: `Every connection fails one day. A charter therefore says before it is approved how to go back, what people do meanwhile, how the data gets out and when the connection ends.`,
    2: RESILIENCE,
    3: `${RESILIENCE}

From this version on a fallback counts only when it was rehearsed twice in the last twelve months, once of the two without warning.`,
  },
  successMetrics: { 1: METRICS },
};

/** Who wrote each section together: one from the business, one from IT. */
export const AUTHORS: Record<Section, [business: string, it: string]> = {
  purpose: ['Amara Okafor', 'Ruben Castell'],
  alignment: ['Joachim Reuter', 'Ruben Castell'],
  capabilitiesNarrative: ['Felipe Duarte', 'Tomasz Wrona'],
  governance: ['Amara Okafor', 'Helene Brandt'],
  dataGovernance: ['Deniz Kaya', 'Tomasz Wrona'],
  resilience: ['Marta Lindqvist', 'Sofie Claes'],
  successMetrics: ['Marta Lindqvist', 'Bram Jansen'],
};
