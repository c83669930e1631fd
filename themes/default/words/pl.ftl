# What a report says of itself, in Polish.

number = { $count }
quoted = „{ $words }”
bytes = { $count ->
    [one] 1 bajt
    [few] { $count } bajty
    [many] { $count } bajtów
   *[other] { $count } bajtów
}
size = { $whole } { $unit }
size-with-tenths = { $whole },{ $tenths } { $unit }

## Dates

date-time = { $day }, { $clock }
date-time-zone = { $day }, { $clock } ({ $zone })
date-about = mniej więcej { $date }
date-uncertain = { $date }, niepewne
date-uncertain-within = { $date } (niepewne)
date-before-our-era = { $year } p.n.e.
date-day-alone = { $day }
date-day-of-month = { $month } (jeden z dni)
date-month-of-year = jeden z miesięcy roku { $year }
date-day-of-year = jeden z dni roku { $year }
date-spring = wiosna { $year }
date-summer = lato { $year }
date-autumn = jesień { $year }
date-winter = zima { $from }/{ $to }
date-winter-long-ago = zima z roku { $from } na rok { $to }
date-decade = dekada od { $from } roku
date-decade-short = dekada od { $from }
date-years = lata { $from }–{ $to }
date-from-to = { $unit ->
    [day] od { $from } do { $to }
   *[other] { $from } – { $to }
}
date-since = { $unit ->
    [day] od { $date }
    [year] od roku { $date }
   *[other] od: { $date }
}
date-from = { $unit ->
    [day] od { $date }
    [year] od roku { $date }
   *[other] od: { $date }
}
date-from-end-unknown = { $unit ->
    [day] od { $date }, koniec nieznany
    [year] od roku { $date }, koniec nieznany
   *[other] od: { $date }, koniec nieznany
}
date-by = { $unit ->
    [day] najpóźniej { $date }
   *[other] najpóźniej: { $date }
}
date-until = { $unit ->
    [day] do { $date }
    [year] do roku { $date }
   *[other] do: { $date }
}
date-until-start-unknown = { $unit ->
    [day] do { $date }, początek nieznany
    [year] do roku { $date }, początek nieznany
   *[other] do: { $date }, początek nieznany
}
date-unknown = w nieznanym czasie
date-end-of = { $date } włącznie
date-between = { $unit ->
    [day] między { $from } a { $to }
   *[other] w okresie { $from } – { $to }
}
date-or-earlier = { $date } lub wcześniej
date-or-later = { $date } lub później

exact-time = { $doubt ->
    [none] Znane z dokładnością do { exact-unit }{ exact-zone }
    [uncertain] Podane z dokładnością do { exact-unit }, ale niepewne{ exact-zone }
    [approximate] Godzina jest szacunkowa{ exact-zone }
   *[both] Godzina jest szacunkowa i niepewna{ exact-zone }
}
exact-unit = { $unit ->
    [second] sekundy
   *[minute] minuty
}
exact-zone = { $zone ->
    [missing] ; nie podano, w jakiej strefie czasowej.
   *[given] .
}
exact-day = Znane z dokładnością do dnia.
exact-month = Znane z dokładnością do miesiąca; dzień nie jest znany.
exact-year-month-unknown = Znane z dokładnością do roku; miesiąc nie jest znany.
exact-year = Znane z dokładnością do roku; miesiąc i dzień nie są znane.
exact-season = Znane z dokładnością do pory roku, liczonej tak: { $from } – { $to }.
exact-decade = Znane z dokładnością do dekady: kiedyś w latach { $from }–{ $to }.
exact-century = Znane z dokładnością do stu lat: kiedyś w latach { $from }–{ $to }.
exact-doubtful = { $doubt ->
    [uncertain] Podano: { $date }, ale nie jest to pewne.
    [approximate] Mniej więcej { $date }; to szacunek.
   *[both] Mniej więcej { $date }; to szacunek, i to niepewny.
}
exact-from-to = { $unit ->
    [day] Od { $from } do { $to }, oba dni włącznie
   *[other] W okresie { $from } – { $to }, oba krańce włącznie
}
exact-since = { $unit ->
    [day] Od { $date }; końca nie wyznaczono
    [year] Od roku { $date }; końca nie wyznaczono
   *[other] Od: { $date }; końca nie wyznaczono
}
exact-from = { $unit ->
    [day] Od { $date }; nie wiadomo, kiedy się skończyło
    [year] Od roku { $date }; nie wiadomo, kiedy się skończyło
   *[other] Od: { $date }; nie wiadomo, kiedy się skończyło
}
exact-or-before = Data: { $date } lub wcześniej; nie wiadomo, o ile wcześniej
exact-until = { $unit ->
    [day] Do { $date }; nie wiadomo, kiedy się zaczęło
    [year] Do roku { $date }; nie wiadomo, kiedy się zaczęło
   *[other] Do: { $date }; nie wiadomo, kiedy się zaczęło
}
exact-or-later = Data: { $date } lub później; nie wiadomo, o ile później.
exact-unknown = Nieznane
exact-not-all = { $words }; nie wszystko w tej dacie jest pewne.
exact-one-of-days = { $unit ->
    [day] Jeden z dni od { $from } do { $to }; nie wiadomo który.
    [month] Jeden z miesięcy: { $from } – { $to }; nie wiadomo który.
    [year] Jeden z lat { $from } – { $to }; nie wiadomo który.
   *[other] Kiedyś w okresie { $from } – { $to }; nie wiadomo kiedy.
}
exact-one-of = { $dates }; nie wiadomo, która z tych dat.

