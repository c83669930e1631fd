// For readers who come again, what changed since their last visit; for those who wonder where a link leads, a glance at
// it; on a phone, the part of the menu that names this page. Every page is complete without any. The day of the visit
// stays in the browser, and nothing is sent.
(function () {
  "use strict";

  var root = document.currentScript.dataset.root;
  var parts = {};
  var waiting = {};
  var casebook = window.casebook = window.casebook || {};
  var others = casebook.take;
  casebook.take = function (name, part) {
    parts[name] = part;
    if (others) others(name, part);
  };

  // Loads a part of the data, once; where there is none, nothing comes.
  function load(name) {
    waiting[name] = waiting[name] || new Promise(function (done) {
      var script = make("script");
      script.src = root + "data/" + name + ".js";
      script.onload = script.onerror = function () { done(parts[name]); };
      document.head.append(script);
    });
    return waiting[name];
  }

  function make(name, kind, words) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    element.append(words || "");
    return element;
  }

  function standing(status, word) {
    var sign = make("span", "standing standing--" + status);
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    var set = { "class": "sign", width: 16, height: 16, "aria-hidden": true };
    Object.keys(set).forEach(function (name) { svg.setAttribute(name, set[name]); });
    use.setAttribute("href", "#sign_" + status);
    svg.append(use);
    sign.append(svg, " " + word);
    return sign;
  }

  // Since the last visit

  var note = document.getElementById("since");
  var foot = document.getElementById("since-foot");
  if (note) load("since").then(function (told) { if (told) remember(told); });

  function remember(told) {
    var key = "casebook " + told.site;
    var words = told.words;
    var now = new Date();
    var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].join("-");
    var kept;
    try { kept = localStorage.getItem(key); } catch (_) { return; }
    if (kept === "off") return off(foot);

    var before = null;
    try { before = JSON.parse(kept); } catch (_) { /* Of another hand: as if there were nothing. */ }
    // What came in the course of a day stays new until the day is over.
    if (before && before.day === today && before.before) before = before.before;
    if (!before || !Array.isArray(before.seen)) before = null;
    var visit = before && { day: before.day, seen: before.seen, count: before.count };
    // The pages that list all changes remember it, when they have shown it.
    if (foot && !keep(seen(visit))) return;

    var rows = visit ? since(visit) : [];
    var older = visit && foot ? told.count - visit.count - rows.length : 0;
    if (!foot) rows = rows.filter(function (row) { return row[1] === note.dataset.of; });
    if (rows.length || older > 0) {
      var ours = rows.filter(function (row) { return !row[4]; }).length;
      var claims = new Set(rows.map(function (row) { return row[4] && row[1]; }));
      claims.delete("");
      var what = [words.claims[claims.size - 1], words.corrections[ours - 1], older > 0 && words.older];
      line(note, words.line.replace("%1", date(visit.day)).replace("%2", what.filter(Boolean).join(", ")), rows);
    } else if (visit && visit.day !== today) line(foot, words.nothing.replace("%1", date(visit.day)));
    else line(foot, words.first);

    function seen(before) {
      var marks = told.changes.map(function (row) { return row[0]; });
      return JSON.stringify({ day: today, seen: marks, count: told.count, before: before });
    }

    function keep(value) {
      try { localStorage.setItem(key, value); } catch (_) { return false; }
      return true;
    }

    // Where the list was full, what comes after the last that was in it may have been there before.
    function since(visit) {
      var is = told.changes.map(function (row) { return visit.seen.indexOf(row[0]) >= 0; });
      var last = visit.count > visit.seen.length ? is.lastIndexOf(true) : -1;
      return told.changes.filter(function (_, at) { return !is[at] && (last < 0 || at < last); });
    }

    function date(day) {
      var part = day.split("-");
      return new Date(part[0], part[1] - 1, part[2]).toLocaleDateString(told.spoken, { day: "numeric", month: "long", year: "numeric" });
    }

    function line(place, words, rows) {
      if (place) fill(place, words, rows || [], told.words.kept, told.words.forget, function () { keep("off"); off(place).focus(); });
    }

    function off(place) {
      if (!place) return null;
      return fill(place, "", [], words.off, words.again, function () {
        keep(seen(null));
        line(place, words.first);
        place.querySelector("button").focus();
      });
    }

    function fill(place, said, rows, small, act, then) {
      var list = make("ul", "links");
      rows.slice(0, 8).forEach(function (row) {
        var item = make("li");
        var link = make("a", "", foot ? row[2] : row[3]);
        link.href = foot ? root + row[1] : row[4] ? "#history" : "#corrections";
        item.append(link, " ", row[4] ? standing(row[4], row[5]) : make("span", "aside", foot ? row[3] : ""));
        list.append(item);
      });
      if (rows.length > 8) {
        var all = make("a", "", words.all);
        all.href = root + "corrections.html";
        list.append(make("li"));
        list.lastChild.append(all);
      }
      var button = make("button", "", act);
      var last = make("p", "since-kept", small + " ");
      button.type = "button";
      button.onclick = then;
      last.append(button);
      place.replaceChildren(last);
      if (rows.length) place.prepend(list);
      if (said) place.prepend(make("p", "", said));
      place.setAttribute("aria-label", words.name);
      place.hidden = false;
      return button;
    }
  }

  // A glance at what is behind a link

  var wanted = null;
  var shown = null;
  var opening, closing;

  // Which entry a link leads to, where the page does not say already what there is to say of it.
  function entry(link) {
    var to = link.getAttribute("href");
    if (to[0] === "#") {
      var card = document.getElementById(to.slice(1));
      var more = card && card.matches("details.card:not([open], :target)") && card.querySelector(".card-more a");
      if (!more) return null;
      to = more.getAttribute("href");
    } else if (link.closest(".card, .line:not(.line--change) .line-head")) return null;
    var here = location.href.split(/[?#]/)[0];
    var url = new URL(to, here).href.split(/[?#]/)[0];
    var top = new URL(root || ".", here).href;
    if (url === here || url.indexOf(top) !== 0) return null;
    return url.slice(top.length).match(/^(people|organisations|sources|documents|dates|claims)\/([a-z0-9-]+)\.html$/);
  }

  function number(id, parts) {
    var sum = 0;
    for (var at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) % 65521;
    return sum % parts;
  }

  function ask(link, y) {
    clearTimeout(closing);
    if (wanted === link) return;
    clearTimeout(opening);
    wanted = link;
    opening = setTimeout(function () {
      var found = entry(link);
      hide();
      if (found) load("glance/index").then(function (index) {
        var parts = index && index.parts[found[1]];
        if (parts) load("glance/" + found[1] + "-" + number(found[2], parts)).then(function (rows) {
          if (wanted === link && rows && rows[found[2]]) show(link, y, rows[found[2]], index);
        });
      });
    }, 300);
  }

  function show(link, y, row, index) {
    var box = make("div", "glance" + (row[3] ? " card--" + row[3] : ""));
    box.id = "glance";
    box.lang = index.language;
    box.setAttribute("role", "tooltip");
    box.append(make("p", "glance-name", row[0]));
    if (row[3]) {
      box.append(make("p"));
      box.lastChild.append(standing(row[3], index.words[row[3]]));
    }
    row.slice(1, 3).forEach(function (words, at) { if (words) box.append(make("p", at ? "" : "aside", words)); });
    shown = { link: link, box: box, before: link.getAttribute("aria-describedby") };
    link.setAttribute("aria-describedby", "glance");
    (link.closest("body > *") || document.body).append(box);
    var lines = Array.from(link.getClientRects());
    var line = lines.find(function (one) { return y >= one.top && y <= one.bottom; }) || lines[0];
    var own = box.getBoundingClientRect();
    var below = line.bottom + 6 + own.height <= innerHeight || line.top < own.height + 6;
    var left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - own.width - 8));
    box.style.left = left - own.left + "px";
    box.style.top = (below ? line.bottom + 6 : line.top - own.height - 6) - own.top + "px";
  }

  function hide() {
    if (!shown) return;
    if (shown.before === null) shown.link.removeAttribute("aria-describedby");
    else shown.link.setAttribute("aria-describedby", shown.before);
    shown.box.remove();
    shown = null;
  }

  function leave() {
    clearTimeout(opening);
    wanted = null;
    hide();
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = event.target.closest("a[href]");
    if (link) ask(link, event.clientY);
    else if (event.target.closest(".glance")) stay();
    else if (wanted && !wanted.matches(":focus-visible")) later();
  });
  document.documentElement.addEventListener("pointerleave", later);
  function stay() {
    clearTimeout(opening);
    clearTimeout(closing);
    wanted = shown && shown.link;
  }
  function later() {
    stay();
    closing = setTimeout(leave, 250);
  }
  document.addEventListener("focusin", function (event) {
    if (event.target.matches("a[href]:focus-visible")) ask(event.target);
  });
  document.addEventListener("focusout", function (event) { if (event.target === wanted) leave(); });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") leave(); });
  document.addEventListener("click", leave);
  window.addEventListener("pagehide", leave);

  // Where the menu runs on to the side, as far as the page that is open.
  var here = document.querySelector(".site-head .menu [aria-current]");
  if (here) {
    var menu = here.closest(".menu");
    menu.scrollLeft += here.getBoundingClientRect().left - menu.getBoundingClientRect().left - 40;
  }
})();
