// Searching without a server. Parts of the index are scripts, added when a search needs them, so that it works from a
// disk too. Without this script the page is a list by letter.
(function () {
  "use strict";

  var form = document.getElementById("search");
  if (!form) return;
  var field = document.getElementById("search-words");
  var list = document.getElementById("found");
  var said = document.getElementById("found-said");
  var root = form.dataset.root;
  var texts = form.dataset;
  var plurals = new Intl.PluralRules(texts.spoken);
  // What a kind or a standing is called on its own.
  var called = {};
  form.querySelectorAll("input[data-word]").forEach(function (box) { called[box.value] = box.dataset.word; });
  function word(value) { return called[value] || value; }
  var parts = {};
  var waiting = {};
  var latest = 0;
  var MOST = 50;

  window.casebook = {
    take: function (name, part) {
      parts[name] = part;
    }
  };

  // Loads a part, once; where there is none, what is asked for stays empty.
  function part(name) {
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done) {
        var script = document.createElement("script");
        script.src = root + "data/search/" + name + ".js";
        script.onload = script.onerror = function () {
          done(parts[name]);
        };
        document.head.append(script);
      });
    }
    return waiting[name];
  }

  var LETTERS = { "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th" };

  function words(text) {
    var plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łßæœøđðþ]/g, function (letter) {
      return LETTERS[letter];
    });
    return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(function (word) {
      return Array.from(word).slice(0, 24).join("");
    });
  }

  function prefix(word) {
    return Array.from(word).slice(0, 2).map(function (letter) {
      return letter < "\u0080" ? letter : "_" + letter.codePointAt(0).toString(16);
    }).join("");
  }

  // Pages with a word that begins so, each with how much it weighs: whole words and titles more.
  function pagesWith(word, index) {
    var names = Array.from(word).length > 1 ? [prefix(word)] : index.parts.filter(function (name) {
      return name.indexOf(prefix(word)) === 0;
    });
    names = names.filter(function (name) { return index.parts.indexOf(name) >= 0; });
    return Promise.all(names.map(function (name) { return part("words-" + name); })).then(function (all) {
      var weights = new Map();
      all.forEach(function (known) {
        Object.keys(known || {}).forEach(function (other) {
          if (other.indexOf(word) !== 0) return;
          known[other].forEach(function (place) {
            var weight = (place % 2 ? 6 : 2) + (other === word ? 2 : 0);
            weights.set(place >> 1, Math.max(weight, weights.get(place >> 1) || 0));
          });
        });
      });
      return weights;
    });
  }

  function chosen(name) {
    return Array.from(form.querySelectorAll("[name=" + name + "]:checked")).map(function (box) { return box.value; });
  }

  function search() {
    var mine = ++latest;
    var asked = words(field.value);
    remember();
    if (!asked.length) return show([], 0, "");
    part("index").then(function (index) {
      return Promise.all(asked.map(function (word) { return pagesWith(word, index); })).then(function (weights) {
        var pages = Array.from(weights[0].keys()).filter(function (page) {
          return weights.every(function (one) { return one.has(page); });
        });
        var weight = function (page) {
          return weights.reduce(function (sum, one) { return sum + one.get(page); }, 0);
        };
        pages.sort(function (a, b) { return weight(b) - weight(a) || a - b; });
        var numbers = new Set(pages.map(function (page) { return Math.floor(page / index.each); }));
        return Promise.all(Array.from(numbers).map(function (number) { return part("pages-" + number); })).then(function () {
          if (mine !== latest) return;
          var kinds = chosen("kind");
          var standings = chosen("standing");
          var rows = pages.map(function (page) {
            return (parts["pages-" + Math.floor(page / index.each)] || [])[page % index.each];
          }).filter(function (row) {
            return row && (!kinds.length || kinds.indexOf(row[2]) >= 0) && (!standings.length || standings.indexOf(row[3]) >= 0);
          });
          show(rows.slice(0, MOST), rows.length, field.value.trim());
        });
      });
    });
  }

  function show(rows, count, asked) {
    list.textContent = "";
    rows.forEach(function (row) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = root + row[0];
      link.textContent = row[1];
      var aside = document.createElement("span");
      aside.className = "aside";
      aside.textContent = " " + word(row[3] || row[2]);
      item.append(link, aside);
      list.append(item);
    });
    document.documentElement.classList.toggle("searching", asked !== "");
    said.textContent = asked === "" ? "" : count === 0 ? texts.none.replace("%", asked) : (texts[plurals.select(count)] || texts.other).replace("%", String(count)) + (count > rows.length ? " " + texts.first.replace("%", String(rows.length)) : "");
  }

  // What is searched for stands in the address, so that it can be kept and sent.
  function remember() {
    var state = new URLSearchParams();
    if (field.value.trim()) state.set("q", field.value.trim());
    chosen("kind").forEach(function (kind) { state.append("kind", kind); });
    chosen("standing").forEach(function (standing) { state.append("standing", standing); });
    var hash = state.toString();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function recall() {
    var state = new URLSearchParams(location.hash.slice(1));
    if (!state.has("q") && !state.has("kind") && !state.has("standing")) return;
    field.value = state.get("q") || "";
    form.querySelectorAll("input[type=checkbox]").forEach(function (box) {
      box.checked = state.getAll(box.name).indexOf(box.value) >= 0;
    });
    search();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  form.addEventListener("input", search);
  window.addEventListener("hashchange", recall);
  recall();
})();
