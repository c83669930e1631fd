//! A window of a browser that reaches nothing but files.

use std::ffi::OsStr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use headless_chrome::browser::tab::point::Point;
use headless_chrome::protocol::cdp::Emulation::{
    MediaFeature, SetDeviceMetricsOverride, SetEmulatedMedia, SetScriptExecutionDisabled,
};
use headless_chrome::protocol::cdp::Network;
use headless_chrome::protocol::cdp::Page::{AddScriptToEvaluateOnNewDocument, Navigate};
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::Value;

use super::{WIDE, host, site, tools};

/// One window, closed when dropped.
pub(super) struct Window {
    // The browser is closed with it.
    _browser: Browser,
    tab: Arc<Tab>,
    /// What the browser complained of.
    complaints: Arc<Mutex<Vec<String>>>,
    /// What the browser asked for.
    asked: Arc<Mutex<Vec<String>>>,
}

/// By what light a page is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Light {
    Light,
    Dark,
}

impl Window {
    /// A window as wide as a desk's screen.
    pub(super) fn open() -> Self {
        let quiet = [
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
            "--allow-file-access-from-files=false",
        ];
        let options = LaunchOptions {
            path: Some(tools::chromium()),
            sandbox: false,
            window_size: Some(WIDE),
            idle_browser_timeout: Duration::from_mins(2),
            args: quiet.iter().map(OsStr::new).collect(),
            ..LaunchOptions::default()
        };
        let browser = Browser::new(options).unwrap();
        let tab = browser.new_tab().unwrap();
        tab.set_default_timeout(Duration::from_mins(1));
        tab.enable_log().unwrap();
        tab.enable_runtime().unwrap();
        let all = Network::Enable {
            max_total_buffer_size: None,
            max_resource_buffer_size: None,
            max_post_data_size: None,
            report_direct_socket_traffic: None,
            enable_durable_messages: None,
        };
        tab.call_method(all).unwrap();
        let complaints = Arc::<Mutex<Vec<String>>>::default();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let (told, for_what) = (Arc::clone(&complaints), Arc::clone(&asked));
        tab.add_event_listener(Arc::new(move |event: &Event| {
            let complaint = match event {
                Event::NetworkRequestWillBeSent(sent) => {
                    for_what.lock().unwrap().push(sent.params.request.url.clone());
                    return;
                }
                // That the page was not found is what is asked for.
                Event::LogEntryAdded(entry) if entry.params.entry.text.contains("404") => return,
                Event::LogEntryAdded(entry) => entry.params.entry.text.clone(),
                Event::RuntimeExceptionThrown(thrown) => format!("{:?}", thrown.params.exception_details),
                _ => return,
            };
            told.lock().unwrap().push(complaint);
        }))
        .unwrap();
        let window = Self { _browser: browser, tab, complaints, asked };
        window.size(WIDE);
        window
    }

    /// Opens a page of the site, from the disk; the one page that only a host shows, from a host.
    pub(super) fn go(&self, address: &str) {
        let (page, rest) = address.find(['#', '?']).map_or((address, ""), |at| address.split_at(at));
        let url = match page {
            "404.html" => format!("{}no/such/page.html", host::address()),
            _ => format!("file://{}{rest}", site().join(page).display()),
        };
        self.visit(&url);
    }

    /// Opens an address.
    pub(super) fn visit(&self, url: &str) {
        // By way of an empty page: an address that differs in its last part alone would not be loaded anew.
        for url in ["about:blank", url] {
            let navigate = Navigate {
                url: url.to_owned(),
                referrer: None,
                transition_Type: None,
                frame_id: None,
                referrer_policy: None,
            };
            self.tab.call_method(navigate).unwrap();
            self.is_loaded(url);
        }
    }

    /// Waits until a page is there with all that belongs to it.
    fn is_loaded(&self, url: &str) {
        let start = url.split('#').next().unwrap_or_default();
        self.waits_for(&format!("document.readyState === 'complete' && location.href.startsWith({start:?})"));
    }

    pub(super) fn size(&self, (width, height): (u32, u32)) {
        let mobile = width < 700;
        self.tab
            .call_method(SetDeviceMetricsOverride {
                width,
                height,
                device_scale_factor: 1.0,
                mobile,
                scale: None,
                screen_width: None,
                screen_height: None,
                position_x: None,
                position_y: None,
                dont_set_visible_size: None,
                screen_orientation: None,
                viewport: None,
                display_feature: None,
                device_posture: None,
            })
            .unwrap();
    }