filled-in = uzupełnione przez nas: { $parts }
filled-in-part = { $part ->
    [year] rok
    [month] miesiąc
    [day] dzień
   *[time] godzina
}
role-since = od: { $from }, nadal
role-from-to = { $from } – { $until }
role-from = od: { $from }
role-until = do: { $until }
role-now = obecnie

## Standing

status = { $status ->
    [verified] zweryfikowane
    [corroborated] potwierdzone niezależnie
    [reported] podane
    [unverified] niezweryfikowane
    [disputed] sporne
    [refuted] obalone
    [superseded] zastąpione
   *[withdrawn] wycofane
}
status-of = { status }: { $words }
status-count = { status }: { $count }
standing = { $status ->
    [verified] Sami widzieliśmy dowód.
    [corroborated] Mówią to zgodnie co najmniej dwa niezależne źródła pierwotne.
    [reported] Mówi to jedno źródło pierwotne; sami tego nie widzieliśmy.
    [unverified] Powiedziane, ale nieocenione, albo nie wiemy, kto to powiedział.
    [disputed] Są dowody za i przeciw.
    [refuted] Wykazano, że to nieprawda.
    [superseded] Zastąpione tym, co ustalono później.
   *[withdrawn] Już tego nie mówimy.
}
standing-reported-by-several = Mówi to więcej niż jedno źródło pierwotne; sami tego nie widzieliśmy.
standing-corroborated-by = { $count ->
    [one] Mówi to co najmniej jedno niezależne źródło pierwotne.
    [few] Mówią to zgodnie co najmniej { $count } niezależne źródła pierwotne.
    [many] Mówi to zgodnie co najmniej { $count } niezależnych źródeł pierwotnych.
   *[other] Mówi to zgodnie co najmniej { $count } niezależnych źródeł pierwotnych.
}
standing-takes = { $status ->
    [verified] Zachowana kopia, w której wskazujemy miejsce, które to pokazuje, albo własne sprawdzenie z podaniem, kto sprawdził, kiedy i jak.
    [corroborated] { $count ->
        [one] Co najmniej jedno niezależne źródło pierwotne.
        [few] Co najmniej { $count } niezależne źródła pierwotne, które dotarły do nas co najmniej { $count } drogami.
        [many] Co najmniej { $count } niezależnych źródeł pierwotnych, które dotarły do nas co najmniej { $count } drogami.
       *[other] Co najmniej { $count } niezależnych źródeł pierwotnych, które dotarły do nas co najmniej { $count } drogami.
    }
    [reported] Co najmniej jedno źródło pierwotne, wymienione lub opisane.
    [unverified] Co najmniej jeden dokument, w którym to powiedziano.
    [disputed] Co najmniej jeden dowód, który je wspiera, i jeden, który mu przeczy.
    [refuted] Dowody przeciw niemu, które wystarczyłyby, by przeciwne twierdzenie uznać za potwierdzone niezależnie lub zweryfikowane.
    [superseded] Późniejsze twierdzenie, które je zastąpiło.
   *[withdrawn] Powód, z datą.
}

## Who says so, and how they know

confidential-source = Źródło poufne
confidential-no-reason = Nie jest tu wymienione; powodu nie podano.
knows = { $basis ->
    [witness] na podstawie własnej obecności na miejscu
    [own-reporting] na podstawie własnych ustaleń
    [document] na podstawie dokumentu
    [recording] na podstawie nagrania
    [statement] we własnym imieniu
   *[unstated] bez podania, skąd to wiadomo
}
says-so = { $count ->
    [one] { $names } mówi to { knows }
   *[other] { $names } mówią to { knows }
}
says-in-own-name = we własnym imieniu
says-nobody = Nie wiadomo, kto powiedział to pierwszy
says-others-too = { $count ->
    [one] Mówi to też ktoś jeszcze.
   *[other] Mówią to też inni: { $count }.
}
disputed-by = { $count ->
    [0] Są dowody przeciw temu.
    [one] { $names } mówi, że tak nie jest.
   *[other] { $names } mówią, że tak nie jest.
}
read-it = { $verb ->
    [heard] Słyszeliśmy to { $where }{ $way }{ $elsewhere }.
    [saw] Widzieliśmy to { $where }{ $way }{ $elsewhere }.
   *[read] Czytaliśmy to { $where }{ $way }{ $elsewhere }.
}
read-not-opened = Ma to być { $where }{ $way } (tego nie otworzyliśmy){ $elsewhere }.
read-where = { $whose ->
    [named] { read-noun } ({ $name })
    [title] { read-noun } „{ $title }”
   *[it] { $kind ->
        [article] we własnym artykule
        [wire] we własnej depeszy
        [broadcast] we własnej audycji
        [recording] we własnym nagraniu
        [film] we własnym filmie
        [transcript] we własnej transkrypcji
        [statement] we własnym oświadczeniu
        [interview] we własnym wywiadzie
        [letter] we własnym liście
        [report] we własnym raporcie
        [book] we własnej książce
        [dataset] we własnym zbiorze danych
        [photograph] na własnej fotografii
       *[post] we własnym wpisie
    }
}
read-noun = { $kind ->
    [article] w artykule
    [wire] w depeszy
    [broadcast] w audycji
    [recording] w nagraniu
    [film] w filmie
    [transcript] w transkrypcji
    [statement] w oświadczeniu
    [interview] w wywiadzie
    [letter] w liście
    [report] w raporcie
    [book] w książce
    [dataset] w zbiorze danych
    [photograph] na fotografii
   *[post] we wpisie
}
read-dated = { $dated ->
    [day] { $where } z { $date }
   *[other] { $where }, data: { $date }
}
read-republished = { $where }, w ponownej publikacji{ $by ->
    [none] {""}
   *[named] {" "}({ $name })
}{ $dated ->
    [none] {""}
    [day] {" "}z { $date }
   *[other] , data: { $date }
}
read-by-way = , za pośrednictwem: { $names }
read-elsewhere = { $count ->
    [one] , a także w jednym innym dokumencie
   *[other] , a także w { $count } innych dokumentach
}
checked = { $by } – sprawdzenie dla nas ({ $date }): { $how }

