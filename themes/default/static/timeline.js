// Narrows the timeline down to what a reader asks for, and looks at one period closer. The page is complete without it:
// every entry stands in the list and in a picture. What is chosen stands in the address, so that it can be sent.
(function () {
  "use strict";

  var form = document.getElementById("choose");
  if (!form) return;
  var said = document.getElementById("chosen-said");
  var texts = form.dataset;
  var selects = Array.from(form.querySelectorAll("select"));
  var items = Array.from(document.querySelectorAll("main li[data-tags]"));
  var marks = Array.from(document.querySelectorAll("main svg [data-items]"));
  var closer = Array.from(document.querySelectorAll("details.closer"));
  var whole = Array.from(document.querySelectorAll("figure.picture > .time-picture"));
  var tags = new Map(items.map(function (item) { return [item, item.dataset.tags.split(" ")]; }));

  function isAskedFor(item) {
    return selects.every(function (select) {
      if (!select.value) return true;
      if (select.name === "period") return item.dataset.period === select.value;
      return tags.get(item).indexOf(select.name + ":" + select.value) >= 0;
    });
  }

  function show() {
    var shown = new Set();
    items.forEach(function (item) {
      item.hidden = !isAskedFor(item);
      if (!item.hidden) shown.add(item.id);
    });
    document.querySelectorAll("main section.year").forEach(function (section) {
      section.hidden = !section.querySelector("li:not([hidden])");
    });
    marks.forEach(function (mark) {
      var any = mark.dataset.items.split(" ").some(function (item) { return shown.has(item); });
      mark.classList.toggle("time-off", !any);
    });
    var period = form.elements.period ? form.elements.period.value : "";
    var drawn = closer.some(function (one) { return one.dataset.period === period; });
    closer.forEach(function (one) {
      one.hidden = period !== "" && one.dataset.period !== period;
      if (period !== "") one.open = one.dataset.period === period;
    });
    whole.forEach(function (picture) { picture.classList.toggle("time-away", drawn); });
    said.textContent = shown.size === items.length
      ? texts.all.replace("%", String(items.length))
      : texts.some.replace("%", String(shown.size)).replace("%", String(items.length));
  }

  function remember() {
    var state = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) state.set(select.name, select.value); });
    var hash = state.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  // An address without a choice, such as that of a period, leads somewhere on the page: everything is shown there.
  function recall() {
    var state = new URLSearchParams(location.hash.indexOf("=") > 0 ? location.hash.slice(1) : "");
    selects.forEach(function (select) {
      select.value = state.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { show(); remember(); });
  form.addEventListener("reset", function () {
    selects.forEach(function (select) { select.value = ""; });
    show();
    remember();
  });
  window.addEventListener("hashchange", recall);
  recall();
})();
