# What a report says of itself, in German.

-numbers = keine, ein, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf
number = { WORDS($count) }
quoted = „{ $words }“
bytes = { $count ->
    [one] 1 Byte
   *[other] { $count } Byte
}
size = { $whole } { $unit }
size-with-tenths = { $whole },{ $tenths } { $unit }

## Dates

date-time = { $day }, { $clock }
date-time-zone = { $day }, { $clock } ({ $zone })
date-about = etwa { $date }
date-uncertain = { $date }, unsicher
date-uncertain-within = { $date } (unsicher)
date-before-our-era = { $year } v. Chr.
date-day-alone = { $day }.
date-day-of-month = ein Tag im { $month }
date-month-of-year = ein Monat im Jahr { $year }
date-day-of-year = ein Tag im Jahr { $year }
date-spring = Frühjahr { $year }
date-summer = Sommer { $year }
date-autumn = Herbst { $year }
date-winter = Winter { $from }/{ $to }
date-winter-long-ago = Winter von { $from } bis { $to }
date-decade = die { $from }er-Jahre
date-decade-short = { $from }er
date-years = die Jahre { $from } bis { $to }
date-from-to = { $unit ->
    [day] vom { $from } bis { $to }
   *[other] von { $from } bis { $to }
}
date-since = { $unit ->
    [day] seit dem { $date }
   *[other] seit { $date }
}
date-from = { $unit ->
    [day] ab dem { $date }
   *[other] ab { $date }
}
date-from-end-unknown = { $unit ->
    [day] ab dem { $date }, Ende unbekannt
   *[other] ab { $date }, Ende unbekannt
}
date-by = { $unit ->
   *[other] spätestens { $date }
}
date-until = { $unit ->
    [day] bis zum { $date }
   *[other] bis { $date }
}
date-until-start-unknown = { $unit ->
    [day] bis zum { $date }, Anfang unbekannt
   *[other] bis { $date }, Anfang unbekannt
}
date-unknown = zu unbekannter Zeit
date-end-of = Ende { $date }
date-between = { $unit ->
    [day] zwischen dem { $from } und dem { $to }
   *[other] zwischen { $from } und { $to }
}
date-or-earlier = { $date } oder früher
date-or-later = { $date } oder später

exact-time = { $doubt ->
    [none] Auf die { exact-unit } bekannt{ exact-zone }
    [uncertain] Auf die { exact-unit } angegeben, aber nicht sicher{ exact-zone }
    [approximate] Die Uhrzeit ist geschätzt{ exact-zone }
   *[both] Die Uhrzeit ist geschätzt und nicht sicher{ exact-zone }
}
exact-unit = { $unit ->
    [second] Sekunde
   *[minute] Minute
}
exact-zone = { $zone ->
    [missing] ; in welcher Zeitzone, ist nicht gesagt.
   *[given] .
}
exact-day = Auf den Tag bekannt.
exact-month = Auf den Monat bekannt; der Tag ist nicht bekannt.
exact-year-month-unknown = Auf das Jahr bekannt; der Monat ist nicht bekannt.
exact-year = Auf das Jahr bekannt; Monat und Tag sind nicht bekannt.
exact-season = Auf die Jahreszeit bekannt, gerechnet von { $from } bis { $to }.
exact-decade = Auf das Jahrzehnt bekannt: irgendwann von { $from } bis { $to }.
exact-century = Auf die hundert Jahre von { $from } bis { $to } bekannt.
exact-doubtful = { $doubt ->
    [uncertain] Angegeben als { $date }, aber nicht sicher.
    [approximate] Etwa { $date }; das ist eine Schätzung.
   *[both] Etwa { $date }; das ist eine Schätzung und nicht sicher.
}
exact-from-to = { $unit ->
    [day] Vom { $from } bis { $to }, beide eingeschlossen
   *[other] Von { $from } bis { $to }, beide eingeschlossen
}
exact-since = { $unit ->
    [day] Seit dem { $date }; ein Ende ist nicht gesetzt
   *[other] Seit { $date }; ein Ende ist nicht gesetzt
}
exact-from = { $unit ->
    [day] Ab dem { $date }; wann es endete, ist nicht bekannt
   *[other] Ab { $date }; wann es endete, ist nicht bekannt
}
exact-or-before = { $unit ->
    [day] Am { $date } oder davor; wie lange davor, ist nicht bekannt
   *[other] { $date } oder davor; wie lange davor, ist nicht bekannt
}
exact-until = { $unit ->
    [day] Bis zum { $date }; wann es begann, ist nicht bekannt
   *[other] Bis { $date }; wann es begann, ist nicht bekannt
}
exact-or-later = { $unit ->
    [day] Am { $date } oder später; wie viel später, ist nicht bekannt.
   *[other] { $date } oder später; wie viel später, ist nicht bekannt.
}
exact-unknown = Nicht bekannt
exact-not-all = { $words }; nicht alles davon ist sicher.
exact-one-of-days = { $unit ->
    [day] Einer der Tage vom { $from } bis { $to }; welcher, ist nicht bekannt.
    [month] Einer der Monate von { $from } bis { $to }; welcher, ist nicht bekannt.
   *[other] Eines der Jahre von { $from } bis { $to }; welches, ist nicht bekannt.
}
exact-one-of = { $dates }; welches davon, ist nicht bekannt.

