// Keeps an open page as its files are: the page without losing the place, its style without a reload, and over it what
// stands in the way. Served by `casebook serve` alone.
(() => {
  const OWN = "/~casebook/";
  const isDesk = location.pathname.startsWith("/desk/");
  // The desk says of which findings it is; one that is still being laid is of none.
  const laid = Number(document.body.dataset.findings || 0);
  let page = null;
  const styles = new Map();
  let hidden = "";

  const ask = (address) => fetch(address, { cache: "no-store" });

  // The first thing that is read on the page, to find it again.
  const blocks = () => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, figure, tr, summary)")];
  const place = () => {
    const all = blocks();
    const at = all.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    return at < 0 ? null : { at, words: all[at].textContent, top: all[at].getBoundingClientRect().top };
  };
  const back = (was) => {
    if (!was) return;
    const all = blocks();
    const alike = all.map((block, at) => ({ block, far: Math.abs(at - was.at) })).filter(({ block }) => block.textContent === was.words);
    const same = alike.sort((a, b) => a.far - b.far)[0]?.block || all[was.at];
    if (same) scrollBy(0, same.getBoundingClientRect().top - was.top);
  };

  const show = (text) => {
    const next = new DOMParser().parseFromString(text, "text/html");
    const open = [...document.querySelectorAll("details[open][id]")].map((one) => one.id);
    const typed = [...document.querySelectorAll("input[id], select[id]")].map((one) => [one.id, one.value]);
    const focus = document.activeElement && document.activeElement.id;
    const was = place();
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.body.className = next.body.className;
    document.body.replaceChildren(...next.body.childNodes, host);
    for (const script of document.body.querySelectorAll("script[src]")) {
      if (script.src.includes(OWN)) continue;
      const again = document.createElement("script");
      again.src = script.src;
      script.replaceWith(again);
    }
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    for (const [id, value] of typed) {
      const field = document.getElementById(id);
      if (field && value && field.value !== value) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    back(was);
  };

  const pages = async () => {
    if (isDesk) return;
    const answer = await ask(location.pathname + location.search);
    const nearest = answer.headers.get("X-Casebook-Nearest");
    if (answer.status === 404 && nearest) {
      location.replace("/" + nearest);
      return;
    }
    const text = await answer.text();
    if (page !== null && text !== page) show(text);
    page = text;
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const address = link.href.split("?")[0];
      const style = await (await ask(address)).text();
      if (styles.has(address) && styles.get(address) !== style) {
        const again = link.cloneNode();
        again.href = address + "?" + Date.now();
        again.addEventListener("load", () => link.remove());
        link.after(again);
      }
      styles.set(address, style);
    }
    document.documentElement.dataset.shown = String(Number(document.documentElement.dataset.shown || 0) + 1);
  };

  // What is found, over the page; in a shadow of its own, so that neither's style touches the other's.
  const host = document.createElement("casebook-findings");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .over, .bar { font: 15px/1.5 system-ui, sans-serif; color: #1d1d1b; background: #fdfcfa; color-scheme: light dark; }
    .over { position: fixed; inset: auto 0 0 0; max-height: 70vh; overflow: auto; padding: 16px 24px 24px; border-top: 4px solid #a02216; z-index: 2147483647; }
    .bar { position: fixed; right: 16px; bottom: 16px; border: 1px solid #5b5955; border-radius: 4px; padding: 6px 12px; z-index: 2147483646; cursor: pointer; }
    .bar[data-level=error] { border-color: #a02216; color: #a02216; }
    h2 { font-size: 17px; margin: 0 0 8px; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { margin: 0 0 16px; }
    pre { font: 13px/1.45 ui-monospace, monospace; overflow-x: auto; margin: 4px 0; white-space: pre; }
    a { color: #1b4b8a; } .aside { color: #5b5955; }
    button { font: inherit; padding: 4px 12px; float: right; }
    :focus-visible { outline: 3px solid #1b4b8a; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) {
      .over, .bar { background: #171716; color: #dedbd4; } .over { border-color: #ee8f83; }
      .bar[data-level=error] { border-color: #ee8f83; color: #ee8f83; }
      a { color: #93b8ec; } .aside { color: #a5a19a; } :focus-visible { outline-color: #93b8ec; }
    }
    @media print { .over, .bar { display: none; } }`);
  shadow.adoptedStyleSheets = [sheet];

  const element = (name, words, attributes = {}) => {
    const one = document.createElement(name);
    one.textContent = words;
    for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
    return one;
  };

  const list = (findings) => {
    const all = document.createElement("ol");
    for (const finding of findings) {
      const item = document.createElement("li");
      const where = finding.path + ":" + finding.line + ":" + finding.column;
      item.append(finding.open ? element("a", where, { href: finding.open }) : element("code", where));
      item.append(element("pre", finding.text));
      all.append(item);
    }
    return all;
  };

  const over = (said, findings) => {
    const box = element("section", "", { class: "over", role: "alertdialog", "aria-label": said, tabindex: "-1" });
    const close = element("button", "Close (Esc)", { type: "button" });
    const shut = () => { hidden = JSON.stringify(findings); draw(told); };
    close.addEventListener("click", shut);
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
    box.append(close, element("h2", said), list(findings));
    return box;
  };

  let told = null;
  const draw = (now) => {
    told = now;
    shadow.replaceChildren();
    if (!now) return;
    const stops = now.findings.filter((finding) => finding.stops);
    const rest = now.findings.length - stops.length;
    const many = (count, one, more) => count + " " + (count === 1 ? one : more);
    if (stops.length && hidden !== JSON.stringify(stops)) {
      const said = many(stops.length, "thing stands", "things stand") + " in the way" + (now.current ? "" : "; the page below is the last good one");
      shadow.append(over(said, stops));
    } else if (now.findings.length) {
      const said = [stops.length && many(stops.length, "thing", "things") + " in the way", rest && many(rest, "other finding", "other findings")].filter(Boolean).join(", ");
      const bar = element("button", said, { class: "bar", type: "button", "data-level": stops.length ? "error" : "warning" });
      bar.addEventListener("click", () => {
        shadow.replaceChildren(over(said, now.findings));
        shadow.querySelector(".over").focus();
      });
      shadow.append(bar);
    }
    document.documentElement.dataset.found = String(stops.length);
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shadow.querySelector(".over button")?.click();
  });

  const findings = async () => {
    draw(await (await ask(OWN + "findings.json")).json());
    if (isDesk && told && laid === 0) {
      location.reload();
    } else if (isDesk && told && told.version !== laid) {
      const bar = element("button", "The desk has changed: show it anew", { class: "bar", type: "button" });
      bar.addEventListener("click", () => location.reload());
      shadow.replaceChildren(bar);
    }
  };

  let turn = Promise.resolve();
  const then = (work) => { turn = turn.then(work).catch(() => {}); };
  document.body.append(host);
  const events = new EventSource(OWN + "events");
  events.addEventListener("here", () => { then(pages); then(findings); });
  events.addEventListener("pages", () => then(pages));
  events.addEventListener("findings", () => then(findings));
})();
