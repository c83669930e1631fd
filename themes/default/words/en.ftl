# What a report says of itself, in English.
#
# A line is `key = words`. What is put in stands in braces. `WORDS($count)` is a small number in words, by -numbers;
# `POSSESSIVE($name)` is a name with its ’s. A theme's own themes/<name>/words/en.ftl stands before this file, key by key.

-numbers = no, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve
number = { WORDS($count) }
quoted = “{ $words }”
bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
size = { $whole } { $unit }
size-with-tenths = { $whole }.{ $tenths } { $unit }

## Dates

date-time = { $day }, { $clock }
date-time-zone = { $day }, { $clock } ({ $zone })
date-about = about { $date }
date-uncertain = { $date }, uncertain
date-uncertain-within = { $date } (uncertain)
date-before-our-era = { $year } BC
date-day-alone = { $day }
date-day-of-month = a day in { $month }
date-month-of-year = a month in { $year }
date-day-of-year = a day in { $year }
date-spring = spring { $year }
date-summer = summer { $year }
date-autumn = autumn { $year }
date-winter = winter { $from }–{ $to }
date-winter-long-ago = winter from { $from } to { $to }
date-decade = the { $from }s
date-decade-short = { $from }s
date-years = the years { $from } to { $to }
date-from-to = { $unit ->
   *[other] from { $from } to { $to }
}
date-since = { $unit ->
   *[other] since { $date }
}
date-from = { $unit ->
   *[other] from { $date }
}
date-from-end-unknown = { $unit ->
   *[other] from { $date }, end unknown
}
date-by = { $unit ->
   *[other] by { $date }
}
date-until = { $unit ->
   *[other] until { $date }
}
date-until-start-unknown = { $unit ->
   *[other] until { $date }, start unknown
}
date-unknown = at an unknown time
date-end-of = the end of { $date }
date-between = { $unit ->
   *[other] between { $from } and { $to }
}
date-or-earlier = { $date } or earlier
date-or-later = { $date } or later

exact-time = { $doubt ->
    [none] Known to the { exact-unit }{ exact-zone }
    [uncertain] Given to the { exact-unit }, but not certain{ exact-zone }
    [approximate] The time is an estimate{ exact-zone }
   *[both] The time is an estimate, and not certain{ exact-zone }
}
exact-unit = { $unit ->
    [second] second
   *[minute] minute
}
exact-zone = { $zone ->
    [missing] ; in which time zone is not said.
   *[given] .
}
exact-day = Known to the day.
exact-month = Known to the month; the day is not known.
exact-year-month-unknown = Known to the year; the month is not known.
exact-year = Known to the year; the month and the day are not known.
exact-season = Known to the season, counted as { $from } to { $to }.
exact-decade = Known to the decade: some time from { $from } to { $to }.
exact-century = Known to the hundred years from { $from } to { $to }.
exact-doubtful = { $doubt ->
    [uncertain] Given as { $date }, but not certain.
    [approximate] About { $date }; this is an estimate.
   *[both] About { $date }; this is an estimate, and not certain.
}
exact-from-to = { $unit ->
   *[other] From { $from } to { $to }, both included
}
exact-since = { $unit ->
   *[other] Since { $date }; no end is set
}
exact-from = { $unit ->
   *[other] From { $date } on; when it ended is not known
}
exact-or-before = { $unit ->
    [day] On { $date } or before; how long before is not known
   *[other] In { $date } or before; how long before is not known
}
exact-until = { $unit ->
   *[other] Until { $date }; when it began is not known
}
exact-or-later = { $unit ->
    [day] On { $date } or later; how much later is not known.
   *[other] In { $date } or later; how much later is not known.
}
exact-unknown = Not known
exact-not-all = { $words }; not all of this is certain.
exact-one-of-days = { $unit ->
    [day] One of the days from { $from } to { $to }; which is not known.
    [month] One of the months from { $from } to { $to }; which is not known.
   *[other] One of the years from { $from } to { $to }; which is not known.
}
exact-one-of = { $dates }; which of these is not known.