filled-in = von uns ergänzt: { $parts }
filled-in-part = { $part ->
    [year] Jahr
    [month] Monat
    [day] Tag
   *[time] Uhrzeit
}
role-since = seit { $from }
role-from-to = von { $from } bis { $until }
role-from = ab { $from }
role-until = bis { $until }
role-now = derzeit

## Standing

status = { $status ->
    [verified] verifiziert
    [corroborated] mehrfach belegt
    [reported] berichtet
    [unverified] ungeprüft
    [disputed] strittig
    [refuted] widerlegt
    [superseded] überholt
   *[withdrawn] zurückgezogen
}
status-of = { status }: { $words }
status-count = { $count } { status }
standing = { $status ->
    [verified] Wir haben den Beweis selbst gesehen.
    [corroborated] Zwei oder mehr unabhängige Quellen sagen dasselbe.
    [reported] Eine Quelle sagt es; selbst gesehen haben wir es nicht.
    [unverified] Gesagt, aber nicht geprüft, oder wir wissen nicht, von wem.
    [disputed] Es gibt Belege dafür und dagegen.
    [refuted] Als falsch erwiesen.
    [superseded] Ersetzt durch das, was sich später zeigte.
   *[withdrawn] Wir sagen das nicht mehr.
}
standing-reported-by-several = Mehr als eine Quelle sagt es; selbst gesehen haben wir es nicht.
standing-corroborated-by = { $count ->
    [one] Eine oder mehr unabhängige Quellen sagen dasselbe.
   *[other] { WORDS($count) } oder mehr unabhängige Quellen sagen dasselbe.
}
standing-takes = { $status ->
    [verified] Eine aufbewahrte Kopie, in der wir die Stelle nennen, die es zeigt, oder eine eigene Prüfung, von der wir sagen, wer wann und wie nachgesehen hat.
    [corroborated] { $count ->
        [one] Mindestens eine unabhängige Quelle.
       *[other] Mindestens { WORDS($count) } unabhängige Quellen, die uns auf mindestens { WORDS($count) } Wegen erreicht haben.
    }
    [reported] Mindestens eine Quelle, mit Namen oder beschrieben.
    [unverified] Mindestens ein Dokument, in dem es steht.
    [disputed] Mindestens ein Beleg, der dafür, und einer, der dagegen spricht.
    [refuted] Belege dagegen, die ausreichen würden, das Gegenteil mehrfach belegt oder verifiziert zu nennen.
    [superseded] Die spätere Aussage, die sie ersetzt hat.
   *[withdrawn] Der Grund, mit Datum.
}

## Who says so, and how they know

