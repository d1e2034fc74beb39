"use strict";
// The page of one report. Text from the report only ever becomes textContent or a value, never markup.
const data = JSON.parse(document.getElementById("data").textContent);
const words = (key) => data.words[key];
const heading = (field) => data.headings[field] ?? String(field).replaceAll("_", " ");
const coded = (field, value) => data.codes[field]?.[value] ?? value;
const filled = (key, values) => words(key).replace(/\{(\w+)\}/g, (_, name) => (name === "s" ? (values.count === 1 ? "" : "s") : values[name]));
const $ = (id) => document.getElementById(id);
const made = (tag, props = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...inside);
  return element;
};

const facts = data.facts;
const factOf = new Map(facts.map((fact) => [fact.id, fact]));
const spansOf = new Map();
for (const span of document.querySelectorAll("[data-f]")) {
  for (const id of span.dataset.f.split(" ")) spansOf.set(id, [...(spansOf.get(id) ?? []), span]);
}
const narrow = () => matchMedia("(max-width: 48rem)").matches;
const marks = new Map(); // id -> { verdict, right }
let shown = [];
let current = null;

// --- the list ---------------------------------------------------------------------------------------------------
const rows = new Map();
const row = (fact) => {
  const button = made("button", { type: "button" },
    made("span", { className: `dot ${fact.kind}`, title: coded("kind", fact.kind) }),
    made("span", { className: "n", textContent: fact.name }),
    made("span", { className: "v", textContent: fact.short }),
    made("span", { className: "q", textContent: fact.quote }));
  button.addEventListener("click", () => open(fact.id, { scroll: true }));
  const item = made("li", {}, button);
  rows.set(fact.id, item);
  return item;
};
// What a fact is called, as the reader has corrected it.
const named = (kind, read) => ({
  name: read.indicator ?? read.name ?? `${read.verb ?? ""} ${read.object ?? ""}`.trim(),
  short: read.stage ? coded("stage", read.stage) : read.strength ? coded("strength", read.strength) : read.value == null ? read.relation ?? "" :
    `${data.signs[read.bound] ?? ""}${[read.value, read.value_max].filter((end) => end != null).join("–")} ${read.unit ?? ""}`.trim(),
});
const told = (fact) => {
  const mark = marks.get(fact.id);
  return mark?.verdict === "edited" ? named(fact.kind, { ...fact, ...mark.right }) : fact;
};
const look = (fact) => marks.get(fact.id)?.verdict ?? "unmarked";
const plain = (value) => (Array.isArray(value) ? value.join(" ") : value == null ? "" : String(value));
const FIELDS = ["tone", "bound", "measure", "indicator_id", "basis", "stage", "outlook", "sector", "strength", "period", "section", "inferred", "rule", "mark"];
const valuesOf = (fact, field) =>
  field === "mark" ? [look(fact)] : Array.isArray(fact[field]) ? fact[field] : fact[field] == null ? [] : [String(fact[field])];
const worded = (field, value) =>
  field === "section" ? data.sections[value] ?? value : field === "mark" ? words(value) : field === "inferred" ? heading(value) : coded(field, value);

const orders = {
  in_order: () => 0,
  by_name: (a, b) => a.name.localeCompare(b.name, "zh"),
  by_value: (a, b) => (b.amount ?? -Infinity) - (a.amount ?? -Infinity) || 0,
  by_length: (a, b) => b.quote.length - a.quote.length,
};
const kindsOn = () => new Set([...document.querySelectorAll("#kinds input:checked")].map((box) => box.value));