filled-in = { $parts } filled in by us
filled-in-part = { $part ->
    [year] year
    [month] month
    [day] day
   *[time] time
}
role-since = since { $from }
role-from-to = from { $from } to { $until }
role-from = from { $from }
role-until = until { $until }
role-now = at present

## Standing

status = { $status ->
    [verified] verified
    [corroborated] corroborated
    [reported] reported
    [unverified] unverified
    [disputed] disputed
    [refuted] refuted
    [superseded] superseded
   *[withdrawn] withdrawn
}
status-of = { status }: { $words }
status-count = { $count } { status }
standing = { $status ->
    [verified] We have seen the proof ourselves.
    [corroborated] Two or more independent origins agree.
    [reported] One origin says so; we have not seen it for ourselves.
    [unverified] Said, but not assessed, or we do not know by whom.
    [disputed] There is evidence on both sides.
    [refuted] Shown to be false.
    [superseded] Replaced by what was found later.
   *[withdrawn] We no longer say this.
}
standing-reported-by-several = More than one origin says so; we have not seen it for ourselves.
standing-corroborated-by = { WORDS($count) } or more independent origins agree.
standing-takes = { $status ->
    [verified] A kept copy in which we point at the place that shows it, or a check of our own that says who looked, when and how.
    [corroborated] { $count ->
        [one] At least one independent origin.
       *[other] At least { WORDS($count) } independent origins, which reached us on at least { WORDS($count) } ways.
    }
    [reported] At least one origin, by name or described.
    [unverified] At least one document in which it is said.
    [disputed] At least one piece of evidence that supports it, and one that speaks against it.
    [refuted] Evidence against it that would be enough to call its opposite corroborated or verified.
    [superseded] The later claim that replaced it.
   *[withdrawn] The reason, with its date.
}

## Who says so, and how they know

confidential-source = A confidential source
confidential-no-reason = It is not named here; the reason is not given.
knows = { $voice ->
    [it] { $basis ->
        [witness] it was there
        [own-reporting] it found this out itself
        [document] it has a document
        [recording] it has a recording
        [statement] it speaks in its own name
       *[unstated] it does not say how it knows
    }
   *[they] { $basis ->
        [witness] they were there
        [own-reporting] they found this out themselves
        [document] they have a document
        [recording] they have a recording
        [statement] they speak in their own name
       *[unstated] they do not say how they know
    }
}
says-so = { $basis ->
    [statement] { $count ->
        [one] { $names } says so, { says-in-own-name }
       *[other] { $names } say so, { says-in-own-name }
    }
   *[other] { $count ->
        [one] { $names } says so; { knows }
       *[other] { $names } say so; { knows }
    }
}
says-in-own-name = { $voice ->
    [it] in its own name
   *[they] in their own name
}
says-nobody = Who said it first is not known
says-others-too = { $count ->
    [one] One other says so as well.
   *[other] { WORDS($count) } others say so as well.
}
disputed-by = { $count ->
    [0] There is evidence against it.
    [one] { $names } says it is not so.
   *[other] { $names } say it is not so.
}
read-it = { $verb ->
    [heard] We heard it { $where }{ $way }{ $elsewhere }.
    [saw] We saw it { $where }{ $way }{ $elsewhere }.
   *[read] We read it { $where }{ $way }{ $elsewhere }.
}
read-not-opened = It is said to be { $where }{ $way }, which we have not opened{ $elsewhere }.
read-where = { $whose ->
    [it] in its { read-noun }
    [they] in their { read-noun }
    [named] in { POSSESSIVE($name) } { read-noun }
   *[title] in the { read-noun } “{ $title }”
}
read-noun = { $kind ->
    [wire] report
   *[other] { document-kind }
}
read-dated = { $dated ->
    [day] { $where } of { $date }
   *[other] { $where } ({ $date })
}
read-republished = { $where }, as republished{ $by ->
    [none] {""}
   *[named] {" "}by { $name }
}{ $dated ->
    [none] {""}
    [day] {" "}on { $date }
   *[other] {" "}({ $date })
}
read-by-way = , by way of { $names }
read-elsewhere = { $count ->
    [one] , and in one other document
   *[other] , and in { WORDS($count) } other documents
}
checked = { $by } looked for us ({ $date }): { $how }

