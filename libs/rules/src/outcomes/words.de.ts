import type { WordList } from './word-list';

/** German, as business people and project lists write it; umlauts are folded when the list is read. */
export const GERMAN: WordList = {
  verbs: {
    delivers: 'implementier, migrier, konfigurier, dekommissionier',
    makes:
      'integrier, installier, verbind, vernetz, verknüpf, entwickel, programmier, automatisier, modernisier, konsolidier, virtualisier, standardisier, digitalisier, ersetz, aktivier, bau, errichte, ausroll, test, teste, etablier, produktivsetz, vereinheitlich, zentralisier, harmonisier, synchronisier, schaff, ertüchtig, erneuer, beschaff, pilotier, portier',
    moves:
      'senk, steiger, verkürz, verringer, erhöh, reduzier, verbesser, beschleunig, verhinder, vermeid, minimier, maximier, spar, kürz, vermindere, verminder, optimier, stärk, eliminier, beseitig',
    holds: 'beibehalt',
    multiplies: 'halbier, verdoppel, verdoppl, verdreifach, vervierfach',
  },
  divided: {
    delivers: 'ein|führ, um|setz, aus|roll, ab|lös, ab|schalt, in betrieb|nehm',
    makes:
      'an|bind, an|schließ, um|stell, auf|bau, ein|richt, bereit|stell, auf|setz, ein|bind, um|zieh, zusammen|führ, aus|bau, frei|schalt, um|rüst',
    moves:
      'ein|spar, ab|nehm, ab|nimm, zu|nehm, zu|nimm, zurück|ging, weg|fäll, an|stieg, zurück|geh, ab|bau, an|steig, weg|fall, herunter|bring, an|heb, ab|senk',
  },
  nouns: {
    delivers:
      'Migration, Rollout, Inbetriebnahme, Produktivsetzung, Go Live, Implementation, Umsetzung, Ablösung, Einführung, Abschaltung',
    works:
      'Integration, Upgrade, Release, Umstieg, Umzug, Aufbau, Anbindung, Anschluss, Umstellung, Weiterentwicklung, Installation, Modernisierung, Pilot, Ausbau, Bereitstellung, Inbetriebnahme',
    technology:
      'System, Plattform, Schnittstelle, Anwendung, Applikation, Portal, Datenbank, Server, Netzwerk, Software, Modul, Werkzeug, Cloud, Architektur, Infrastruktur, Webshop, Webseite, Rechenzentrum, Data Lake, Data Warehouse, Warenwirtschaft, Ticketsystem, Altsystem, Middleware, Dienst, Version, E Rechnung, Patientenakte, Berechtigungskonzept, Gateway, Registrierkasse, Filialkasse, Umgebung, Technologie, Verzeichnis, Verzeichnisdienst, Register, Integrationsschicht, digitale Akte, elektronische Akte, Konnektor, Scanner, Datenmodell, Stammdaten, Backup, Künstliche Intelligenz, KI, Archiv, Mainframe, Großrechner, Technik',
    value:
      'Kunde, Kundin, Kunden, Patient, Bürger, Lieferant, Händler, Mitarbeiter, Mitarbeitende, Reklamation, Beschwerde, Rückfrage, Rechnung, Bestellung, Lieferung, Fehllieferung, Gutschrift, Antrag, Schaden, Zufriedenheit, Durchlaufzeit, Lieferzeit, Wartezeit, Bearbeitungszeit, Liegezeit, Zeit, Dauer, Abwanderung, Qualität, Sicherheit, Ausschuss, Nacharbeit, Produktivität, Termintreue, Quote, Marktanteil, Monatsabschluss, Auftrag, Angebot, Bestand, Ausfälle der Produktion, Fehlerquote, Retoure, Überstunde, Unfall, Energie, Emission, Lager, Verkauf, Zahlung, Anfrage, Kundendienst, Außendienst, Innendienst, Rettungsdienst, Verdienst, Produktion, Maschine, Risiko, Risiken, Personalentwicklung, Geschäftsentwicklung, Produktentwicklung',
    money:
      'Umsatz, Umsätze, Kosten, Marge, Gewinn, Vertragsstrafe, Ausgabe, Aufwand, Budget, Erlös, Einsparung, Gebühr, Preis, Ertrag, Working Capital, Verlust',
    uptime:
      'Betriebszeit, Latenz, Durchsatz, Bandbreite, API Aufruf, API Fehler, Systemverfügbarkeit, Serverauslastung, Ladezeit, Anzahl APIs, Anzahl der Schnittstellen, Softwarefehler, Patch, Systemausfall, Serverausfall, Stillstandszeit der Server, Transaktion pro Sekunde, Testabdeckung',
    response: 'Verfügbarkeit, Antwortzeit, Ausfallzeit, Zuverlässigkeit, Störung, Datensätze, Abfrage',
    unit: 'Prozent, Prozentpunkt, Punkt, Sekunde, Minute, Stunde, Tag, Woche, Monat, Quartal, Jahr, Euro, Franken, Dollar, Personentag, Werktag, Arbeitstag',
    month:
      'Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember, Frühjahr, Herbst, Sommer',
  },
  words: {
    delivers:
      'in Betrieb, ist live, sind live, live geschaltet, geht live, gehen live, produktiv gesetzt, umgesetzt, eingeführt, abgelöst, abgeschaltet',
    makes:
      'angebunden, angeschlossen, verbunden, gebaut, aufgebaut, eingebunden, umgezogen, anzubinden, fertiggestellt',
    moves:
      'sinkt, sinken, sank, gesunken, steigt, steigen, stieg, gestiegen, Anstieg, fällt, fallen, fiel, gefallen, wächst, wachsen, wuchs, gewachsen, Wachstum, Rückgang, vermieden, schneller, eher, früher, günstiger, weniger, mehr, kürzer, höher, geringer, niedriger, entfällt, entfallen, abgenommen, zugenommen, gewinnen, gewinnt',
    holds: 'bleibt, bleiben, halten, hält, gehalten',
    multiplies: 'doppelt so viele, doppelt so viel, Verdopplung, Verdoppelung, Halbierung',
    compares:
      'mindestens, höchstens, länger als, später als, früher als, höher als, niedriger als, maximal, weniger als, mehr als, unter, über, nicht mehr als, wenigstens, oder besser, oder mehr, oder weniger, spätestens nach, bei unter',
    contrasts: 'statt, anstatt, anstelle von, im Vergleich zu, nicht',
    within: 'innerhalb, innerhalb von, binnen, am selben Tag, am gleichen Tag, noch am Tag',
    means: 'durch, mit, dank, nach, mittels, per, mithilfe, aufgrund',
    aims: 'damit, sodass, so dass, wodurch, dadurch',
    measure: 'Anzahl, Anteil, Zahl der, Durchschnitt, Quote der, Mittelwert, Summe, Prozentsatz',
    speaks:
      'wir, unser, unsere, sie, ist, sind, wird, werden, will, wollen, soll, sollen, kann, können, müssen, muss, haben, hat, sein, mehr, besser, bessere',
    skips: 'Version, Phase, Release, Stufe, Kapitel, Abschnitt, Welle, Nr, Nummer, Industrie, Klasse, Artikel',
    number: 'ein, eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig, dreißig, hundert',
    fraction: 'die Hälfte, ein Viertel, ein Drittel, zwei Drittel, drei Viertel, ein Fünftel, ein Zehntel',
    scale: 'Millionen, Million, Mio, Mrd, Tsd, tausend, Tausend, volle, vollen, ganze',
  },
  small:
    'der, die, das, und, den, dem, des, ein, eine, einer, eines, wir, von, auf, für, mit, zur, zum, im, ist, sind, wird, werden, nicht, bis, um, durch, aus, bei, nach, ins, unter, statt, einem, einen, am',
};