confidential-source = Eine vertrauliche Quelle
confidential-no-reason = Sie wird hier nicht genannt; ein Grund ist nicht angegeben.
knows = { $basis ->
    [witness] war selbst dabei
    [own-reporting] hat es selbst recherchiert
    [document] hat ein Dokument
    [recording] hat eine Aufnahme
    [statement] spricht im eigenen Namen
   *[unstated] sagt nicht, woher das Wissen stammt
}
says-so = { $basis ->
    [statement] { $count ->
        [one] { $names } sagt es, im eigenen Namen
       *[other] { $names } sagen es, im eigenen Namen
    }
    [witness] { $count ->
        [one] { $names } sagt es und war selbst dabei
       *[other] { $names } sagen es und waren selbst dabei
    }
    [own-reporting] { $count ->
        [one] { $names } sagt es nach eigener Recherche
       *[other] { $names } sagen es nach eigener Recherche
    }
    [document] { $count ->
        [one] { $names } sagt es und stützt sich auf ein Dokument
       *[other] { $names } sagen es und stützen sich auf ein Dokument
    }
    [recording] { $count ->
        [one] { $names } sagt es und stützt sich auf eine Aufnahme
       *[other] { $names } sagen es und stützen sich auf eine Aufnahme
    }
   *[unstated] { $count ->
        [one] { $names } sagt es, aber nicht, woher das Wissen stammt
       *[other] { $names } sagen es, aber nicht, woher das Wissen stammt
    }
}
says-in-own-name = im eigenen Namen
says-nobody = Wer es zuerst gesagt hat, ist nicht bekannt
says-others-too = { $count ->
    [one] Noch jemand sagt es.
   *[other] Noch { WORDS($count) } weitere sagen es.
}
disputed-by = { $count ->
    [0] Es gibt Belege dagegen.
    [one] { $names } sagt, dass es nicht so ist.
   *[other] { $names } sagen, dass es nicht so ist.
}
read-it = { $verb ->
    [heard] Gehört haben wir es { $where }{ $way }{ $elsewhere }.
    [saw] Gesehen haben wir es { $where }{ $way }{ $elsewhere }.
   *[read] Gelesen haben wir es { $where }{ $way }{ $elsewhere }.
}
read-not-opened = Stehen soll es { $where }{ $way }; geöffnet haben wir das nicht{ $elsewhere }.
read-where = { $whose ->
    [it] { read-own }
    [they] { read-own }
    [named] { read-noun } von { $name }
   *[title] { read-noun } „{ $title }“
}
read-noun = { $kind ->
    [article] im Artikel
    [wire] in der Meldung
    [broadcast] in der Sendung
    [recording] in der Aufnahme
    [film] im Film
    [transcript] im Wortprotokoll
    [statement] in der Erklärung
    [interview] im Interview
    [letter] im Brief
    [report] im Bericht
    [book] im Buch
    [dataset] im Datensatz
    [photograph] auf dem Foto
   *[post] im Beitrag
}
read-own = { $kind ->
    [article] im eigenen Artikel
    [wire] in der eigenen Meldung
    [broadcast] in der eigenen Sendung
    [recording] in der eigenen Aufnahme
    [film] im eigenen Film
    [transcript] im eigenen Wortprotokoll
    [statement] in der eigenen Erklärung
    [interview] im Interview selbst
    [letter] im eigenen Brief
    [report] im eigenen Bericht
    [book] im eigenen Buch
    [dataset] im eigenen Datensatz
    [photograph] auf dem eigenen Foto
   *[post] im eigenen Beitrag
}
read-dated = { $dated ->
    [day] { $where } vom { $date }
   *[other] { $where } ({ $date })
}
read-republished = { $where }, weiterveröffentlicht{ $by ->
    [none] {""}
   *[named] {" "}von { $name }
}{ $dated ->
    [none] {""}
    [day] {" "}am { $date }
   *[other] {" "}({ $date })
}
read-by-way = , vermittelt über { $names }
read-elsewhere = { $count ->
    [one] , und in einem weiteren Dokument
   *[other] , und in { WORDS($count) } weiteren Dokumenten
}
checked = { $by } hat für uns nachgesehen ({ $date }): { $how }

## How origins are counted

counted-none = keine bekannte Quelle
counted-one = eine Quelle
counted-independent = { WORDS($origins) } unabhängige Quellen
counted-on-ways = { $ways ->
    [one] { WORDS($origins) } unabhängige Quellen, auf einem Weg
   *[other] { WORDS($origins) } unabhängige Quellen, auf { WORDS($ways) } Wegen
}
counted-by-outlets = { $count ->
    [one] , weitergegeben von einem Medium
   *[other] , weitergegeben von { WORDS($count) } Medien
}
counted-by-others = { $count ->
    [one] , weitergegeben von einer anderen Stelle
   *[other] , weitergegeben von { WORDS($count) } anderen
}
counted-as-many-ways = Sie haben uns auf { WORDS($ways) } Wegen erreicht, jede durch andere Hände.
counted-narrow = Alles kam über { $names }.
why-known = Es ist gesagt, woher das Wissen stammt: eine Quelle.
why-merged = Als eine Quelle gezählt: Sie gehören zusammen.
why-merged-in = Als eine Quelle gezählt; was sie verbindet: { $names }.
why-only-unstated = Es ist nicht gesagt, woher das Wissen stammt. Alle, bei denen das so ist, zählen als eine Quelle, denn eine andere gibt es nicht.
why-unstated = Zählt nicht als weitere Quelle: Es ist nicht gesagt, woher das Wissen stammt; es kann von einer anderen übernommen sein.
why-secret-none = Zählt nicht als weitere Quelle: nicht unabhängig von einer anderen, aus einem Grund, der vertraulich bleibt.
why-secret = Mit einer anderen als eine Quelle gezählt, aus einem Grund, der vertraulich bleibt.
why-round-up-of-named = Zählt nicht als weitere Quelle: eine Zusammenfassung anderer, die schon genannt sind.
why-round-up-none = Zählt nicht als weitere Quelle: eine Zusammenfassung, die ihre Quellen mit einer anderen teilt.
why-round-up = Eine Zusammenfassung anderer, die sonst nicht genannt sind: zusammen eine Quelle.
why-circle = Zählt nicht als Quelle: Die Dokumente gehen im Kreis auseinander hervor; wer es zuerst gesagt hat, ist nicht bekannt.
why-withdrawn = Zählt nicht als Quelle: Das Dokument, oder was es wiederholt, wurde zurückgezogen.
why-side = { $side ->
    [for] Dafür: { $counted }.
   *[against] Dagegen: { $counted }.
}
why-corroborated = { $count ->
    [one] Wir zählen: { $counted }; dieser Bericht verlangt mindestens eine.
   *[other] Wir zählen: { $counted }; dieser Bericht verlangt mindestens { WORDS($count) }.
}
why-counted = Wir zählen: { $counted }.
why-superseded = Heute sagen wir: „{ $text }“
why-shown = Die aufbewahrte Kopie von „{ $title }“ zeigt es{ $at }.
why-shown-false = Die aufbewahrte Kopie von „{ $title }“ zeigt, dass es nicht so ist{ $at }.