## How origins are counted

counted-none = no known origin
counted-one = one origin
counted-independent = { WORDS($origins) } independent origins
counted-on-ways = { $ways ->
    [one] { WORDS($origins) } independent origins, on one way
   *[other] { WORDS($origins) } independent origins, on { WORDS($ways) } ways
}
counted-by-outlets = { $count ->
    [one] , passed on by one outlet
   *[other] , passed on by { WORDS($count) } outlets
}
counted-by-others = { $count ->
    [one] , passed on by one other
   *[other] , passed on by { WORDS($count) } others
}
counted-as-many-ways = They reached us on { WORDS($ways) } ways, each through other hands.
counted-narrow = All of it came through { $names }.
why-known = It says how it knows: one origin.
why-merged = Counted as one origin: they belong together.
why-merged-in = Counted as one origin; what ties them together: { $names }.
why-only-unstated = It does not say how it knows. All that do not are counted as one origin, for there is no other.
why-unstated = Adds no origin: it does not say how it knows, and may have copied from another.
why-secret-none = Adds no origin: it is not independent of another, for a reason that is kept confidential.
why-secret = Counted as one origin with another, for a reason that is kept confidential.
why-round-up-of-named = Adds no origin: a round-up of others that are named already.
why-round-up-none = Adds no origin: a round-up that shares its sources with another.
why-round-up = A round-up of others that are not named otherwise: one origin together.
why-circle = Adds no origin: its documents derive from one another in a circle, so nobody is known to have said it first.
why-withdrawn = Adds no origin: the document, or what it repeats, was withdrawn.
why-side = { $side ->
    [for] For it: { $counted }.
   *[against] Against it: { $counted }.
}
why-corroborated = We count { $counted }; this report asks for at least { WORDS($count) }.
why-counted = We count { $counted }.
why-superseded = We now say: “{ $text }”
why-shown = The kept copy of “{ $title }” shows it{ $at }.
why-shown-false = The kept copy of “{ $title }” shows that it is not so{ $at }.

## Replies

reply-not-sought = { $name } was not asked
reply-none = { $name } was asked{ $asked } and has not replied
reply-none-in-time = { $name } was asked{ $asked } and had not replied when the time given had passed ({ $deadline })
reply-no-comment = { $name } was asked{ $asked } and would not comment{ $date }
reply-denied = { $name } says it is not so{ $date }
reply-confirmed = { $name } says it is so{ $date }
reply-because = { $said }: { $why }
reply-not-recorded = No reply from { $name } is recorded here.
reply-answers = { $name } answers: “{ $text }”

## What pages are called, and what they hold