function filter() {
  const wanted = $("search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const byId = wanted.length > 0 && wanted.every((word) => factOf.has(word)); // ids alone are these facts, not r10 for r1
  const kinds = kindsOn();
  const [field, value] = [$("field").value, $("value").value];
  for (const box of document.querySelectorAll("#kinds input")) document.body.classList.toggle(`no-${box.value}`, !box.checked);
  shown = facts.filter((fact) => {
    const { name, short } = told(fact);
    const text = `${fact.id} ${name} ${short} ${fact.quote}`.toLowerCase();
    return kinds.has(fact.kind) && (byId ? wanted.includes(fact.id) : wanted.every((word) => text.includes(word)))
      && (!field || (value ? valuesOf(fact, field).includes(value) : valuesOf(fact, field).length > 0));
  }).sort(orders[$("sort").value]);
  $("list").replaceChildren(...shown.map((fact) => rows.get(fact.id)));
  if (!shown.length) $("list").append(made("li", { className: "lead", textContent: words("nothing") }));
  $("shown").textContent = filled("shown", { shown: shown.length, count: facts.length });
}

function fieldValues() {
  const counts = new Map();
  for (const fact of facts) for (const value of valuesOf(fact, $("field").value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]);
  $("value").replaceChildren(new Option(words("any_value"), ""),
    ...most.map(([value, count]) => new Option(`${worded($("field").value, value)} (${count})`, value)));
  $("value").hidden = !$("field").value;
}

// --- one fact ---------------------------------------------------------------------------------------------------
function open(id, { scroll = false } = {}) {
  for (const span of document.querySelectorAll(".on")) span.classList.remove("on");
  document.querySelector(".list [aria-current]")?.removeAttribute("aria-current");
  current = factOf.get(id);
  const spans = spansOf.get(id) ?? [];
  for (const span of spans) span.classList.add("on");
  highlightAdded(current);
  const item = rows.get(id);
  item.firstChild.setAttribute("aria-current", "true");
  if (item.isConnected) reveal($("list"), item);
  if (narrow()) sheet("card");
  if (scroll) (spans[0] ?? $(current.at.paragraph)).scrollIntoView({ block: narrow() ? "start" : "center" });
  card();
}

// Scrolls a box and not the page that it stands in, as scrollIntoView would.
function reveal(box, inside) {
  const [outer, inner] = [box.getBoundingClientRect(), inside.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
}

function card() {
  const fact = current;
  const mark = marks.get(fact.id);
  const names = data.fields[fact.kind];
  const list = made("dl");
  for (const name of names) {
    const value = mark?.right && name in mark.right ? mark.right[name] : fact[name];
    const parts = name === "inferred" ? value?.map(heading) : shape(value);
    const cell = made("dd", { textContent: name === "section" ? data.sections[value] ?? "—" : plain(parts) || "—" });
    if (name in data.codes && value) cell.textContent = coded(name, value);
    if ((fact.inferred ?? []).includes(name)) cell.className = "inferred";
    if (mark?.right && name in mark.right) cell.append(" ✎");
    if (data.following[name]?.some((of) => mark?.right && of in mark.right)) cell.textContent = words("follows");
    list.append(made("dt", { textContent: heading(name), title: name }), cell);
  }
  const others = [...new Set((spansOf.get(fact.id) ?? []).flatMap((span) => span.dataset.f.split(" ")))].filter((id) => id !== fact.id);
  $("card").replaceChildren(
    made("div", { className: "top" },
      made("strong", {}, made("span", { className: `dot ${fact.kind}` }), ` ${fact.id} · ${told(fact).name}`),
      made("span", { className: "lead", textContent: fact.at.page ? filled("page_no", { page: fact.at.page }) : "" })),
    made("blockquote", { textContent: fact.quote }),
    made("div", { className: "row" }, ...(mark?.verdict === "added" ? [] : [judge("right"), judge("wrong")]),
      action("edit", edit), ...(mark ? [action("clear", clear)] : [])),
    list, ...(fact.inferred?.length ? [made("p", { className: "lead inferred", textContent: words("inferred_help") })] : []),
    made("div", { className: "row" }, ...(others.length ? [made("span", { className: "lead", textContent: words("also_here") })] : []),
      ...others.map((id) => made("button", { type: "button", textContent: `${id} ${told(factOf.get(id)).name}`.slice(0, 24), onclick: () => open(id) }))));
}
const shape = (value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.values(value).filter((part) => part != null).join(" ") : value);
const action = (name, run) => made("button", { type: "button", textContent: words(name), onclick: run, id: `do-${name}` });
const judge = (verdict) => {
  const button = action(verdict, () => mark(current.id, { verdict }));
  button.setAttribute("aria-pressed", String(marks.get(current.id)?.verdict === verdict));
  return button;
};