## Replies

reply-not-sought = { $name } wurde nicht gefragt
reply-none = { $name } wurde gefragt{ $asked } und hat nicht geantwortet
reply-none-in-time = { $name } wurde gefragt{ $asked } und hatte bis zum Ende der Frist ({ $deadline }) nicht geantwortet
reply-no-comment = { $name } wurde gefragt{ $asked } und wollte sich nicht äußern{ $date }
reply-denied = { $name } sagt, dass es nicht so ist{ $date }
reply-confirmed = { $name } bestätigt es{ $date }
reply-because = { $said }: { $why }
reply-not-recorded = Eine Antwort von { $name } ist hier nicht verzeichnet.
reply-answers = { $name } antwortet: „{ $text }“

## What pages are called, and what they hold

page-front = Startseite
page-timeline = Zeitleiste
page-attribution = Wer sagt was
page-corrections = Korrekturen
page-method = Wie wir prüfen
page-search = Suche
page-not-found = Keine solche Seite
about-method = Was jeder Stand bedeutet, was die Belege dafür zeigen müssen und wie wir unabhängige Quellen zählen.
about-search = Alles und alle in diesem Bericht nach Buchstaben: Personen, Organisationen, Medien und Informanten, Dokumente und Artikel.
about-not-found = Unter dieser Adresse gibt es keine Seite.
about-attribution = Wer sagt was, und durch wen wissen wir es.
about-attribution-alone = { $count ->
    [one] Wer sagt was, und durch wen wissen wir es. Eine Aussage stützt sich allein auf: { $name }.
   *[other] Wer sagt was, und durch wen wissen wir es. { WORDS($count, begins: "sentence") } Aussagen stützen sich allein auf: { $name }.
}
about-corrections-none = Bisher keine Korrekturen. Wenn wir etwas korrigieren, steht es hier.
about-corrections = { $count ->
    [one] Eine Änderung an dem, was wir gesagt hatten; die letzte betrifft „{ $latest }“.
   *[other] { WORDS($count) } Änderungen an dem, was wir gesagt hatten; die letzte betrifft „{ $latest }“.
}
about-timeline = { $count ->
    [one] Ein Ereignis, von „{ $first }“ bis „{ $last }“.
   *[other] { WORDS($count) } Ereignisse, von „{ $first }“ bis „{ $last }“.
}
page-moved = Diese Seite ist umgezogen: Sie heißt jetzt „{ $name }“.
kind-list = { $kind ->
    [person] Personen
    [organisation] Organisationen
    [source] Quellen
    [document] Dokumente
    [date] Daten
    [claim] Aussagen
   *[article] Artikel
}
kind-one = { $kind ->
    [person] Person
    [organisation] Organisation
    [source] Quelle
    [document] Dokument
    [date] Datum
    [claim] Aussage
   *[article] Artikel
}
kind-none = { $kind ->
    [person] In diesem Bericht ist bisher niemand genannt.
    [organisation] In diesem Bericht handelt bisher keine Organisation.
    [source] Bisher ist keine Quelle eingetragen.
    [document] Bisher ist kein Dokument eingetragen.
    [date] Bisher sind keine Daten eingetragen.
    [claim] Bisher sind keine Aussagen eingetragen.
   *[article] Bisher ist kein Artikel erschienen.
}
kind-count = { $kind ->
    [person] { $count ->
        [one] Eine genannte Person
       *[other] { WORDS($count) } genannte Personen
    }
    [organisation] { $count ->
        [one] Eine Organisation, die handelt
       *[other] { WORDS($count) } Organisationen, die handeln
    }
    [source] { $count ->
        [one] Eine Quelle, die uns informiert
       *[other] { WORDS($count) } Quellen, die uns informieren
    }
    [document] { $count ->
        [one] Ein Dokument, geöffnet oder nur bekannt
       *[other] { WORDS($count) } Dokumente, geöffnet oder nur bekannt
    }
    [date] { $count ->
        [one] Ein Ereignis
       *[other] { WORDS($count) } Ereignisse
    }
    [claim] { $count ->
        [one] Eine Aussage, nach ihrem Stand
       *[other] { WORDS($count) } Aussagen, nach ihrem Stand
    }
   *[article] { $count ->
        [one] Ein Artikel
       *[other] { WORDS($count) } Artikel
    }
}
document-kind = { $kind ->
    [article] Artikel
    [wire] Agenturmeldung
    [broadcast] Sendung
    [recording] Aufnahme
    [film] Film
    [transcript] Wortprotokoll
    [statement] Erklärung
    [interview] Interview
    [letter] Brief
    [report] Bericht
    [book] Buch
    [dataset] Datensatz
    [photograph] Foto
   *[post] Beitrag
}
see-other-name = { $other } (siehe { $name })
speaks-for = Spricht dafür
undated = ohne Datum
withdrawn-document = Von der Herausgeberseite zurückgenommen ({ $date }): { $why }
band-draft = ein Entwurf
band-embargo = unter Sperrfrist bis { $date }, { $clock } ({ $zone })