page-front = Front page
page-timeline = Timeline
page-attribution = Who says what
page-corrections = Corrections
page-method = How we verify
page-search = Search
page-not-found = No such page
about-method = What each standing means, what the evidence must show for it, and how we count independent origins.
about-search = Everyone and everything in this report by letter: people, organisations, sources, documents and articles.
about-not-found = There is no page at this address.
about-attribution = Who says what, and through whom we have it.
about-attribution-alone = { $count ->
    [one] Who says what, and through whom we have it. One claim rests on { $name } alone.
   *[other] Who says what, and through whom we have it. { WORDS($count, begins: "sentence") } claims rest on { $name } alone.
}
about-corrections-none = No corrections so far. When we correct something, it is listed here.
about-corrections = { $count ->
    [one] One change to what we had said; the latest concerns “{ $latest }”.
   *[other] { WORDS($count) } changes to what we had said; the latest concerns “{ $latest }”.
}
about-timeline = { $count ->
    [one] One thing that happened, from “{ $first }” to “{ $last }”.
   *[other] { WORDS($count) } things that happened, from “{ $first }” to “{ $last }”.
}
page-moved = This page has moved: it is now “{ $name }”.
kind-list = { $kind ->
    [person] People
    [organisation] Organisations
    [source] Sources
    [document] Documents
    [date] Dates
    [claim] Claims
   *[article] Articles
}
kind-one = { $kind ->
    [person] person
    [organisation] organisation
    [source] source
    [document] document
    [date] date
    [claim] claim
   *[article] article
}
kind-none = { $kind ->
    [person] No person is named in this report so far.
    [organisation] No organisation acts in this report so far.
    [source] No source has been entered so far.
    [document] No document has been entered so far.
    [date] No dates have been entered so far.
    [claim] No claims have been entered so far.
   *[article] No article has been published so far.
}
kind-count = { $kind ->
    [person] { $count ->
        [one] One person named
       *[other] { WORDS($count) } people named
    }
    [organisation] { $count ->
        [one] One organisation that acts
       *[other] { WORDS($count) } organisations that act
    }
    [source] { $count ->
        [one] One source that informs us
       *[other] { WORDS($count) } sources that inform us
    }
    [document] { $count ->
        [one] One document that was opened or is known of
       *[other] { WORDS($count) } documents that were opened or are known of
    }
    [date] { $count ->
        [one] One thing that happened
       *[other] { WORDS($count) } things that happened
    }
    [claim] { $count ->
        [one] One claim, by how it stands
       *[other] { WORDS($count) } claims, by how they stand
    }
   *[article] { $count ->
        [one] One article
       *[other] { WORDS($count) } articles
    }
}
document-kind = { $kind ->
    [article] article
    [wire] wire
    [broadcast] broadcast
    [recording] recording
    [film] film
    [transcript] transcript
    [statement] statement
    [interview] interview
    [letter] letter
    [report] report
    [book] book
    [dataset] dataset
    [photograph] photograph
   *[post] post
}
see-other-name = { $other } (see { $name })
speaks-for = Speaks for it
undated = undated
withdrawn-document = Taken back by its publisher ({ $date }): { $why }
band-draft = a draft
band-embargo = under embargo until { $date }, { $clock } ({ $zone })

## How much rests on a source

weight-none = No claim in this report rests on it.
weight-only-claim = the report’s only claim rests on it alone
weight-alone = { $count ->
    [one] one of the report’s { WORDS($claims) } claims rests on it alone
   *[other] { WORDS($count) } of the report’s { WORDS($claims) } claims rest on it alone
}
weight-nothing-alone = nothing rests on it alone
weight-shared = { $count ->
    [one] one claim rests on it and on others
   *[other] { WORDS($count) } claims rest on it and on others
}
weight-passed-on = { $count ->
    [one] it passed on one claim that others had said first
   *[other] it passed on { WORDS($count) } claims that others had said first
}

## Time

known-published = Published: “{ $title }”
known-moves = { $count ->
    [one] One claim with a new standing
   *[other] { WORDS($count) } claims with a new standing
}
known-on = As known on { $date }
about-known = { $count ->
    [one] How each claim stood at the end of { $date }. On that day one claim had a new standing: “{ $first }”
   *[other] How each claim stood at the end of { $date }. On that day { WORDS($count) } claims had a new standing: “{ $first }”
}
choose-what = What
choose-who = Who
choose-source = From whom
choose-standing = Claims that stand as
lane-happened = What happened
lane-known = What became known

## What was published, and what changed

edition-first = first published
edition-words = its words changed
edition-beside = what stands beside its words changed
edition-moved = moved here from another address
edition-stood = it stood as { status } before
edition-words-and-standing = its words changed; it stood as { status } before
edition-evidence = its evidence, or what else is told of it, changed
change-kind = { $kind ->
    [standing] change of standing
    [correction] correction
    [clarification] clarification
    [update] update
   *[withdrawal] withdrawal
}
change-said = We had said: { $words }
change-now = We say now: { $words }
feed-of-corrections = { $report }: corrections
feed-of-articles = { $report }: articles

