// Sorting and filtering of the claims, and printing. Without it all of them stand there, in the order of the sheets.
(() => {
  // On paper nothing can be unfolded, so that all of it is.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  const table = document.getElementById("claim-rows");
  if (!table) return;
  const form = document.querySelector(".filter");
  const head = table.querySelector(".head");
  const rows = [...table.querySelectorAll(".row:not(.head)")];
  const facts = rows.map((row, place) => {
    const cells = row.children;
    const number = (name) => Number(row.dataset[name]);
    return {
      row, place,
      words: row.textContent.toLowerCase(),
      text: cells[0].textContent.trim(),
      status: row.dataset.status,
      rank: number("rank"),
      origins: number("origins"),
      pieces: cells[3].querySelectorAll("li").length,
      replies: cells[4].querySelectorAll(".reply").length,
      found: number("errors") * 1000 + number("warnings"),
      errors: number("errors") > 0,
      warnings: number("warnings") > 0,
      adverse: "adverse" in row.dataset,
      missing: cells[4].querySelector(".missing") !== null,
      unasked: cells[4].querySelector(".unasked") !== null,
      single: number("origins") < 2,
      uncopied: cells[3].querySelector(".copy:not(.kept)") !== null,
      withheld: row.classList.contains("withheld"),
    };
  });

  const filter = () => {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const status = form.status.value;
    const only = form.only.value;
    let shown = 0;
    for (const fact of facts) {
      const fits = (!status || fact.status === status) && (!only || fact[only]) && words.every((word) => fact.words.includes(word));
      if (fits) shown += 1;
      if (fact.row.hidden === fits) fact.row.hidden = !fits;
    }
    form.querySelector("output").textContent = shown === facts.length ? "" : `${shown} of ${facts.length}`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;

  // A link to a row that the filter hides shows it.
  const reveal = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row && row.hidden) {
      form.reset();
      filter();
      row.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const compare = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);
  // The first press on numbers brings the most to the top, but for origins, where the fewest are of interest.
  const first = { text: 1, rank: 1, origins: 1, pieces: -1, replies: -1, found: -1 };
  for (const cell of head.children) {
    const key = cell.dataset.sort;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = cell.textContent;
    cell.replaceChildren(button);
    let way = 0;
    button.addEventListener("click", () => {
      way = cell.hasAttribute("aria-sort") ? -way : first[key];
      for (const other of head.children) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      facts.sort((a, b) => way * compare(a[key], b[key]) || a.place - b.place);
      table.append(...facts.map((fact) => fact.row));
    });
  }
})();