## How much rests on a source

weight-none = Keine Aussage in diesem Bericht stützt sich auf diese Quelle.
weight-only-claim = die einzige Aussage des Berichts stützt sich allein auf diese Quelle
weight-alone = { $count ->
    [one] eine der { WORDS($claims) } Aussagen des Berichts stützt sich allein auf diese Quelle
   *[other] { WORDS($count) } der { WORDS($claims) } Aussagen des Berichts stützen sich allein auf diese Quelle
}
weight-nothing-alone = nichts stützt sich allein auf diese Quelle
weight-shared = { $count ->
    [one] eine Aussage stützt sich auf sie und auf andere
   *[other] { WORDS($count) } Aussagen stützen sich auf sie und auf andere
}
weight-passed-on = { $count ->
    [one] eine Aussage hat sie weitergegeben, die andere zuerst gemacht hatten
   *[other] { WORDS($count) } Aussagen hat sie weitergegeben, die andere zuerst gemacht hatten
}

## Time

known-published = Veröffentlicht: „{ $title }“
known-moves = { $count ->
    [one] Eine Aussage mit neuem Stand
   *[other] { WORDS($count) } Aussagen mit neuem Stand
}
known-on = Was am { $date } bekannt war
about-known = { $count ->
    [one] Wie jede Aussage Ende des Tages stand: { $date }. An dem Tag hatte eine Aussage einen neuen Stand: „{ $first }“
   *[other] Wie jede Aussage Ende des Tages stand: { $date }. An dem Tag hatten { WORDS($count) } Aussagen einen neuen Stand: „{ $first }“
}
choose-what = Was
choose-who = Wer
choose-source = Von wem
choose-standing = Aussagen mit dem Stand
lane-happened = Was geschah
lane-known = Was bekannt wurde

## What was published, and what changed

edition-first = zum ersten Mal veröffentlicht
edition-words = der Wortlaut wurde geändert
edition-beside = was neben dem Wortlaut steht, wurde geändert
edition-moved = von einer anderen Adresse hierher umgezogen
edition-stood = Stand davor: { status }
edition-words-and-standing = der Wortlaut wurde geändert; Stand davor: { status }
edition-evidence = die Belege, oder was sonst dazu gesagt ist, wurden geändert
change-kind = { $kind ->
    [standing] Änderung des Standes
    [correction] Korrektur
    [clarification] Klarstellung
    [update] Aktualisierung
   *[withdrawal] Rücknahme
}
change-said = Wir hatten gesagt: { $words }
change-now = Jetzt sagen wir: { $words }
feed-of-corrections = { $report }: Korrekturen
feed-of-articles = { $report }: Artikel

## Citing

cite-in = In: { $container }
cite-part = { $part ->
    [volume] Bd.
    [issue] Nr.
   *[pages] S.
} { $value }
cite-opened = geöffnet: { $date }
cite-not-opened = bekannt, von uns nicht geöffnet
cite-updated = aktualisiert: { $date }
cite-as-of = Stand: { $date }

## Pictures

stage-first = Wer es zuerst sagte
stage-relay = Wer es weitergab
stage-opened = Was wir öffneten
stage-known-of = Wovon wir wissen
stage-report = Wie es steht
picture-way = Wie „{ $text }“ uns erreichte
picture-way-dotted = Eine gepunktete Linie: Es ist nicht gesagt, woher das Wissen stammt.
picture-against = spricht dagegen; { $knows }
picture-not-opened = von uns nicht geöffnet
picture-this-report = Dieser Bericht
picture-nobody = Niemand, den wir nennen könnten
picture-others = und andere
picture-others-below = alle stehen unten in der Liste
picture-narrow = alles kommt hier durch
picture-and-narrow = { $aside }; alles kommt hier durch
picture-overview = Wer sagt was, und durch wen es uns erreichte
picture-overview-part = Gezeichnet sind die { $drawn } Wege, auf denen uns die meisten Aussagen erreichten, von { $all }.
picture-overview-key = Je dicker eine Linie, desto mehr Aussagen; gepunktet, wo nicht gesagt ist, woher das Wissen stammt. In der Tabelle darunter stehen alle, in Zahlen.
picture-alone = { $count } allein darauf
picture-shared = { $count } mit anderen
picture-alone-and-shared = { $count } allein darauf, { $shared } mit anderen
picture-weight = Wie viel vom Bericht sich stützt auf: { $name }
picture-square = { $count ->
    [one] Ein Quadrat ist eine Aussage.
   *[other] Ein Quadrat sind bis zu { $count } Aussagen.
}
weight-part-alone = Stützen sich allein darauf: { $count }
weight-part-shared = Auch von anderen gesagt: { $count }
weight-part-passed-on = Nur weitergegeben: { $count }
weight-part-against = Spricht dagegen: { $count }
weight-part-rest = Alle anderen Aussagen: { $count }
picture-timeline = Was geschah, und was wann bekannt wurde
picture-timeline-period = Was geschah, und was wann bekannt wurde: { $period }
picture-period-larger = { $period }, größer gezeichnet
picture-entries = { $count } Einträge