## Citing

cite-in = In: { $container }
cite-part = { $part ->
    [volume] vol.
    [issue] no.
   *[pages] pp.
} { $value }
cite-opened = opened { $date }
cite-not-opened = known of, not opened by us
cite-updated = updated { $date }
cite-as-of = as of { $date }

## Pictures

stage-first = Who said it first
stage-relay = Who passed it on
stage-opened = What we opened
stage-known-of = What we know of
stage-report = Where it stands
picture-way = How “{ $text }” reached us
picture-way-dotted = A dotted line: it is not said how they know.
picture-against = speaks against it; { $knows }
picture-not-opened = not opened by us
picture-this-report = This report
picture-nobody = Nobody we could name
picture-others = and others
picture-others-below = all of them are listed below
picture-narrow = all of it passes here
picture-and-narrow = { $aside }; all of it passes here
picture-overview = Who says what, and through whom it reached us
picture-overview-part = Drawn are the { $drawn } ways on which most claims reached us, of { $all }.
picture-overview-key = The thicker a line, the more claims; dotted, where it is not said how they know. The table below has everybody, in figures.
picture-alone = { $count } on it alone
picture-shared = { $count } with others
picture-alone-and-shared = { $count } on it alone, { $shared } with others
picture-weight = How much of the report rests on { $name }
picture-square = { $count ->
    [one] A square is a claim.
   *[other] A square is up to { $count } claims.
}
weight-part-alone = Rest on it alone: { $count }
weight-part-shared = Said by others too: { $count }
weight-part-passed-on = Only passed on by it: { $count }
weight-part-against = Spoken against by it: { $count }
weight-part-rest = All other claims: { $count }
picture-timeline = What happened, and what became known when
picture-timeline-period = What happened, and what became known when: { $period }
picture-period-larger = { $period }, drawn larger
picture-entries = { $count } entries

## In an article's text

prose-table = Table
prose-notes = Notes
prose-back = Back to the text
prose-claim = claim
prose-symbolic = Symbolic picture

## Around every page

base-skip = Skip to the text
base-menu = This report
base-not-public = Not public
base-crumbs = Where this page stands
base-about = About this report
base-not-public-why = Not public:
base-notes = Notes for the desk, never public:
base-changed = This page last changed:
base-published-by = , published by
base-licence = Licence: { $licence }.
base-contact = Contact:
base-feed-corrections = Feed of corrections
base-feed-articles = Feed of articles
base-data = The facts as data
not-found-what = There is no page at this address. What was once published keeps its address; perhaps a letter is missing.
not-found-front = The front page
not-found-letters = Everything by letter
moved-here = This page has moved:

## Articles

article-also-in = Also in:
article-changes = { $count ->
    [one] One change since it was published
   *[other] { $count } changes since it was published
}
article-contents = Contents
article-marks = What the marks under the words mean
article-claims = The claims of this article
article-rest = What they rest on
article-changed = What was changed
published-when = When it was published
cite-this = Cite this
article-others = Other articles
before-it = Before it:
after-it = After it:
byline-by = By
byline-updated = updated
byline-minutes = { $count ->
    [one] a minute to read
   *[other] { $count } minutes to read
}

## Claims

