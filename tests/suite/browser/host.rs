//! A plain host: the site below the path of its address, and its own page for what is not there.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tiny_http::{Header, Response, Server};

use super::site;

/// Where the site is served, with the path that its `base_url` has.
pub(super) fn address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| serve(site().to_owned()))
}

/// Serves the site in a folder, below the path `/leak/`.
pub(super) fn serve(folder: PathBuf) -> String {
    let server = Server::http("127.0.0.1:0").unwrap();
    let address = format!("http://{}/leak/", server.server_addr());
    // It ends with the program.
    std::thread::spawn(move || server.incoming_requests().for_each(|request| answer(request, &folder)));
    address
}

fn answer(request: tiny_http::Request, site: &Path) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let page = path.strip_prefix("/leak/").filter(|page| !page.contains("..")).unwrap_or_default();
    let (status, name) = if site.join(page).is_file() { (200, page) } else { (404, "404.html") };
    let kind = match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let bytes = std::fs::read(site.join(name)).unwrap_or_default();
    let header = Header::from_bytes("Content-Type", kind).unwrap();
    // Whoever went away has no answer to read.
    let _ = request.respond(Response::from_data(bytes).with_status_code(status).with_header(header));
}