## In an article's text

prose-table = Tabelle
prose-notes = Anmerkungen
prose-back = Zurück zum Text
prose-claim = Aussage
prose-symbolic = Symbolbild

## Around every page

base-skip = Zum Text springen
base-menu = Dieser Bericht
base-not-public = Nicht öffentlich
base-crumbs = Wo diese Seite steht
base-about = Über diesen Bericht
base-not-public-why = Nicht öffentlich:
base-notes = Notizen der Redaktion, nie öffentlich:
base-changed = Diese Seite wurde zuletzt geändert:
base-published-by = , herausgegeben von
base-licence = Lizenz: { $licence }.
base-contact = Kontakt:
base-feed-corrections = Feed der Korrekturen
base-feed-articles = Feed der Artikel
base-data = Die Fakten als Daten
not-found-what = Unter dieser Adresse gibt es keine Seite. Was einmal veröffentlicht war, behält seine Adresse; vielleicht fehlt ein Buchstabe.
not-found-front = Die Startseite
not-found-letters = Alles nach Buchstaben
moved-here = Diese Seite ist umgezogen:

## Articles

article-also-in = Auch auf:
article-changes = { $count ->
    [one] Eine Änderung seit der Veröffentlichung
   *[other] { $count } Änderungen seit der Veröffentlichung
}
article-contents = Inhalt
article-marks = Was die Striche unter den Wörtern bedeuten
article-claims = Die Aussagen dieses Artikels
article-rest = Worauf sie sich stützen
article-changed = Was geändert wurde
published-when = Wann es veröffentlicht wurde
cite-this = So zitieren
article-others = Andere Artikel
before-it = Davor:
after-it = Danach:
byline-by = Von
byline-updated = aktualisiert
byline-minutes = { $count ->
    [one] eine Minute Lesezeit
   *[other] { $count } Minuten Lesezeit
}

## Claims

card-changed = zuletzt geändert
card-more = Woher wir es wissen
claim-kind = { $kind ->
    [utterance] Was gesagt wurde
    [denial] Ein Dementi
    [assessment] Eine Einschätzung
   *[occurrence] Eine Aussage
}
claim-replaced-by = Sie wurde ersetzt durch:
claim-speaker = Wessen Worte es sind
when = Wann
claim-hedge = Der Vorbehalt der Quelle selbst
claim-about = Betrifft
claim-adverse = Wem sie schaden kann
not-named = Hier nicht genannt
claim-reviewed = Zuletzt durchgesehen
claim-review-by = Durchzusehen bis
claim-replies = Was die Betroffenen sagen
claim-why = Warum sie so steht
claim-support = Was dafür spricht
claim-dispute = Was dagegen spricht
claim-context = Was zum Verständnis hilft
claim-beside = Aussagen daneben
claim-contradicts = Kann nicht zugleich wahr sein
claim-refines = Sie macht diese genauer
claim-refined-by = Diese machen sie genauer
claim-supersedes = Sie hat diese ersetzt
claim-history = Wie sie wann stand
claim-corrections = Was wir an unseren eigenen Worten geändert haben
claim-corrections-none = Bisher nichts.
claims-none = Bisher keine Aussagen. Wenn es welche gibt, stehen sie hier nach ihrem Stand.
claims-part = Teil { $part } von { $parts }
claims-parts = Die Teile dieser Liste
claims-by-standing = Nach ihrem Stand.
claim-said-by = gesagt von
claim-with-hedge = mit dem Vorbehalt „{ $words }“
contested = Wo andere widersprechen
contested-not-both = Kann nicht zugleich wahr sein:
contested-by = { $count ->
    [one] So ist es nicht, sagt
   *[other] So ist es nicht, sagen
}
counted-through = Alles kam über
counted-nobody = Keine Quelle, die wir nennen könnten
counted-group = { $count ->
    [0] zählt nicht
    [one] zählt als eine
   *[other] zählt als { $count }
}
piece-said = Zuerst gesagt von
piece-passed = Weitergegeben von
piece-nobody = niemandem, den wir nennen könnten
piece-opened = Geöffnet haben wir
piece-known-of = Wir wissen von
piece-shown = ; die aufbewahrte Kopie selbst zeigt es
quotation-what = Worte von
quotation-told-in = , wiedergegeben in
quotation-in = , in
quotation-translated = übersetzt
quotation-translated-by = übersetzt von { $name }
standings-all = Alle { $count } mit dem Stand { status }
interested = selbst beteiligt