card-changed = last changed
card-more = How we know
claim-kind = { $kind ->
    [utterance] What was said
    [denial] A denial
    [assessment] An assessment
   *[occurrence] A claim
}
claim-replaced-by = It was replaced by:
claim-speaker = Whose words they are
when = When
claim-hedge = The source’s own reservation
claim-about = About
claim-adverse = Whom it may harm
not-named = Not named here
claim-reviewed = Last gone over
claim-review-by = To be gone over by
claim-replies = What those it may harm say
claim-why = Why it stands so
claim-support = What supports it
claim-dispute = What disputes it
claim-context = What helps to understand it
claim-beside = Claims beside it
claim-contradicts = Cannot be true with it
claim-refines = It makes these more exact
claim-refined-by = These make it more exact
claim-supersedes = It replaced these
claim-history = How it stood when
claim-corrections = What we changed in our own words
claim-corrections-none = Nothing so far.
claims-none = No claims so far. When there are some, they are listed here by standing.
claims-part = Part { $part } of { $parts }
claims-parts = The parts of this list
claims-by-standing = By standing.
claim-said-by = said by
claim-with-hedge = with the reservation “{ $words }”
contested = Where others contradict it
contested-not-both = Cannot be true with it:
contested-by = { $count ->
    [one] It is not so, says
   *[other] It is not so, say
}
counted-through = All of it came through
counted-nobody = No origin we could name
counted-group = { $count ->
    [0] adds none
    [one] counts one
   *[other] counts { $count }
}
piece-said = Said first by
piece-passed = Passed on by
piece-nobody = nobody we could name
piece-opened = We opened
piece-known-of = We know of
piece-shown = ; the kept copy itself shows it
quotation-what = What
quotation-told-in = {" "}said, as told in
quotation-in = , in
quotation-translated = translated
quotation-translated-by = translated by { $name }
standings-all = All { $count } that are { status }
interested = a party to the matter

## People, bodies, sources

about-somebody = What is claimed about { $name }
replies = Replies
what-it-is = What it is
country = Country
part-of = Part of
owned-by = Owned by
belonging = Belonging to it
people = People
dates = Dates
said-by-somebody = What { $name } said
documents = Documents
in-articles = In the articles
claims-count = { $count ->
    [0] no claims
    [one] one claim
   *[other] { $count } claims
}
also-written = Also written: { $names }
interested-itself = A party to the matter itself.
roles = Roles
person-speaks-for = Speaks for
source-alone = What rests on it alone
source-alone-what = Without it, these claims have no origin left.
source-shared = What it said first, and others said as well
source-passed-on = What it only passed on
source-disputed = What it speaks against

## Who says what

attribution-what = Who says what in this report, and through whom it reached us.
attribution-table = Who says what through whom
attribution-order = Those on whom most rests alone first
attribution-who = Who
attribution-alone = Rest on them alone
attribution-shared = Said by others too
attribution-passed-on = Passed on
attribution-through = Reached us through
attribution-nobody = nobody else
attribution-none = Nobody has said anything so far. When a claim has evidence, it is listed here who said it first.

## Documents

document-opened = opened by us
document-kept = copy kept
document-used = { $count ->
    [0] used by no claim
    [one] used by one claim
   *[other] used by { $count } claims
}
document-publisher = Published by
document-authors = Written by
document-published = Published
document-created = Written or recorded
document-accessed = Opened by us
document-never-opened = No: we know of it only.
language = Language
document-copy = Kept copy
document-copy-public = the copy as we kept it
document-copy-none = none
document-repeats = What it repeats
document-repeats-what = It is not independent of these.
document-copies = What repeats it, or is made from it
document-passages = Quoted passages
document-claims = Claims that use it
document-copy-not-public = { $size }, not published
document-passage-for = For:

## Dates and time

where = Where
date-who = Who
date-bodies = Bodies
date-claims = What is claimed about it
date-beside = On the timeline
event-with = with
event-unnamed = { $count ->
   *[other] { $count } unnamed
}
event-claims = claims:
timeline-list = All dates in one list
timeline-key = A mark is a day, a bar all the days that something lasted; in outline, one of these days; broken, about then; with dots at its end, since or until when is not known. All of it is listed below.
timeline-none = No dates so far. When there are some, they are listed here in the order of time.
timeline-known = What became known when
choose-all-shown = All { $count } are shown.
choose-some-shown = { $count } of { $all } are shown.
choose-any = all
choose-whole-time = the whole time
choose-reset = Show all
known-at-end-of = What was known at the end of { $date }.
known-changes = What changed on that day
step-days = Days on which something changed
step-before = Before:
step-after = After:
step-place = Day { $place } of { $days } on which something changed
step-all = all of them
change-known = What was known:
change-since-then = , since then
change-had-said = We had said
change-now-say = We now say
edition-number = publication { $number }
corrections-feed = Follow them as a feed

