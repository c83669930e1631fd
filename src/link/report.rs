//! `report.yaml`, with what it leaves out filled in.

use crate::diagnostic::{Finding, Level};
use crate::load::{AtLeast, Draft, ExceptionDraft, Many, PolicyDraft, ReportDraft};
use crate::model::{Exception, Id, Policy, Publisher, Report};
use crate::text::{At, FileId};

use super::names::{Names, Unknown};
use super::resolver::text;

/// The report's own settings. Where the file is missing or broken, which was reported, all are as if not given.
pub(super) fn report(drafts: &[(FileId, Draft)], findings: &mut Vec<Finding>) -> Report {
    let draft = drafts
        .iter()
        .find_map(|(_, draft)| if let Draft::Report(report) = draft { Some(&**report) } else { None });
    let words = |field: fn(&ReportDraft) -> Option<&At<crate::load::Text>>| {
        draft.and_then(field).map(|words| words.value.0.clone())
    };
    let (time_zone, time_zone_name) = time_zone(draft, findings);
    let publisher = draft.and_then(|draft| draft.publisher.as_ref());
    Report {
        title: draft.map(|draft| draft.title.value.0.clone()).unwrap_or_default(),
        summary: words(|draft| draft.summary.as_ref()),
        language: draft
            .and_then(|draft| draft.language.as_ref())
            .map_or_else(|| "en".to_owned(), |language| language.value.0.clone()),
        base_url: draft
            .and_then(|draft| draft.base_url.as_ref())
            .map(|url| format!("{}/", url.value.0.trim_end_matches('/'))),
        theme: words(|draft| draft.theme.as_ref()).unwrap_or_else(|| "default".to_owned()),
        publisher: publisher
            .map(|publisher| Publisher {
                name: publisher.name.as_ref().map(|name| name.value.0.clone()),
                url: publisher.url.as_ref().map(|url| url.value.0.clone()),
                contact: publisher.contact.as_ref().map(|contact| contact.value.0.clone()),
            })
            .unwrap_or_default(),
        licence: words(|draft| draft.licence.as_ref()),
        time_zone,
        time_zone_name,
        raw_html: draft.and_then(|draft| draft.raw_html.as_ref()).is_some_and(|allowed| allowed.value),
        policy: policy(draft.and_then(|draft| draft.policy.as_ref())),
        exceptions: draft
            .and_then(|draft| draft.rules.as_ref())
            .map(|rules| rules.value.iter().map(exception).collect())
            .unwrap_or_default(),
    }
}

fn time_zone(draft: Option<&ReportDraft>, findings: &mut Vec<Finding>) -> (jiff::tz::TimeZone, String) {
    let utc = || (jiff::tz::TimeZone::UTC, "UTC".to_owned());
    let Some(name) = draft.and_then(|draft| draft.time_zone.as_ref()) else { return utc() };
    if let Ok(zone) = jiff::tz::TimeZone::get(&name.value.0) {
        return (zone, name.value.0.clone());
    }
    let finding =
        Finding::error("bad-value", name.place, format!("there is no time zone `{}`", name.value.0));
    findings.push(finding.help("zones are named after places, as in the IANA data base: `Europe/Berlin`"));
    utc()
}

fn policy(draft: Option<&At<PolicyDraft>>) -> Policy {
    let draft = draft.map(|draft| &draft.value);
    let days_or_hours = |field: fn(&PolicyDraft) -> Option<&At<AtLeast<1>>>, usual: u32| {
        draft.and_then(field).map_or(usual, |number| number.value.0)
    };
    let origins = draft.and_then(|draft| draft.corroborated_origins.as_ref());
    let sign_off = draft
        .and_then(|draft| draft.sign_off.as_ref())
        .map(|sign_off| sign_off.value.clone())
        .unwrap_or_default();
    Policy {
        corroborated_origins: origins.map_or(2, |origins| origins.value.0),
        stale_days: days_or_hours(|draft| draft.stale_days.as_ref(), 90),
        reply_hours: days_or_hours(|draft| draft.reply_hours.as_ref(), 48),
        coverage: draft.and_then(|draft| draft.coverage.as_ref()).map_or(0.9, |coverage| coverage.value.0),
        deny: draft.and_then(|draft| draft.deny.as_ref()).map_or(Level::Error, |bar| bar.value.into()),
        sign_off_status: sign_off.statuses,
        sign_off_adverse: sign_off.adverse,
        sign_off_publication: sign_off.publication,
    }
}

fn exception(draft: &At<ExceptionDraft>) -> Exception {
    let ids = draft.value.ids.as_ref().map(|ids| ids_of(&ids.value)).unwrap_or_default();
    Exception {
        rule: text(&draft.value.rule),
        ids,
        level: draft.value.level.value.level(),
        why: text(&draft.value.why),
    }
}

/// The ids in exceptions that nobody has. One that is gone is what `lost-address` is about.
pub(super) fn unknown_in_exceptions(report: &Report, names: &Names) -> Vec<Unknown> {
    let exceptions = report.exceptions.iter().filter(|exception| exception.rule.value != "lost-address");
    let ids = exceptions.flat_map(|exception| &exception.ids);
    let unknown = ids.filter(|id| !names.knows(&id.value));
    unknown.map(|id| Unknown { word: id.value.to_string(), place: id.place, wanted: "an id" }).collect()
}

fn ids_of(Many(ids): &Many<crate::load::Ref>) -> Vec<At<Id>> {
    ids.iter().filter_map(|id| Some(At::new(Id::parse_path(&id.value.0)?, id.place))).collect()
}