    pub(super) fn light(&self, light: Light) {
        self.media(None, light);
    }

    /// As it is laid out on paper.
    pub(super) fn paper(&self) {
        self.media(Some("print".to_owned()), Light::Light);
    }

    fn media(&self, media: Option<String>, light: Light) {
        let value = match light {
            Light::Light => "light",
            Light::Dark => "dark",
        };
        let scheme = MediaFeature { name: "prefers-color-scheme".to_owned(), value: value.to_owned() };
        self.tab.call_method(SetEmulatedMedia { media, features: Some(vec![scheme]) }).unwrap();
    }

    pub(super) fn without_scripts(&self) {
        self.tab.call_method(SetScriptExecutionDisabled { value: true }).unwrap();
    }

    pub(super) fn with_scripts(&self) {
        self.tab.call_method(SetScriptExecutionDisabled { value: false }).unwrap();
    }

    /// Runs a script before the scripts of every page from now on.
    pub(super) fn before_pages(&self, script: &str) {
        let add = AddScriptToEvaluateOnNewDocument {
            source: script.to_owned(),
            world_name: None,
            include_command_line_api: None,
            run_immediately: None,
        };
        self.tab.call_method(add).unwrap();
    }

    /// Presses a key, by its name: `Tab`, `Enter`, `a`.
    pub(super) fn press(&self, key: &str) {
        self.tab.press_key(key).unwrap();
    }

    /// Types words where the keyboard is.
    pub(super) fn types(&self, words: &str) {
        self.tab.type_str(words).unwrap();
    }

    /// The value of an expression in the page.
    pub(super) fn sees(&self, expression: &str) -> Value {
        let json = format!("Promise.resolve({expression}).then(value => JSON.stringify(value ?? null))");
        let result = self.tab.evaluate(&json, true).unwrap();
        let text = result.value.unwrap_or_else(|| panic!("{expression}: {:?}", result.description));
        serde_json::from_str(text.as_str().unwrap()).unwrap()
    }

    /// The words of an expression in the page.
    pub(super) fn reads(&self, expression: &str) -> String {
        match self.sees(expression) {
            Value::String(words) => words,
            other => panic!("{expression}: {other}"),
        }
    }

    /// Waits until an expression holds, also while one page makes way for another.
    pub(super) fn waits_for(&self, expression: &str) {
        let end = Instant::now() + Duration::from_secs(30);
        let once = format!("!!({expression})");
        while !self.tab.evaluate(&once, false).is_ok_and(|result| result.value == Some(true.into())) {
            assert!(Instant::now() < end, "never: {expression}");
            std::thread::yield_now();
        }
    }

    /// What the browser complained of since it was asked last.
    pub(super) fn complaints(&self) -> Vec<String> {
        std::mem::take(&mut *self.complaints.lock().unwrap())
    }

    /// What the browser asked for since it was asked last, `about:blank` left out.
    pub(super) fn requests(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.retain(|url| !url.starts_with("about:"));
        asked
    }

    /// Moves the mouse over the first line of an element, or away from everything.
    pub(super) fn points_at(&self, selector: Option<&str>) {
        let at = selector.map_or(serde_json::json!([1, 1]), |selector| {
            self.sees(&format!(
                "(() => {{ const element = document.querySelector({selector:?}); element.scrollIntoView({{block: 'center'}}); const line = element.getClientRects()[0]; return [line.left + Math.min(line.width / 2, 20), line.top + line.height / 2] }})()"
            ))
        });
        let point = Point { x: at[0].as_f64().unwrap(), y: at[1].as_f64().unwrap() };
        self.tab.move_mouse_to_point(point).unwrap();
    }

    /// What on the page as it is now breaks a rule of accessibility; nothing is an empty list.
    pub(super) fn breaks_no_rule(&self) -> Value {
        self.sees(&format!("(() => {{ {}; return true }})()", tools::axe()));
        self.sees(
            "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 120))))",
        )
    }

    /// What would be printed, as PDF.
    pub(super) fn printed(&self) -> Vec<u8> {
        self.tab.print_to_pdf(None).unwrap()
    }
}