## How origins are counted

counted-none = brak znanego źródła pierwotnego
counted-one = jedno źródło pierwotne
counted-independent = { $origins ->
    [one] 1 niezależne źródło pierwotne
    [few] { $origins } niezależne źródła pierwotne
    [many] { $origins } niezależnych źródeł pierwotnych
   *[other] { $origins } niezależnych źródeł pierwotnych
}
counted-on-ways = { $ways ->
    [one] { counted-independent }, jedną drogą
   *[other] { counted-independent }, { $ways } drogami
}
counted-by-outlets = { $count ->
    [one] , przekazane dalej przez jedno medium
    [few] , przekazane dalej przez { $count } media
    [many] , przekazane dalej przez { $count } mediów
   *[other] , przekazane dalej przez { $count } mediów
}
counted-by-others = { $count ->
    [one] , przekazane dalej przez jednego pośrednika
   *[other] , przekazane dalej przez { $count } pośredników
}
counted-as-many-ways = Dotarły do nas { $ways } drogami, każde przez inne ręce.
counted-narrow = Wszystko przeszło przez: { $names }.
why-known = Podano, skąd to wiadomo: jedno źródło pierwotne.
why-merged-in = Liczone jako jedno źródło pierwotne; łączy je: { $names }.
why-merged = Liczone jako jedno źródło pierwotne: są ze sobą związane.
why-only-unstated = Nie podano, skąd to wiadomo. Wszystkie takie liczą się razem jako jedno źródło pierwotne, bo innego nie ma.
why-unstated = Nie dodaje źródła pierwotnego: nie podano, skąd to wiadomo; mogło być przejęte od innych.
why-secret-none = Nie dodaje źródła pierwotnego: nie jest niezależne od innego, z powodu, który pozostaje poufny.
why-secret = Liczone razem z innym jako jedno źródło pierwotne, z powodu, który pozostaje poufny.
why-round-up-of-named = Nie dodaje źródła pierwotnego: to zestawienie innych, które już wymieniono.
why-round-up-none = Nie dodaje źródła pierwotnego: to zestawienie, które ma wspólne źródła z innym.
why-round-up = Zestawienie innych, których poza tym nie wymieniono: razem jedno źródło pierwotne.
why-circle = Nie dodaje źródła pierwotnego: dokumenty wywodzą się jeden z drugiego w kółko, więc nie wiadomo, kto powiedział to pierwszy.
why-withdrawn = Nie dodaje źródła pierwotnego: dokument, albo to, co powtarza, wycofano.
why-side = { $side ->
    [for] Za: { $counted }.
   *[against] Przeciw: { $counted }.
}
why-corroborated = { $count ->
    [one] Liczymy: { $counted }; ten raport wymaga co najmniej jednego.
   *[other] Liczymy: { $counted }; ten raport wymaga co najmniej { $count }.
}
why-counted = Liczymy: { $counted }.
why-superseded = Teraz mówimy: „{ $text }”
why-shown = Zachowana kopia dokumentu „{ $title }” to pokazuje{ $at }.
why-shown-false = Zachowana kopia dokumentu „{ $title }” pokazuje, że tak nie jest{ $at }.

## Replies

reply-not-sought = { $name }: nie pytano
reply-none = { $name }: zapytano{ $asked }, brak odpowiedzi
reply-none-in-time = { $name }: zapytano{ $asked }, brak odpowiedzi w wyznaczonym czasie ({ $deadline })
reply-no-comment = { $name }: zapytano{ $asked }, odmowa komentarza{ $date }
reply-denied = { $name } mówi, że tak nie jest{ $date }
reply-confirmed = { $name } mówi, że tak jest{ $date }
reply-because = { $said }; powód: { $why }
reply-not-recorded = { $name }: nie zapisano tu odpowiedzi.
reply-answers = { $name } odpowiada: „{ $text }”

## What pages are called, and what they hold

