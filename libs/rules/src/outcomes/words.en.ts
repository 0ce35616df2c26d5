import type { WordList } from './word-list';

/** English, as business people and project lists write it. */
export const ENGLISH: WordList = {
  verbs: {
    delivers: 'implement, migrate, decommission, configure, reengineer',
    makes:
      'connect, integrate, deploy, install, upgrade, replace, introduce, develop, move, transition, launch, enable, create, provision, onboard, link, retire, automate, modernise, modernize, consolidate, test, host, virtualise, virtualize, standardise, standardize, convert, adopt, enhance, extend, switch, deliver, provide, validate, activate, complete, publish, digitise, digitize, establish, wire, embed, finish, port, redesign, refactor, federate, centralise, centralize, unify, harmonise, harmonize, digitalise, digitalize, merge, expose, load, synchronise, synchronize, sync, procure, acquire, equip',
    moves:
      'reduce, decrease, increase, raise, improve, lower, shorten, boost, lessen, accelerate, prevent, avoid, eliminate, save, minimise, minimize, maximise, maximize, gain, decline, drop, climb, reach, streamline, expand, recover, trim, lift, slash, strengthen, hit',
    holds: 'maintain, remain, retain, stay',
    multiplies: 'halve, double, triple, quadruple',
  },
  divided: {
    delivers: 'out|roll',
    makes:
      'up|set, up|stand, out|phase, off|switch, on|switch, off|turn, down|lock, over|hand, over|cut, in|plug, up|hook',
    moves: 'down|bring, up|bring, down|cut, up|speed, down|drive, up|drive, down|go, up|go',
  },
  nouns: {
    delivers:
      'implementation, migration, rollout, roll out, cutover, go live, deployment, decommissioning, proof of concept, system integration, technical integration, software acquisition, data provisioning, report development',
    works:
      'integration, installation, upgrade, enhancement, development, release, connection, replacement, introduction, transition, modernisation, modernization, consolidation, virtualisation, automation, provisioning, onboarding, prototype, validation, conversion, configuration, phase, pilot, build, launch',
    technology:
      'system, platform, interface, api, application, app, portal, database, data warehouse, data mart, data lake, warehouse management, server, cluster, cloud, network, software, module, gateway, middleware, mainframe, service bus, esb, hub, repository, website, web site, web application, web report, web, architecture, crm, erp, sap, salesforce, oracle, kafka, edi, etl, mdm, iam, sso, mfa, soa, bpms, lims, ui, user interface, tool, toolset, dashboard, infrastructure, environment, engine, data center, data centre, connector, event streaming, event broker, message queue, queue, open source, ticket system, single sign on, single customer view, customer 360, legacy, version, identity provider, directory, sensor, laptop, workstation, printer, converter, microservice, container, document generator, entry manager, firewall, virtual machine, chatbot, workflow engine, it service, web service, online, controller, registry, catalogue, catalog, batch, batch file, file transfer, event stream, data feed, data model, robotic process automation, rpa, machine learning, artificial intelligence, ai, blockchain, message broker, storage, backup, vpn, telephony, scanner, kiosk, bot, kubernetes, azure, aws, sharepoint, servicenow, workday, snowflake, web shop, pipeline, integration layer, schema, credential, codebase, technology',
    value:
      'customer, client, patient, citizen, supplier, vendor, dealer, partner complaint, complaint, claim, dispute, order, invoice, delivery, refund, return, stock out, stock count, churn, satisfaction, retention, loyalty, renewal, lead time, cycle time, onboarding time, waiting time, handling time, processing time, turnaround, error rate, rework, correction, quality, safety, waste, wastage, scrap, overtime, sick leave, accident, productivity, first time right, on time, conversion rate, market share, quote, proposal, shipment, parcel, debt, payment, payroll, employee, staff, manager, footprint, energy, emission, real estate, audit opinion, product, sale, month end, month end close, closing, fulfilment, visit, appointment, tenant, student, household, applicant, application processing, case, recall, backlog of orders, inventory, freight, empty run, downgrade, decision, business development, staff development, personnel development, product development, market development, people development, leadership development, skill development, child support, request, enquiry, inquiry, production, plant, machine, grant application, grants application, application review, loan application, risk',
    money:
      'revenue, cost, margin, profit, penalty, expense, spend, spending, working capital, cash, saving, budget, turnover, fee, fine, price, income, ebit, loss',
    uptime:
      'uptime, up time, system downtime, latency, throughput, bandwidth, api call, api error, api request, server error, service error, error log, number of apis, number of interfaces, number of releases, number of deployments, defect, bug, patch, login, application session, session time, page load, page load speed, load time, cpu, ip address, port, system availability, network availability, server availability, application availability, system capacity, batch job, interface job, response code, deployment frequency, build time, test coverage, code coverage, packet loss, server virtualized, node, log file, transaction per second, requests per second, message processed, message per second, data refresh',
    response:
      'availability, response time, downtime, down time, number of records, records processed, transactions processed, service level agreement, it asset, user account, security control, security authorization, reliability, outage, record processed, records received, capacity, incident, execution time, query, sla, transaction batch, sla target, unplanned outage, system reliability, system response time, data reliability, power outage, running job, severity one, severity 2, legacy report, accessibility',
    unit: 'percent, per cent, percentage point, point, second, minute, hour, day, week, month, quarter, year, euro, dollar, pound, franc, hr, min, fte',
    month:
      'january, february, march, april, june, july, august, september, october, november, december, q1, q2, q3, q4, summer, spring, autumn',
  },
  words: {
    delivers:
      'built and tested, in production, go live, goes live, going live, went live, gone live, is live, are live, put into service, in place',
    makes:
      'build, builds, building, built, rebuild, rebuilds, rebuilding, rebuilt, rewrite, rewrites, rewriting, rewritten, set up, sunset, sunsets, sunsetting, moved off',
    moves:
      'cut, cuts, cutting, grow, grows, growing, grew, grown, growth, rise, rises, rising, rose, risen, fall, falls, falling, fell, fallen, shrink, shrinks, shrinking, shrank, shrunk, reduction, reductions, decrease, savings, improvement, improvements, faster, sooner, quicker, cheaper, less, fewer, more, earlier, higher, win, wins, winning, dropped, dropping, spend less, drops, disappear, disappears, spares, spared, sparing, vanish, +, −, →',
    holds: 'keep, keeps, keeping, kept, stays, hold, holds, holding',
    multiplies: 'twice, twofold, threefold, halving, doubling',
    uptime:
      'system will be available, systems will be available, is available, service available, available for use, up and running',
    compares:
      'at least, at most, longer than, later than, slower than, earlier than, higher than, lower than, shorter than, less than, fewer than, more than, no more than, not more than, below, under, above, no later than, up from, down from, better than, or higher, or better, or more, or less, or fewer, or above, or below, exceeds, exceed',
    contrasts: 'instead of, rather than, not, as opposed to, compared with, compared to, where it used to take',
    within: 'within, inside',
    means: 'by, through, with, after, thanks to, via, using, because of, once',
    aims: 'so that, so, in order that, which means, and thereby, thereby, whereby, which',
    measure:
      'percent of, percentage of, percentages of, number of, average, median, mean, amount of, length of, total, ratio of, # of, % of, time for, days from',
    speaks:
      'we, they, our, their, will, shall, can, is, are, be, been, was, have, want, wants, become, becomes, should, must, would, everyone, everybody, get, gets, make, makes, better, more, best, most',
    skips:
      'release, version, phase, fy, tier, level, section, article, step, no, chapter, severity, wave, quarter of, release fy, v, type, category, class, model, edition, iso, industry, office, section',
    number:
      'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty, fifty, hundred',
    fraction:
      'half, a third, one third, two thirds, a quarter, one quarter, three quarters, a fifth, a tenth, 1 in, one in, nine in ten, four in ten',
    scale: 'million, thousand, billion, m, k, bn, business, working, calendar, us, full, more, fewer, less, percentage',
    month: 'may, fy',
    unit: 'days, percent of, % of, %, ‰, €, $, £, eur, usd, chf, gbp, h',
  },
  small:
    'the, of, and, to, is, are, for, with, we, our, will, by, from, that, be, at, it, their, they, not, than, who, all, so, this, can, into, every, have',
};
