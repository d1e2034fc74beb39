"use strict";
const find = document.querySelector(".find");
find.addEventListener("input", () => {
  for (const row of document.querySelectorAll("tr.quotes")) row.previousSibling.querySelector(".more").click();
  const wanted = find.value.trim().toLowerCase();
  for (const row of document.querySelectorAll("tbody tr")) {
    row.hidden = wanted !== "" && !(row.textContent + row.title).toLowerCase().includes(wanted);
  }
});
// The quotes behind a row: a mouse sees them as its title, a finger and the keyboard open them below it.
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[title]");
  if (!row || (String(getSelection()) && !event.target.closest(".more"))) return;
  const opens = !row.nextSibling?.classList?.contains("quotes");
  row.querySelector(".more").setAttribute("aria-expanded", opens);
  if (!opens) return row.nextSibling.remove();
  const cell = Object.assign(document.createElement("td"), { colSpan: row.cells.length, className: "wide", textContent: row.title });
  const quotes = Object.assign(document.createElement("tr"), { className: "quotes" });
  quotes.append(cell);
  row.after(quotes);
});