page-front = Strona główna
page-timeline = Oś czasu
page-attribution = Kto co mówi
page-corrections = Sprostowania
page-method = Jak weryfikujemy
page-search = Wyszukiwanie
page-not-found = Nie ma takiej strony
about-method = Co oznacza każdy stan, co muszą pokazać dowody i jak liczymy niezależne źródła pierwotne.
about-search = Wszyscy i wszystko w tym raporcie według liter: osoby, organizacje, źródła, dokumenty i artykuły.
about-not-found = Pod tym adresem nie ma strony.
about-attribution = Kto co mówi i przez kogo to do nas dotarło.
about-attribution-alone = { $count ->
    [one] Kto co mówi i przez kogo to do nas dotarło. Jedno twierdzenie ma tylko jedno źródło: { $name }.
    [few] Kto co mówi i przez kogo to do nas dotarło. { $count } twierdzenia mają tylko jedno źródło: { $name }.
    [many] Kto co mówi i przez kogo to do nas dotarło. { $count } twierdzeń ma tylko jedno źródło: { $name }.
   *[other] Kto co mówi i przez kogo to do nas dotarło. { $count } twierdzeń ma tylko jedno źródło: { $name }.
}
about-corrections-none = Dotąd brak sprostowań. Gdy coś sprostujemy, będzie to wymienione tutaj.
about-corrections = { $count ->
    [one] Jedna zmiana w tym, co mówiliśmy; ostatnia dotyczy: „{ $latest }”.
    [few] { $count } zmiany w tym, co mówiliśmy; ostatnia dotyczy: „{ $latest }”.
    [many] { $count } zmian w tym, co mówiliśmy; ostatnia dotyczy: „{ $latest }”.
   *[other] { $count } zmian w tym, co mówiliśmy; ostatnia dotyczy: „{ $latest }”.
}
about-timeline = { $count ->
    [one] Jedno wydarzenie, od „{ $first }” do „{ $last }”.
    [few] { $count } wydarzenia, od „{ $first }” do „{ $last }”.
    [many] { $count } wydarzeń, od „{ $first }” do „{ $last }”.
   *[other] { $count } wydarzeń, od „{ $first }” do „{ $last }”.
}
page-moved = Ta strona została przeniesiona: teraz to „{ $name }”.
kind-list = { $kind ->
    [person] Osoby
    [organisation] Organizacje
    [source] Źródła
    [document] Dokumenty
    [date] Daty
    [claim] Twierdzenia
   *[article] Artykuły
}
kind-one = { $kind ->
    [person] osoba
    [organisation] organizacja
    [source] źródło
    [document] dokument
    [date] data
    [claim] twierdzenie
   *[article] artykuł
}
kind-none = { $kind ->
    [person] W tym raporcie nie wymieniono dotąd żadnej osoby.
    [organisation] W tym raporcie nie działa dotąd żadna organizacja.
    [source] Nie wpisano dotąd żadnego źródła.
    [document] Nie wpisano dotąd żadnego dokumentu.
    [date] Nie wpisano dotąd żadnych dat.
    [claim] Nie wpisano dotąd żadnych twierdzeń.
   *[article] Nie opublikowano dotąd żadnego artykułu.
}
kind-count = { $kind ->
    [person] { $count ->
        [one] 1 wymieniona osoba
        [few] { $count } wymienione osoby
        [many] { $count } wymienionych osób
       *[other] { $count } wymienionych osób
    }
    [organisation] { $count ->
        [one] 1 organizacja, która działa
        [few] { $count } organizacje, które działają
        [many] { $count } organizacji, które działają
       *[other] { $count } organizacji, które działają
    }
    [source] { $count ->
        [one] 1 źródło, z którego wiemy
        [few] { $count } źródła, z których wiemy
        [many] { $count } źródeł, z których wiemy
       *[other] { $count } źródeł, z których wiemy
    }
    [document] { $count ->
        [one] 1 dokument, otwarty lub tylko znany
        [few] { $count } dokumenty, otwarte lub tylko znane
        [many] { $count } dokumentów, otwartych lub tylko znanych
       *[other] { $count } dokumentów, otwartych lub tylko znanych
    }
    [date] { $count ->
        [one] 1 wydarzenie
        [few] { $count } wydarzenia
        [many] { $count } wydarzeń
       *[other] { $count } wydarzeń
    }
    [claim] { $count ->
        [one] 1 twierdzenie, według stanu
        [few] { $count } twierdzenia, według stanu
        [many] { $count } twierdzeń, według stanu
       *[other] { $count } twierdzeń, według stanu
    }
   *[article] { $count ->
        [one] 1 artykuł
        [few] { $count } artykuły
        [many] { $count } artykułów
       *[other] { $count } artykułów
    }
}
document-kind = { $kind ->
    [article] artykuł
    [wire] depesza
    [broadcast] audycja
    [recording] nagranie
    [film] film
    [transcript] transkrypcja
    [statement] oświadczenie
    [interview] wywiad
    [letter] list
    [report] raport
    [book] książka
    [dataset] zbiór danych
    [photograph] fotografia
   *[post] wpis
}
see-other-name = { $other } (zobacz: { $name })
speaks-for = Mówi w imieniu instytucji
undated = bez daty
withdrawn-document = Wycofane przez wydawcę ({ $date }): { $why }
band-draft = szkic
band-embargo = objęte embargiem do { $date }, { $clock } ({ $zone })

## How much rests on a source

