import type { gate as english } from '../en/gate';
import type { Words } from '../words';

export const gate: Words<typeof english> = {
  PRINCIPLE: {
    name: 'Prinzip',
    title: 'Nennt {{principles}} der geltenden Strategie',
    'no-strategy': 'Keine Strategie ist in Kraft',
    none: 'Nennt kein Prinzip',
    'not-in-force': 'Nicht mehr in der Strategie: {{principles}}',
    why: {
      'no-strategy':
        'Ein Projektauftrag kann schon geschrieben werden. Genehmigt wird er, sobald das Gremium eine Strategie beschlossen hat.',
      none: 'Nennen Sie mindestens ein Prinzip der Version {{version}}, und sagen Sie, wie dieses Projekt es wahrt.',
      'not-in-force':
        'Die Version {{version}} enthält nicht mehr, was hier genannt ist. Nennen Sie mindestens ein Prinzip, das sie enthält.',
    },
    action: 'Prinzip nennen',
  },
  KPI: {
    name: 'Geschäftskennzahl',
    title: 'Bewegt {{kpi}} {{name}} von {{from}} auf {{to}} {{unit}} bis {{by, date}}',
    'title-maintain': 'Hält {{kpi}} {{name}} in ihren Grenzen bis {{by, date}}',
    none: 'Bewegt keine Kennzahl',
    technical: '{{kpi}} misst Technik, nicht das Geschäft',
    incomplete: '{{kpi}} ist unvollständig: {{count: eine Angabe fehlt | @ Angaben fehlen}}',
    'no-owner': 'Niemand verantwortet {{kpi}}',
    'owner-unfit': '{{owner}} kann {{kpi}} nicht verantworten',
    'no-effect': 'Die Veränderung von {{kpi}} ist nicht angegeben',
    'wrong-direction': '{{kpi}} ginge in die falsche Richtung, von {{from}} auf {{to}} {{unit}}',
    'outside-limits': '{{to}} {{unit}} liegt außerhalb der Grenzen von {{kpi}}',
    'after-target': '{{kpi}} bewegte sich zu spät, bis {{by, date}}',
    why: {
      none: 'Wählen Sie eine Geschäftskennzahl, die jemand verantwortet, und sagen Sie, von welchem auf welchen Wert sie sich bewegt und bis wann.',
      technical: 'Nennen Sie eine Kennzahl, die das Geschäft spürt. Technische dürfen daneben stehen.',
      incomplete:
        'Eine Kennzahl zählt, sobald feststeht, wie sie berechnet wird, wo sie steht, wohin sie soll und wer sie verantwortet.',
      'no-owner': 'Benennen Sie einen Champion aus dem Fachbereich, der sie verantwortet.',
      'owner-unfit': 'Verantworten kann sie ein Champion: eine aktive Person des Unternehmens aus dem Fachbereich.',
      'no-effect': 'Sagen Sie, von welchem auf welchen Wert sie sich bewegt und bis wann.',
      'wrong-direction': 'Geben Sie eine Veränderung auf das Ziel zu an, oder nennen Sie eine andere Kennzahl.',
      'outside-limits': 'Geben Sie einen Wert in den Grenzen an, oder nennen Sie eine andere Kennzahl.',
      'after-target': 'Das Ziel der Kennzahl ist am {{target, date}} fällig. Bis dahin muss die Veränderung da sein.',
    },
    action: 'Kennzahl ergänzen',
  },
  OUTCOME: {
    name: 'Wirkung',
    title: 'Der Satz liest sich als Wirkung',
    empty: 'Die Wirkung ist nicht beschrieben',
    unclear: 'Der Satz nennt weder eine Wirkung noch einen Meilenstein',
    milestone: 'Der Satz liest sich als Meilenstein',
    overruled: 'Der Satz liest sich als Meilenstein; ein Mitglied des Gremiums hat ihn gelten lassen',
    why: {
      empty: 'Sagen Sie, wem es besser geht, um wie viel und bis wann.',
      unclear: 'Nennen Sie, was sich bewegt, in welche Richtung und von welcher Zahl auf welche.',
      milestone:
        'Er sagt, was geliefert wird: {{phrases}}. Sagen Sie, was für das Geschäft besser wird und um wie viel.',
      overruled: 'Der Grund steht für alle lesbar bei der Vorlage.',
    },
    action: 'Satz umformulieren',
  },
  SPONSORS: {
    name: 'Sponsor und IT-Leitung',
    title: '{{sponsor}} (Fachbereich) und {{itLead}} (IT)',
    neither: 'Kein Sponsor aus dem Fachbereich und keine IT-Leitung',
    'no-sponsor': 'Kein Sponsor aus dem Fachbereich',
    'no-it-lead': 'Keine IT-Leitung',
    'same-person': '{{person}} ist zugleich Sponsor und IT-Leitung',
    external: 'Von außerhalb des Unternehmens: {{people}}',
    inactive: 'Kein aktives Konto mehr: {{people}}',
    'sponsor-not-business': '{{sponsor}} kommt nicht aus dem Fachbereich',
    why: {
      neither: 'Benennen Sie eine Person aus dem Fachbereich und eine andere aus der IT.',
      'no-sponsor': 'Benennen Sie jemanden aus dem Fachbereich, der die Wirkung verantwortet.',
      'no-it-lead': 'Benennen Sie jemanden aus der IT, der die Umsetzung verantwortet.',
      'same-person': 'Zwei verschiedene Personen, damit Fachbereich und IT beide dafür einstehen.',
      external: 'Benennen Sie jemanden aus dem Unternehmen; Externe beraten und führen aus.',
      inactive: 'Benennen Sie jemanden, der noch hier arbeitet.',
      'sponsor-not-business': 'Der Sponsor gehört einem Fachbereich an. Für die IT steht die IT-Leitung.',
    },
    action: 'Personen benennen',
  },
  REQUIREMENTS: {
    name: 'Anforderungen',
    title: '{{count: Die eine Anforderung ist beantwortet | Alle # Anforderungen sind beantwortet}}',
    'title-none': 'Keine Gruppe hat eine Anforderung gestellt',
    open: '{{count: Eine Anforderung ist | @ Anforderungen sind}} nicht beantwortet',
    why: { open: 'Beantworten Sie Nummer {{numbers}}.' },
    action: 'Beantworten',
  },
  DOMAINS: {
    name: 'Datendomänen',
    title: 'Berührt {{domains}}',
    'title-none': 'Berührt keine gesteuerten Daten, mit Begründung',
    none: 'Nennt keine Datendomäne',
    why: {
      none: 'Nennen Sie die Daten, die das Projekt berührt, oder sagen Sie, warum es keine gesteuerten Daten berührt.',
    },
    action: 'Daten nennen',
  },
  STEWARD: {
    name: 'Datenverantwortung',
    title: 'Für {{domains}} sind Verantwortliche und Data Stewards benannt',
    'title-none': 'Berührt keine Datendomäne, für die jemand sorgen müsste',
    owner: 'Keine aktive Person verantwortet {{owners}}',
    steward: 'Kein aktiver Data Steward für {{stewards}}',
    both: 'Keine aktive Person verantwortet {{owners}}, und für {{stewards}} fehlt ein aktiver Data Steward',
    why: {
      owner: 'Benennen Sie jemanden, der diese Daten verantwortet.',
      steward: 'Benennen Sie jemanden, der sich täglich um diese Daten kümmert.',
      both: 'Jede Datendomäne hat eine Person, die sie verantwortet, und einen Data Steward, der sie pflegt.',
    },
    action: 'Personen benennen',
  },
  STANDARDS: {
    name: 'Qualitätsstandards',
    title: '{{count: Das berührte Datenobjekt hat | Alle # berührten Datenobjekte haben}} einen Qualitätsstandard',
    'title-none': 'Berührt kein Datenobjekt, das einen Qualitätsstandard bräuchte',
    essential: '{{count: Ein Datenobjekt hat | @ Datenobjekte haben}} keinen Qualitätsstandard',
    others: '{{count: Ein Datenobjekt hat | @ Datenobjekte haben}} keinen Qualitätsstandard',
    why: {
      essential:
        'Er fehlt bei {{entities}}. Nötig ist er bei {{blocking}}: unentbehrlich für dieses Projekt oder Teil einer kritischen Datendomäne.',
      others: 'Er fehlt bei {{entities}}. Hier nicht unentbehrlich, aber sinnvoll.',
    },
    action: 'Standard schreiben',
  },
  AUTHORITY: {
    name: 'Maßgebliche Quellen',
    title: '{{count: Das berührte Datenobjekt hat | Alle # berührten Datenobjekte haben}} eine maßgebliche Quelle',
    'title-none': 'Berührt kein Datenobjekt, das eine maßgebliche Quelle bräuchte',
    essential: '{{count: Ein Datenobjekt hat | @ Datenobjekte haben}} keine maßgebliche Quelle',
    others: '{{count: Ein Datenobjekt hat | @ Datenobjekte haben}} keine maßgebliche Quelle',
    why: {
      essential: 'Sie fehlt bei {{entities}}. Benennen Sie das System, das bei {{blocking}} gilt.',
      others: 'Sie fehlt bei {{entities}}. Hier nicht unentbehrlich, aber sinnvoll.',
    },
    action: 'Quelle benennen',
  },
  FLOWS: {
    name: 'Datenflüsse',
    title: '{{count: Das berührte Datenobjekt hat | Alle # berührten Datenobjekte haben}} einen erfassten Datenfluss',
    'title-none': 'Berührt kein Datenobjekt, dessen Datenfluss zu erfassen wäre',
    essential: '{{count: Ein Datenobjekt hat | @ Datenobjekte haben}} keinen erfassten Datenfluss',
    others: '{{count: Ein Datenobjekt hat | @ Datenobjekte haben}} keinen erfassten Datenfluss',
    why: {
      essential: 'Er fehlt bei {{entities}}. Erfassen Sie Herkunft und Ziel von {{blocking}}.',
      others: 'Er fehlt bei {{entities}}. Hier nicht unentbehrlich, aber sinnvoll.',
    },
    action: 'Datenfluss erfassen',
  },
  PROTECTION: {
    name: 'Schutzklasse',
    title:
      '{{count: Das unentbehrliche Datenobjekt hat | Alle # unentbehrlichen Datenobjekte haben}} eine Schutzklasse',
    'title-none': 'Kein Datenobjekt ist unentbehrlich, also braucht keines eine Schutzklasse',
    missing: '{{count: Ein unentbehrliches Datenobjekt hat | @ unentbehrliche Datenobjekte haben}} keine Schutzklasse',
    why: { missing: 'Sagen Sie, wie vertraulich diese Daten sind: {{entities}}.' },
    action: 'Schutzklasse setzen',
  },
  QUALITY: {
    name: 'Datenqualität',
    title: 'Die Qualität der unentbehrlichen Daten ist gemessen',
    'title-met': 'Die unentbehrlichen Daten sind gut genug, oder der Mangel ist hingenommen',
    'title-none': 'Für die unentbehrlichen Daten gilt kein Standard',
    unmeasured:
      'Die Qualität von {{count: einem unentbehrlichen Datenobjekt | @ unentbehrlichen Datenobjekten}} wurde nie gemessen',
    unmet:
      '{{count: Ein unentbehrliches Datenobjekt verfehlt | @ unentbehrliche Datenobjekte verfehlen}} die Qualitätsstandards',
    why: {
      unmeasured: 'Tragen Sie zu jedem Standard von {{entities}} eine Messung ein.',
      unmet:
        'Messen Sie erneut, sobald jeder Standard von {{entities}} erfüllt ist, oder lassen Sie den Datenmangel hinnehmen.',
    },
    action: 'Messung eintragen',
  },
  CONFLICT: {
    name: 'Widersprüchliche Quellen',
    title: 'Jeder Datenfluss beginnt an der maßgeblichen Quelle',
    'title-none': 'Kein Datenfluss könnte einer maßgeblichen Quelle widersprechen',
    'not-authoritative':
      '{{count: Ein Datenobjekt wird | @ Datenobjekte werden}} auch aus einer anderen Quelle gespeist',
    why: {
      'not-authoritative':
        '{{entities}}: Maßgebliche Quelle ist nicht {{systems}}. Leiten Sie den Datenfluss um, oder benennen Sie eine andere Quelle.',
    },
    action: 'Datenflüsse ansehen',
  },
  FACTS: {
    name: 'Faktenblatt',
    title: '{{count: Das Prinzip, das fragt, hat | Alle # Prinzipien, die fragen, haben}} ihre Antworten',
    'title-none': 'Kein Prinzip fragt hier nach Fakten',
    missing: '{{count: Eine Frage ist | @ Fragen sind}} nicht beantwortet',
    'not-readable': 'Niemand kann lesen, wonach {{principles}} fragt',
    why: {
      missing: 'Ohne Antwort lässt sich {{principles}} nicht beurteilen: {{questions}}',
      'not-readable': 'Eine Bedingung des Prinzips fragt nach einem Fakt, den die Strategie nicht mehr führt.',
    },
    action: 'Beantworten',
  },
  DEVIATION: {
    name: 'Abweichungen',
    title: 'Weicht von keinem geltenden Prinzip ab',
    'title-none': 'Kein geltendes Prinzip spricht hier mit',
    'title-excused': 'Weicht mit {{exceptions}} von {{principles}} ab, bis {{until, date}}',
    needed: 'Weicht ohne Ausnahme von {{principles}} ab',
    awaiting: 'Weicht von {{principles}} ab; {{exceptions}} liegt dem Gremium vor',
    avoid: '{{principles}} rät davon ab, und es ist kein Grund genannt',
    'avoid-explained': '{{principles}} rät davon ab; ein Grund ist genannt',
    why: {
      needed: '{{reasons}} Beantragen Sie eine Ausnahme, oder ändern Sie das Projekt so, dass es keine braucht.',
      awaiting: 'Das Gremium entscheidet zuerst über die Ausnahme, auf Wunsch in derselben Sitzung.',
      avoid: '{{reasons}} Halten Sie fest, warum es trotzdem geschieht; das Gremium liest es.',
      'avoid-explained': 'Das Gremium liest: {{because}}',
    },
    action: 'Ausnahme beantragen',
  },
  ROLLBACK: {
    name: 'Rückfallplan',
    title: 'Der Rückfallplan ist beschrieben',
    missing: 'Kein Rückfallplan',
    why: { missing: 'Sagen Sie, wer zurückschaltet, in welcher Reihenfolge und in wie vielen Minuten.' },
    action: 'Rückfallplan schreiben',
  },
  RETIREMENT: {
    name: 'Stilllegung',
    title: '{{count: Ein Kriterium sagt | # Kriterien sagen}}, wann es endet',
    missing: 'Nichts sagt, wann es endet',
    why: {
      missing: 'Nennen Sie eine Messgröße, ein Datum oder ein Vertragsende, mit dem es wieder stillgelegt wird.',
    },
    action: 'Kriterium setzen',
  },
  CONTINGENCY: {
    name: 'Notfallplan',
    title: 'Der Notfallplan ist beschrieben',
    missing: 'Kein Notfallplan',
    why: { missing: 'Sagen Sie, wie die Arbeit während des Ausfalls weitergeht und in welchem Umfang.' },
    action: 'Notfallplan schreiben',
  },
  PORTABILITY: {
    name: 'Datenmitnahme und Ausstieg',
    title: 'Datenmitnahme und Ausstieg sind beschrieben',
    missing: 'Keine Datenmitnahme und kein Ausstiegsplan',
    'no-portability': 'Keine Datenmitnahme',
    'no-exit': 'Kein Ausstiegsplan',
    why: {
      missing: 'Sagen Sie, in welchem Format und wie die Daten herauskommen und was der Ausstieg verlangt.',
      'no-portability': 'Sagen Sie, in welchem Format und wie die Daten herauskommen.',
      'no-exit': 'Sagen Sie, was der Ausstieg verlangt: Frist, Kosten und wer ihn vollzieht.',
    },
    action: 'Beschreiben',
  },
  CAPABILITY: {
    name: 'Fähigkeit',
    title: 'Baut {{capability}} {{name}} aus',
    none: 'Nennt keine Fähigkeit',
    why: { none: 'Wählen Sie die Fähigkeit der Strategie, die dieses Projekt ausbaut.' },
    action: 'Fähigkeit wählen',
  },
  EXTERNAL: {
    name: 'Externe Beteiligte',
    title: 'Niemand Externes trägt Verantwortung',
    accountable: '{{people}} {{count: trägt | tragen}} von außerhalb des Unternehmens Verantwortung',
    why: { accountable: 'Externe beraten und führen aus. Benennen Sie jemanden aus dem Unternehmen, der sie trägt.' },
    action: 'Andere benennen',
  },
  REAFFIRM: {
    name: 'Bestätigung',
    title: 'Nichts wartet auf erneute Bestätigung',
    left: '{{principles}} gehört nicht mehr zur Strategie',
    awaiting:
      '{{count: Eine Änderung an anderer Stelle wartet | @ Änderungen an anderer Stelle warten}} auf Bestätigung',
    why: {
      left: 'Ersetzen Sie es mit einem Änderungsantrag durch ein Prinzip der geltenden Version.',
      awaiting:
        'Seit der Genehmigung hat sich etwas geändert: {{about}}. Bestätigen Sie, dass der Projektauftrag weiter trägt.',
    },
    action: 'Klären',
  },
};