## People, bodies, sources

about-somebody = Was über { $name } gesagt wird
replies = Antworten
what-it-is = Was es ist
country = Land
part-of = Teil von
owned-by = Im Besitz von
belonging = Dazu gehören
people = Personen
dates = Daten
said-by-somebody = Was { $name } gesagt hat
documents = Dokumente
in-articles = In den Artikeln
claims-count = { $count ->
    [0] keine Aussagen
    [one] eine Aussage
   *[other] { $count } Aussagen
}
also-written = Auch geschrieben: { $names }
interested-itself = Selbst an der Sache beteiligt.
roles = Ämter
person-speaks-for = Spricht für
source-alone = Was sich allein darauf stützt
source-alone-what = Ohne diese Quelle bleibt für diese Aussagen keine.
source-shared = Was sie zuerst sagte, und andere auch
source-passed-on = Was sie nur weitergab
source-disputed = Wogegen sie spricht

## Who says what

attribution-what = Wer in diesem Bericht was sagt, und durch wen es uns erreichte.
attribution-table = Wer sagt was durch wen
attribution-order = Zuerst die, auf die sich am meisten allein stützt
attribution-who = Wer
attribution-alone = Stützt sich allein darauf
attribution-shared = Auch von anderen gesagt
attribution-passed-on = Weitergegeben
attribution-through = Erreichte uns über
attribution-nobody = niemanden sonst
attribution-none = Bisher hat niemand etwas gesagt. Wenn eine Aussage Belege hat, steht hier, wer sie zuerst gemacht hat.

## Documents

document-opened = von uns geöffnet
document-kept = Kopie aufbewahrt
document-used = { $count ->
    [0] von keiner Aussage gebraucht
    [one] von einer Aussage gebraucht
   *[other] von { $count } Aussagen gebraucht
}
document-publisher = Herausgegeben von
document-authors = Verfasst von
document-published = Veröffentlicht
document-created = Geschrieben oder aufgenommen
document-accessed = Von uns geöffnet
document-never-opened = Nein: Wir wissen nur davon.
language = Sprache
document-copy = Aufbewahrte Kopie
document-copy-public = die Kopie, wie wir sie aufbewahrt haben
document-copy-none = keine
document-repeats = Was es wiederholt
document-repeats-what = Davon ist es nicht unabhängig.
document-copies = Was es wiederholt oder daraus gemacht ist
document-passages = Zitierte Stellen
document-claims = Aussagen, die es brauchen
document-copy-not-public = { $size }, nicht veröffentlicht
document-passage-for = Für:

## Dates and time

where = Wo
date-who = Wer
date-bodies = Organisationen
date-claims = Was darüber gesagt wird
date-beside = Auf der Zeitleiste
event-with = mit
event-unnamed = { $count ->
   *[other] { $count } Ungenannte
}
event-claims = Aussagen:
timeline-list = Alle Daten in einer Liste
timeline-key = Eine Marke ist ein Tag, ein Balken alle Tage, die etwas dauerte; im Umriss: einer dieser Tage; gestrichelt: um diese Zeit; mit Punkten am Ende: seit wann oder bis wann, ist nicht bekannt. Alles steht auch in der Liste darunter.
timeline-none = Bisher keine Daten. Wenn es welche gibt, stehen sie hier in der Folge der Zeit.
timeline-known = Was wann bekannt wurde
choose-all-shown = Alle { $count } sind zu sehen.
choose-some-shown = { $count } von { $all } sind zu sehen.
choose-any = alle
choose-whole-time = die ganze Zeit
choose-reset = Alles zeigen
known-at-end-of = Was Ende des Tages bekannt war: { $date }.
known-changes = Was sich an diesem Tag änderte
step-days = Tage, an denen sich etwas änderte
step-before = Davor:
step-after = Danach:
step-place = Tag { $place } von { $days }, an denen sich etwas änderte
step-all = alle
change-known = Was bekannt war:
change-since-then = , seither
change-had-said = Wir hatten gesagt
change-now-say = Jetzt sagen wir
edition-number = Veröffentlichung { $number }
corrections-feed = Als Feed abonnieren

## Front page

front-report = Der Bericht
front-timeline = Die Zeitleiste
front-standings = Wie jede Aussage steht
front-no-claims = Bisher keine Aussagen. Wenn es welche gibt, steht hier, wie jede steht.
front-changes = Letzte Änderungen
front-no-changes = Bisher keine Änderungen. Wenn sich ein Stand ändert oder wir etwas korrigieren, steht es hier.
front-all-articles = Alle Artikel
front-more-articles = Weitere Artikel
front-claims = { $count ->
    [one] Dieser Bericht enthält eine Aussage.
   *[other] Dieser Bericht enthält { $count } Aussagen.
}

## How we verify