weight-none = Żadne twierdzenie w tym raporcie nie opiera się na tym źródle.
weight-only-claim = jedyne twierdzenie raportu opiera się tylko na tym źródle
weight-alone = { $count ->
    [one] jedno z { $claims } twierdzeń raportu opiera się tylko na tym źródle
    [few] { $count } z { $claims } twierdzeń raportu opierają się tylko na tym źródle
    [many] { $count } z { $claims } twierdzeń raportu opiera się tylko na tym źródle
   *[other] { $count } z { $claims } twierdzeń raportu opiera się tylko na tym źródle
}
weight-nothing-alone = nic nie opiera się tylko na tym źródle
weight-shared = { $count ->
    [one] jedno twierdzenie opiera się na nim i na innych
    [few] { $count } twierdzenia opierają się na nim i na innych
    [many] { $count } twierdzeń opiera się na nim i na innych
   *[other] { $count } twierdzeń opiera się na nim i na innych
}
weight-passed-on = { $count ->
    [one] to źródło przekazało dalej jedno twierdzenie, które inni powiedzieli wcześniej
    [few] to źródło przekazało dalej { $count } twierdzenia, które inni powiedzieli wcześniej
    [many] to źródło przekazało dalej { $count } twierdzeń, które inni powiedzieli wcześniej
   *[other] to źródło przekazało dalej { $count } twierdzeń, które inni powiedzieli wcześniej
}

## Time

known-published = Opublikowano: „{ $title }”
known-moves = { $count ->
    [one] Jedno twierdzenie z nowym stanem
    [few] { $count } twierdzenia z nowym stanem
    [many] { $count } twierdzeń z nowym stanem
   *[other] { $count } twierdzeń z nowym stanem
}
known-on = Co było wiadomo { $date }
about-known = { $count ->
    [one] Stan każdego twierdzenia na koniec dnia { $date }. Tego dnia jedno twierdzenie miało nowy stan: „{ $first }”
    [few] Stan każdego twierdzenia na koniec dnia { $date }. Tego dnia { $count } twierdzenia miały nowy stan: „{ $first }”
    [many] Stan każdego twierdzenia na koniec dnia { $date }. Tego dnia { $count } twierdzeń miało nowy stan: „{ $first }”
   *[other] Stan każdego twierdzenia na koniec dnia { $date }. Tego dnia { $count } twierdzeń miało nowy stan: „{ $first }”
}
choose-what = Co
choose-who = Kto
choose-source = Od kogo
choose-standing = Twierdzenia o stanie
lane-happened = Co się wydarzyło
lane-known = Co stało się wiadome

## What was published, and what changed

edition-first = pierwsza publikacja
edition-words = zmieniono brzmienie
edition-beside = zmieniono brzmienie tego, co stoi obok
edition-moved = przeniesiono tu spod innego adresu
edition-stood = poprzedni stan: { status }
edition-words-and-standing = zmieniono brzmienie; poprzedni stan: { status }
edition-evidence = zmieniono dowody lub to, co jeszcze o tym podano
change-kind = { $kind ->
    [standing] zmiana stanu
    [correction] sprostowanie
    [clarification] wyjaśnienie
    [update] aktualizacja
   *[withdrawal] wycofanie
}
change-said = Wcześniej mówiliśmy: { $words }
change-now = Teraz mówimy: { $words }
feed-of-corrections = { $report }: sprostowania
feed-of-articles = { $report }: artykuły

## Citing

cite-in = W: { $container }
cite-part = { $part ->
    [volume] t.
    [issue] nr
   *[pages] s.
} { $value }
cite-opened = otwarto: { $date }
cite-not-opened = znane nam, ale przez nas nieotwarte
cite-updated = aktualizacja: { $date }
cite-as-of = stan na: { $date }

## Pictures

stage-first = Kto powiedział to pierwszy
stage-relay = Kto przekazał to dalej
stage-opened = Co otworzyliśmy
stage-known-of = O czym wiemy
stage-report = Jaki jest stan
picture-way = Jak dotarło do nas „{ $text }”
picture-way-dotted = Linia kropkowana: nie podano, skąd to wiadomo.
picture-against = przeczy temu; { $knows }
picture-not-opened = przez nas nieotwarte
picture-this-report = Ten raport
picture-nobody = Nikt, kogo możemy wymienić
picture-others = i inni
picture-others-below = wszyscy są wymienieni poniżej
picture-narrow = wszystko przechodzi tędy
picture-and-narrow = { $aside }; wszystko przechodzi tędy
picture-overview = Kto co mówi i przez kogo to do nas dotarło
picture-overview-part = Narysowano drogi, którymi dotarło do nas najwięcej twierdzeń: { $drawn } z { $all }.
picture-overview-key = Im grubsza linia, tym więcej twierdzeń; kropkowana: nie podano, skąd to wiadomo. W tabeli poniżej są wszyscy, w liczbach.
picture-alone = tylko stąd: { $count }
picture-shared = wraz z innymi: { $count }
picture-alone-and-shared = tylko stąd: { $count }, wraz z innymi: { $shared }
picture-weight = Jak wiele w raporcie zależy od źródła: { $name }
picture-square = { $count ->
    [one] Kwadrat to jedno twierdzenie.
    [few] Kwadrat to najwyżej { $count } twierdzenia.
    [many] Kwadrat to najwyżej { $count } twierdzeń.
   *[other] Kwadrat to najwyżej { $count } twierdzeń.
}
weight-part-alone = Opierają się tylko na nim: { $count }
weight-part-shared = Mówią je też inni: { $count }
weight-part-passed-on = Tylko przekazane przez nie dalej: { $count }
weight-part-against = Takie, którym przeczy: { $count }
weight-part-rest = Wszystkie inne twierdzenia: { $count }
picture-timeline = Co się wydarzyło i co kiedy stało się wiadome
picture-timeline-period = Co się wydarzyło i co kiedy stało się wiadome: { $period }
picture-period-larger = { $period }, w powiększeniu
picture-entries = { $count ->
    [one] 1 pozycja
    [few] { $count } pozycje
    [many] { $count } pozycji
   *[other] { $count } pozycji
}