## Front page

front-report = The report
front-timeline = The timeline
front-standings = Where each claim stands
front-no-claims = No claims so far. When there are some, it is said here how each stands.
front-changes = Latest changes
front-no-changes = No changes so far. When a standing changes or we correct something, it is listed here.
front-all-articles = All articles
front-more-articles = More articles
front-claims = { $count ->
    [one] There is one claim in this report.
   *[other] There are { $count } claims in this report.
}

## How we verify

method-what = Every statement here is tied to a claim, every claim to its evidence, and the evidence to whoever said it first.
method-standings = What the standings mean
method-lower = A claim may stand lower than its evidence allows, never higher.
method-counting = How origins are counted
method-origins = We count who said something first, not how often it was repeated. Passing on never adds an origin: an agency that repeats a magazine is still the magazine. Speakers who belong together, or who speak for the same body, count as one. Origins that do not say how they know never add to another: they may all have copied from each other.
method-figures = This report in figures
method-single = that rest on a single origin
method-adverse = that may harm somebody
method-answered = of these, with a reply or the reason why there is none
method-opened = Documents that we opened
method-known-of = Documents that we only know of
method-data = Take it away
method-record = What was published when
method-record-what = Every publication is recorded: the words and the standing of each claim, the words of each article, and when. Each record carries the digest of the one before, so that none can be changed later without its showing. Whoever kept this number, or an older copy of this site, can check that nothing was changed in silence.
method-publications = Publications
method-newest = The newest
method-digest = Digest of the record (SHA-256)
method-record-itself = The record itself
method-known = What was known when
method-data-evidence = evidence
method-data-replies = replies
method-data-history = history
method-data-corrections = corrections
method-data-calendar = calendar
method-none = none here
method-takes = The evidence must show: { $takes }
method-ways = Two origins of whom one agency alone has told us came on one way: if the agency erred, both fall. { $count ->
    [one] One independent origin makes a claim corroborated here.
   *[other] { WORDS($count, begins: "sentence") } independent origins, on as many ways, make a claim corroborated here.
}
method-data-what = All that this report knows is here as data, for spreadsheets and programs.
method-data-package = What each column means: the data package
method-data-table = table
method-data-references = as references:

## Since the last visit

since-name = Since your last visit
since-line = Since your last visit on { $date }: { $what }.
since-claims = { $count ->
    [one] one claim changed its standing
   *[other] { WORDS($count) } claims changed their standing
}
since-corrections = { $count ->
    [one] one change in our own words
   *[other] { WORDS($count) } changes in our own words
}
since-older = more that lies further back
since-all = All changes
since-nothing = Nothing has changed since your last visit on { $date }.
since-first = When you come again, what has changed by then will be listed on this page.
since-kept = For this, your browser keeps the day of your visit and which changes there were. It is kept in your browser alone and sent nowhere.
since-forget = Forget
since-off = Your browser keeps nothing of your visits here, only that you do not want it to.
since-again = Remember from now on

## Search

search-what = Everything in this report that has a page, by its first letter.
search-words = Words to look for
search-only = Only
search-letters = Letters
search-none = There is nothing here yet. What is published gets its place in this list.
search-found-nothing = Nothing was found for “{ $words }”.
search-found = { $count ->
    [one] One page.
   *[other] { $shown } pages.
}
search-first = The first { $count } are listed; another word narrows them down.

## Cards for other sites, and programs that keep references

embed = Put this card into another page
embed-what = The card shows how the claim stands whenever somebody opens it, and what was corrected since.
embed-card = The card by itself
cite-programs = For programs that keep references: BibTeX, CSL-JSON