method-what = Jeder Satz hier gehört zu einer Aussage, jede Aussage zu ihren Belegen, und die Belege zu dem, der es zuerst gesagt hat.
method-standings = Was der Stand bedeutet
method-lower = Eine Aussage darf niedriger stehen, als ihre Belege erlauben, nie höher.
method-counting = Wie Quellen gezählt werden
method-origins = Wir zählen, wer etwas zuerst gesagt hat, nicht wie oft es wiederholt wurde. Weitergeben macht nie eine weitere Quelle: Eine Agentur, die ein Magazin wiedergibt, ist immer noch das Magazin. Wer zusammengehört oder für dieselbe Stelle spricht, zählt als eine Quelle. Quellen, die nicht sagen, woher sie es wissen, zählen nie zu einer anderen hinzu: Sie können alle voneinander abgeschrieben haben.
method-figures = Dieser Bericht in Zahlen
method-single = die sich auf eine einzige Quelle stützen
method-adverse = die jemandem schaden können
method-answered = davon mit einer Antwort oder dem Grund, warum keine da ist
method-opened = Dokumente, die wir geöffnet haben
method-known-of = Dokumente, von denen wir nur wissen
method-data = Zum Mitnehmen
method-record = Was wann veröffentlicht wurde
method-record-what = Jede Veröffentlichung ist verzeichnet: Wortlaut und Stand jeder Aussage, der Wortlaut jedes Artikels, und wann. Jeder Eintrag trägt die Prüfsumme des vorigen, sodass keiner später geändert werden kann, ohne dass es auffällt. Wer diese Zahl oder eine ältere Kopie dieser Website aufbewahrt hat, kann prüfen, dass nichts stillschweigend geändert wurde.
method-publications = Veröffentlichungen
method-newest = Die neueste
method-digest = Prüfsumme des Verzeichnisses (SHA-256)
method-record-itself = Das Verzeichnis selbst
method-known = Was wann bekannt war
method-data-evidence = Belege
method-data-replies = Antworten
method-data-history = Verlauf
method-data-corrections = Korrekturen
method-data-calendar = Kalender
method-none = hier keine
method-takes = Die Belege müssen zeigen: { $takes }
method-ways = Zwei Quellen, von denen uns allein eine Agentur berichtet hat, kamen auf einem Weg: Hat die Agentur sich geirrt, fallen beide. { $count ->
    [one] Hier gilt eine Aussage mit einer unabhängigen Quelle als mehrfach belegt.
   *[other] { WORDS($count, begins: "sentence") } unabhängige Quellen, auf ebenso vielen Wegen, machen eine Aussage hier mehrfach belegt.
}
method-data-what = Alles, was dieser Bericht weiß, gibt es hier als Daten, für Tabellen und Programme.
method-data-package = Was jede Spalte bedeutet: das Datenpaket
method-data-table = Tabelle
method-data-references = als Literaturangaben:

## Since the last visit

since-name = Seit Ihrem letzten Besuch
since-line = Seit Ihrem letzten Besuch am { $date }: { $what }.
since-claims = { $count ->
    [one] eine Aussage änderte ihren Stand
   *[other] { WORDS($count) } Aussagen änderten ihren Stand
}
since-corrections = { $count ->
    [one] eine Änderung an unseren eigenen Worten
   *[other] { WORDS($count) } Änderungen an unseren eigenen Worten
}
since-older = weitere, die länger zurückliegen
since-all = Alle Änderungen
since-nothing = Seit Ihrem letzten Besuch am { $date } hat sich nichts geändert.
since-first = Wenn Sie wiederkommen, steht auf dieser Seite, was sich bis dahin geändert hat.
since-kept = Dafür merkt sich Ihr Browser den Tag Ihres Besuchs und welche Änderungen es gab. Das bleibt allein in Ihrem Browser und wird nirgendwohin gesendet.
since-forget = Vergessen
since-off = Ihr Browser merkt sich nichts von Ihren Besuchen hier, nur dass Sie es nicht wollen.
since-again = Ab jetzt merken

## Search

search-what = Alles in diesem Bericht, was eine Seite hat, nach dem ersten Buchstaben.
search-words = Gesuchte Wörter
search-only = Nur
search-letters = Buchstaben
search-none = Hier ist noch nichts. Was veröffentlicht wird, bekommt seinen Platz in dieser Liste.
search-found-nothing = Zu „{ $words }“ wurde nichts gefunden.
search-found = { $count ->
    [one] Eine Seite.
   *[other] { $shown } Seiten.
}
search-first = Die ersten { $count } sind aufgeführt; ein weiteres Wort grenzt sie ein.

## Cards for other sites, and programs that keep references

embed = Diese Karte in eine andere Seite einsetzen
embed-what = Die Karte zeigt bei jedem Öffnen, wie die Aussage dann steht und was seither korrigiert wurde.
embed-card = Die Karte für sich
cite-programs = Für Literaturprogramme: BibTeX, CSL-JSON