## In an article's text

prose-table = Tabela
prose-notes = Przypisy
prose-back = Powrót do tekstu
prose-claim = twierdzenie
prose-symbolic = Zdjęcie symboliczne

## Around every page

base-skip = Przejdź do tekstu
base-menu = Ten raport
base-not-public = Niepubliczne
base-crumbs = Gdzie jest ta strona
base-about = O tym raporcie
base-not-public-why = Niepubliczne:
base-notes = Notatki dla redakcji, nigdy niepublikowane:
base-changed = Ostatnia zmiana tej strony:
base-published-by = , wydawca:
base-licence = Licencja: { $licence }.
base-contact = Kontakt:
base-feed-corrections = Kanał ze sprostowaniami
base-feed-articles = Kanał z artykułami
base-data = Fakty jako dane
not-found-what = Pod tym adresem nie ma strony. To, co raz opublikowano, zachowuje swój adres; może brakuje jednej litery.
not-found-front = Strona główna
not-found-letters = Wszystko według liter
moved-here = Ta strona została przeniesiona:

## Articles

article-also-in = Inne języki:
article-changes = { $count ->
    [one] Jedna zmiana od publikacji
    [few] { $count } zmiany od publikacji
    [many] { $count } zmian od publikacji
   *[other] { $count } zmian od publikacji
}
article-contents = Spis treści
article-marks = Co oznaczają znaki pod słowami
article-claims = Twierdzenia tego artykułu
article-rest = Na czym się opierają
article-changed = Co zmieniono
published-when = Kiedy opublikowano
cite-this = Jak to cytować
article-others = Inne artykuły
before-it = Przedtem:
after-it = Potem:
byline-by = Tekst:
byline-updated = aktualizacja:
byline-minutes = { $count ->
    [one] minuta czytania
    [few] { $count } minuty czytania
    [many] { $count } minut czytania
   *[other] { $count } minut czytania
}

## Claims

card-changed = ostatnia zmiana:
card-more = Skąd wiemy
claim-kind = { $kind ->
    [utterance] Co powiedziano
    [denial] Zaprzeczenie
    [assessment] Ocena
   *[occurrence] Twierdzenie
}
claim-replaced-by = Zastąpione przez:
claim-speaker = Czyje to słowa
when = Kiedy
claim-hedge = Zastrzeżenie samego źródła
claim-about = Dotyczy
claim-adverse = Komu może zaszkodzić
not-named = Tu niewymienieni
claim-reviewed = Ostatnio przejrzane
claim-review-by = Termin przejrzenia
claim-replies = Co mówią ci, którym może zaszkodzić
claim-why = Dlaczego ma taki stan
claim-support = Co je wspiera
claim-dispute = Co mu przeczy
claim-context = Co pomaga je zrozumieć
claim-beside = Twierdzenia obok niego
claim-contradicts = Nie może być prawdą razem z nim
claim-refines = Uściśla te twierdzenia
claim-refined-by = Uściślają je
claim-supersedes = Zastąpiło te twierdzenia
claim-history = Jaki miało stan i kiedy
claim-corrections = Co zmieniliśmy we własnych słowach
claim-corrections-none = Dotąd nic.
claims-none = Dotąd brak twierdzeń. Gdy jakieś będą, znajdą się tutaj według stanu.
claims-part = Część { $part } z { $parts }
claims-parts = Części tej listy
claims-by-standing = Według stanu.
claim-said-by = kto mówi:
claim-with-hedge = z zastrzeżeniem „{ $words }”
contested = Gdzie inni mu przeczą
contested-not-both = Nie może być prawdą razem z nim:
contested-by = { $count ->
    [one] Tak nie jest, mówi
   *[other] Tak nie jest, mówią
}
counted-through = Wszystko przeszło przez:
counted-nobody = Brak źródła pierwotnego, które możemy wymienić
counted-group = { $count ->
    [0] niczego nie dodaje
    [one] liczy się jako jedno
   *[other] liczy się jako { $count }
}
piece-said = Kto powiedział to pierwszy:
piece-passed = Kto przekazał to dalej:
piece-nobody = nikt, kogo możemy wymienić
piece-opened = Otworzyliśmy:
piece-known-of = Wiemy o dokumencie:
piece-shown = ; pokazuje to sama zachowana kopia
quotation-what = Słowa:
quotation-told-in = , przytoczone w:
quotation-in = , w:
quotation-translated = przetłumaczone
quotation-translated-by = tłumaczenie: { $name }
standings-all = Wszystkie o stanie „{ status }”: { $count }
interested = strona w tej sprawie

## People, bodies, sources

about-somebody = Twierdzenia, które dotyczą: { $name }
replies = Odpowiedzi
what-it-is = Co to jest
country = Kraj
part-of = Należy do
owned-by = Właściciel
belonging = W skład wchodzą
people = Osoby
dates = Daty
said-by-somebody = Co mówi { $name }
documents = Dokumenty
in-articles = W artykułach
claims-count = { $count ->
    [0] brak twierdzeń
    [one] 1 twierdzenie
    [few] { $count } twierdzenia
    [many] { $count } twierdzeń
   *[other] { $count } twierdzeń
}
also-written = Inne zapisy: { $names }
interested-itself = Strona w tej sprawie.
roles = Funkcje
person-speaks-for = Mówi w imieniu
source-alone = Co opiera się tylko na tym źródle
source-alone-what = Bez niego te twierdzenia nie mają żadnego źródła pierwotnego.
source-shared = Co powiedziało pierwsze, a powiedzieli też inni
source-passed-on = Co tylko przekazało dalej
source-disputed = Czemu przeczy

## Who says what

attribution-what = Kto co mówi w tym raporcie i przez kogo to do nas dotarło.
attribution-table = Kto co mówi i przez kogo
attribution-order = Najpierw ci, na których samych opiera się najwięcej
attribution-who = Kto
attribution-alone = Opiera się tylko na nich
attribution-shared = Mówią też inni
attribution-passed-on = Przekazane dalej
attribution-through = Przez kogo do nas dotarło
attribution-nobody = bez pośredników
attribution-none = Dotąd nikt nic nie powiedział. Gdy twierdzenie ma dowody, jest tu wymienione, kto powiedział je pierwszy.

## Documents

document-opened = otworzyliśmy
document-kept = kopia zachowana
document-used = { $count ->
    [0] nie korzysta z tego żadne twierdzenie
    [one] korzysta z tego 1 twierdzenie
    [few] korzystają z tego { $count } twierdzenia
    [many] korzysta z tego { $count } twierdzeń
   *[other] korzysta z tego { $count } twierdzeń
}
document-publisher = Wydawca
document-authors = Autorstwo
document-published = Opublikowano
document-created = Napisano lub nagrano
document-accessed = Otworzyliśmy
document-never-opened = Nie: tylko o nim wiemy.
language = Język
document-copy = Zachowana kopia
document-copy-public = kopia taka, jaką zachowaliśmy
document-copy-none = brak
document-repeats = Co powtarza
document-repeats-what = Nie jest od tego niezależny.
document-copies = Co go powtarza lub z niego powstało
document-passages = Cytowane fragmenty
document-claims = Twierdzenia, które z niego korzystają
document-copy-not-public = { $size }, nieopublikowana
document-passage-for = Do twierdzenia:

## Dates and time

where = Gdzie
date-who = Kto
date-bodies = Organizacje
date-claims = Co się o tym twierdzi
date-beside = Na osi czasu
event-with = z udziałem:
event-unnamed = niewymienieni: { $count }
event-claims = twierdzenia:
timeline-list = Wszystkie daty na jednej liście
timeline-key = Znak to dzień, pasek to wszystkie dni, przez które coś trwało; sam obrys: jeden z tych dni; linia przerywana: mniej więcej wtedy; kropki na końcu: nie wiadomo, od kiedy lub do kiedy. Wszystko jest wymienione poniżej.
timeline-none = Dotąd brak dat. Gdy jakieś będą, znajdą się tutaj w kolejności czasu.
timeline-known = Co kiedy stało się wiadome
choose-all-shown = Pokazano wszystko: { $count }.
choose-some-shown = Pokazano { $count } z { $all }.
choose-any = wszystko
choose-whole-time = cały okres
choose-reset = Pokaż wszystko
known-at-end-of = Co było wiadomo na koniec dnia { $date }.
known-changes = Co się zmieniło tego dnia
step-days = Dni, w których coś się zmieniło
step-before = Przedtem:
step-after = Potem:
step-place = Dzień { $place } z { $days }, w których coś się zmieniło
step-all = wszystkie
change-known = Co było wiadomo:
change-since-then = , odtąd
change-had-said = Wcześniej mówiliśmy
change-now-say = Teraz mówimy
edition-number = publikacja { $number }
corrections-feed = Śledź je w kanale

## Front page

front-report = Raport
front-timeline = Oś czasu
front-standings = Jaki stan ma każde twierdzenie
front-no-claims = Dotąd brak twierdzeń. Gdy jakieś będą, znajdzie się tu stan każdego z nich.
front-changes = Ostatnie zmiany
front-no-changes = Dotąd brak zmian. Gdy zmieni się stan albo coś sprostujemy, będzie to wymienione tutaj.
front-all-articles = Wszystkie artykuły
front-more-articles = Więcej artykułów
front-claims = { $count ->
    [one] W tym raporcie jest jedno twierdzenie.
    [few] W tym raporcie są { $count } twierdzenia.
    [many] W tym raporcie jest { $count } twierdzeń.
   *[other] W tym raporcie jest { $count } twierdzeń.
}

## How we verify

method-what = Każde zdanie jest tu związane z twierdzeniem, każde twierdzenie z dowodami, a dowody z tym, kto powiedział to pierwszy.
method-standings = Co oznaczają stany
method-lower = Twierdzenie może mieć stan niższy, niż pozwalają dowody, nigdy wyższy.
method-counting = Jak liczymy źródła pierwotne
method-origins = Liczymy, kto powiedział coś pierwszy, a nie ile razy to powtórzono. Przekazanie dalej nigdy nie dodaje źródła pierwotnego: agencja, która powtarza za czasopismem, to wciąż to czasopismo. Ci, którzy są ze sobą związani albo mówią w imieniu tej samej instytucji, liczą się jako jedno źródło. Źródła pierwotne, które nie podają, skąd wiedzą, nigdy nie dodają się do innych: mogły wszystkie przepisać jedno od drugiego.
method-figures = Ten raport w liczbach
method-single = które opierają się na jednym źródle pierwotnym
method-adverse = które mogą komuś zaszkodzić
method-answered = z tego z odpowiedzią lub powodem jej braku
method-opened = Dokumenty, które otworzyliśmy
method-known-of = Dokumenty, o których tylko wiemy
method-data = Do zabrania
method-record = Co kiedy opublikowano
method-record-what = Każda publikacja jest zapisana: brzmienie i stan każdego twierdzenia, brzmienie każdego artykułu, i kiedy. Każdy zapis zawiera sumę kontrolną poprzedniego, więc żadnego nie można później zmienić tak, by nie było tego widać. Kto zachował tę liczbę albo starszą kopię tej witryny, może sprawdzić, że niczego nie zmieniono po cichu.
method-publications = Publikacje
method-newest = Najnowsza
method-digest = Suma kontrolna zapisu (SHA-256)
method-record-itself = Sam zapis
method-known = Co kiedy było wiadomo
method-data-evidence = dowody
method-data-replies = odpowiedzi
method-data-history = historia
method-data-corrections = sprostowania
method-data-calendar = kalendarz
method-none = tu żadnych
method-takes = Wymagane dowody: { $takes }
method-ways = Dwa źródła pierwotne, o których wiemy tylko od jednej agencji, dotarły jedną drogą: jeśli agencja się pomyliła, upadają oba. { $count ->
    [one] Wystarczy tu jedno niezależne źródło pierwotne, by twierdzenie było potwierdzone niezależnie.
    [few] Potrzebne są tu { $count } niezależne źródła pierwotne, które dotarły tyloma samymi drogami, by twierdzenie było potwierdzone niezależnie.
    [many] Potrzeba tu { $count } niezależnych źródeł pierwotnych, które dotarły tyloma samymi drogami, by twierdzenie było potwierdzone niezależnie.
   *[other] Potrzeba tu { $count } niezależnych źródeł pierwotnych, które dotarły tyloma samymi drogami, by twierdzenie było potwierdzone niezależnie.
}
method-data-what = Wszystko, co ten raport wie, jest tu jako dane, dla arkuszy i programów.
method-data-package = Co oznacza każda kolumna: pakiet danych
method-data-table = tabela
method-data-references = jako odsyłacze bibliograficzne:

## Since the last visit

since-name = Od ostatniej wizyty
since-line = Od ostatniej wizyty ({ $date }): { $what }.
since-claims = { $count ->
    [one] jedno twierdzenie zmieniło stan
    [few] { $count } twierdzenia zmieniły stan
    [many] { $count } twierdzeń zmieniło stan
   *[other] { $count } twierdzeń zmieniło stan
}
since-corrections = { $count ->
    [one] jedna zmiana w naszych własnych słowach
    [few] { $count } zmiany w naszych własnych słowach
    [many] { $count } zmian w naszych własnych słowach
   *[other] { $count } zmian w naszych własnych słowach
}
since-older = dalsze, sprzed dłuższego czasu
since-all = Wszystkie zmiany
since-nothing = Od ostatniej wizyty ({ $date }) nic się nie zmieniło.
since-first = Przy następnej wizycie na tej stronie będzie lista tego, co się do tego czasu zmieniło.
since-kept = W tym celu przeglądarka zapamiętuje dzień wizyty i to, jakie zmiany wtedy były. Zostaje to wyłącznie w przeglądarce i nie jest nigdzie wysyłane.
since-forget = Zapomnij
since-off = Przeglądarka nie zapamiętuje wizyt na tej stronie, a tylko to, że ma tego nie robić.
since-again = Pamiętaj od teraz

## Search

search-what = Wszystko w tym raporcie, co ma stronę, według pierwszej litery.
search-words = Szukane słowa
search-only = Tylko
search-letters = Litery
search-none = Nic tu jeszcze nie ma. Co zostanie opublikowane, trafi na tę listę.
search-found-nothing = Nic nie znaleziono: „{ $words }”.
search-found = { $count ->
    [one] Jedna strona.
    [few] { $shown } strony.
    [many] { $shown } stron.
   *[other] { $shown } stron.
}
search-first = Pierwsze wyniki na liście: { $count }; kolejne słowo zawęzi wyszukiwanie.

## Cards for other sites, and programs that keep references

embed = Wstaw tę kartę na inną stronę
embed-what = Karta pokazuje przy każdym otwarciu, jaki jest stan twierdzenia i co od tego czasu sprostowano.
embed-card = Sama karta
cite-programs = Dla programów do bibliografii: BibTeX, CSL-JSON
