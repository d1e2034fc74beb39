// Marking facts right, wrong or edited, adding missing ones, saving all that. Goes on from report.js.

// --- marks ------------------------------------------------------------------------------------------------------
function mark(id, value) {
  if (value) marks.set(id, value); else marks.delete(id);
  paint(id);
  remember();
  if (current?.id === id) card();
}
function paint(id) {
  const verdict = marks.get(id)?.verdict;
  for (const element of [...(spansOf.get(id) ?? []), rows.get(id)]) {
    element.classList.remove("is-right", "is-wrong", "is-edited", "is-added");
    if (verdict) element.classList.add(`is-${verdict}`);
  }
  const { name, short } = told(factOf.get(id));
  rows.get(id).querySelector(".n").textContent = name;
  rows.get(id).querySelector(".v").textContent = short;
  $("told").textContent = filled("marks", { count: marks.size });
}
function clear() {
  const { id } = current;
  if (marks.get(id)?.verdict === "added") return forget(id);
  mark(id, null);
}
function forget(id) {
  marks.delete(id);
  facts.splice(facts.indexOf(factOf.get(id)), 1);
  factOf.delete(id);
  rows.get(id).remove();
  $("card").replaceChildren();
  current = null;
  highlightAdded(null);
  remember();
  filter();
}

// --- editing and adding -----------------------------------------------------------------------------------------
const input = (kind, name, value) => {
  const choices = data.choices[name];
  if (!choices) return made("input", { type: "text", name, value: plain(value), inputMode: data.numbers.includes(name) ? "decimal" : "text" });
  const select = made("select", { name }, ...choices.map((choice) => new Option(choice ? coded(name, choice) : "—", choice)));
  select.value = plain(value);
  return select;
};
function form(kind, values, done) {
  const list = made("dl");
  for (const name of data.editable[kind]) {
    list.append(made("dt", { textContent: heading(name), title: name }), made("dd", {}, input(kind, name, values[name])));
  }
  const element = made("form", { autocomplete: "off" }, list, made("div", { className: "row" },
    made("button", { type: "submit", className: "main", textContent: words("keep"), id: "keep" }),
    made("button", { type: "button", textContent: words("cancel"), onclick: () => (current ? card() : $("card").replaceChildren()) })));
  const refuse = (field, reason) => {
    field.after(made("small", { className: "fault", id: "fault", role: "alert", textContent: words(reason) }));
    field.setAttribute("aria-describedby", "fault");
    field.focus();
  };
  element.addEventListener("submit", (event) => {
    element.querySelector("#fault")?.remove();
    event.preventDefault();
    const read = {};
    for (const name of data.editable[kind]) {
      const field = element.elements[name];
      const text = field.value.trim();
      if (data.numbers.includes(name) && text && !/^-?\d+(\.\d+)?$/.test(text)) return refuse(field, "no_number");
      if (data.times.includes(name) && text && !/^\d{4}(-\d{4}|-\d{2}(-\d{2})?)?$/.test(text)) return refuse(field, "no_time");
      read[name] = text === "" ? (["unit", "object", "verb"].includes(name) ? "" : null) : data.numbers.includes(name) ? Number(text) : text;
    }
    done(read);
  });
  return element;
}
function edit() {
  const fact = current;
  const before = marks.get(fact.id)?.right ?? {};
  $("card").replaceChildren(made("blockquote", { textContent: fact.quote }), form(fact.kind, { ...fact, ...before }, (read) => {
    if (marks.get(fact.id)?.verdict === "added") {
      Object.assign(fact, read, named(fact.kind, read));
      rows.get(fact.id).replaceWith(row(fact));
      return mark(fact.id, { verdict: "added", right: read });
    }
    const right = Object.fromEntries(Object.entries(read).filter(([name, value]) => (fact[name] ?? (value === "" ? "" : null)) !== value));
    mark(fact.id, Object.keys(right).length ? { verdict: "edited", right } : { verdict: "right" });
  }));
  $("card").querySelector("input, select").focus();
}

function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const paragraph = (node) => (node.nodeType === 1 ? node : node.parentElement).closest(".prose > [id^='p']");
  const home = paragraph(range.startContainer);
  if (!home || home !== paragraph(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(home);
  before.setEnd(range.startContainer, range.startOffset);
  const start = [...before.toString()].length + [...range.toString()].length - [...range.toString().trimStart()].length;
  const quote = range.toString().trim();
  return quote ? { quote, box: range.getBoundingClientRect(), at: { paragraph: home.id, start, end: start + [...quote].length } } : null;
}
// What can be done with selected words: add a fact on them, or put the fact that is open on them.
const adder = made("button", { type: "button", className: "main", id: "add", textContent: words("add") });
const mover = made("button", { type: "button", id: "move" });
const offers = made("div", { className: "offers", hidden: true }, adder, mover);
document.body.append(offers);
document.addEventListener("selectionchange", () => {
  const here = chosen();
  offers.hidden = !here;
  if (!here) return;
  mover.hidden = !current;
  mover.textContent = current ? filled("move", { id: current.id }) : "";
  Object.assign(offers.style, { left: `${Math.max(8, Math.min(here.box.left, innerWidth - offers.offsetWidth - 8))}px`, top: `${here.box.bottom + scrollY + 6}px` });
});
offers.addEventListener("pointerdown", (event) => event.preventDefault());
adder.addEventListener("click", () => {
  const here = chosen();
  if (!here) return;
  const kind = made("select", { id: "kind" }, ...Object.keys(data.editable).map((name) => new Option(coded("kind", name), name)));
  const number = here.quote.match(/(\d+(?:\.\d+)?)\s*([^\d\s，,。；;以左至]*)/);
  const redraw = () => {
    const guess = { value: number?.[1], unit: number?.[2], measure: "level", bound: "exact", stage: "planned", outlook: "planned",
      strength: "soft", period: plain(data.year), name: here.quote, object: here.quote, indicator: here.quote.replace(/\d.*$/, "") };
    ask(made("label", {}, `${words("added_as")} `, kind), here, kind.value, guess, () => {});
  };
  kind.addEventListener("change", redraw);
  redraw();
  getSelection().removeAllRanges();
});
// The fact on its old words is wrong then, and one with its fields stands on the new ones.
mover.addEventListener("click", () => {
  const [here, old] = [chosen(), current];
  if (!here) return;
  const added = marks.get(old.id)?.verdict === "added";
  ask(made("strong", { textContent: `${old.id} · ${told(old).name}` }), here, old.kind, { ...old, ...marks.get(old.id)?.right },
    () => (added ? forget(old.id) : mark(old.id, { verdict: "wrong" })));
  getSelection().removeAllRanges();
});
function ask(head, here, kind, values, before) {
  if (narrow()) sheet("card");
  $("card").replaceChildren(head, made("blockquote", { textContent: here.quote }),
    form(kind, values, (read) => { before(); const fact = include(kind, here, read); remember(); open(fact.id); }));
}
function include(kind, here, read) {
  let n = 1;
  while (factOf.has(`+${n}`)) n += 1;
  const fact = { id: `+${n}`, kind, quote: here.quote, at: here.at, section: null, ...read, ...named(kind, read) };
  facts.push(fact);
  factOf.set(fact.id, fact);
  row(fact);
  marks.set(fact.id, { verdict: "added", right: read });
  paint(fact.id);
  filter();
  return fact;
}
function highlightAdded(fact) {
  if (!globalThis.Highlight) return;
  CSS.highlights.delete("added");
  if (!fact || spansOf.has(fact.id)) return;
  const range = document.createRange();
  let at = 0;
  const walk = document.createTreeWalker($(fact.at.paragraph), NodeFilter.SHOW_TEXT);
  const inUnits = (points) => [...$(fact.at.paragraph).textContent].slice(0, points).join("").length;
  const [start, end] = [inUnits(fact.at.start), inUnits(fact.at.end)];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (at <= start && start < at + node.length) range.setStart(node, start - at);
    if (at < end && end <= at + node.length) range.setEnd(node, end - at);
    at += node.length;
  }
  CSS.highlights.set("added", new Highlight(range));
}

// --- saving -----------------------------------------------------------------------------------------------------
const AROUND = 30;
function corrections(whole) {
  if (whole) for (const fact of facts) if (!marks.has(fact.id)) marks.set(fact.id, { verdict: "right" });
  const told = [...marks].map(([id, { verdict, right }]) => {
    const fact = factOf.get(id);
    const text = [...$(fact.at.paragraph).textContent];
    const found = Object.fromEntries(data.editable[fact.kind].map((name) => [name, fact[name] ?? (["unit", "object", "verb"].includes(name) ? "" : null)]));
    return {
      verdict, kind: fact.kind, id: verdict === "added" ? null : id, quote: fact.quote,
      before: text.slice(Math.max(0, fact.at.start - AROUND), fact.at.start).join(""),
      behind: text.slice(fact.at.end, fact.at.end + AROUND).join(""),
      paragraph: fact.at.paragraph, start: fact.at.start,
      found: verdict === "added" ? null : found, right: right ?? null,
    };
  });
  return { corrections_version: "1.0", versions: data.versions, source: data.source, place: data.place, year: data.year,
    complete: whole, corrections: told };
}
function save() {
  const printed = JSON.stringify(corrections($("complete").checked), null, 2) + "\n";
  for (const id of marks.keys()) paint(id);
  const url = URL.createObjectURL(new Blob([printed], { type: "application/json" }));
  made("a", { href: url, download: `${data.source.name.replace(/\.\w+$/, "")}.corrections.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
function take(saved) {
  if (!Array.isArray(saved?.corrections)) return words("no_corrections");
  if (saved.source.sha256 !== data.source.sha256 && (saved.place !== data.place || saved.year !== data.year)) return words("not_of_this");
  const known = new Map(facts.map((fact) => [`${fact.kind} ${fact.at.paragraph} ${fact.at.start} ${fact.quote} ${fact.name}`, fact.id]));
  for (const one of saved.corrections) {
    const at = { paragraph: one.paragraph, start: one.start, end: one.start + [...one.quote].length };
    if ([...($(at.paragraph)?.textContent ?? "")].slice(at.start, at.end).join("") !== one.quote) continue;
    if (one.verdict === "added") { include(one.kind, { quote: one.quote, at }, one.right); continue; }
    const id = known.get(`${one.kind} ${at.paragraph} ${at.start} ${one.quote} ${named(one.kind, one.found).name}`);
    if (id) { marks.set(id, { verdict: one.verdict, ...(one.right ? { right: one.right } : {}) }); paint(id); }
  }
  return filled("marks", { count: marks.size });
}
// What was marked and not saved is there again when the page is opened again, where the browser keeps such things.
const KEPT = `reportparse ${data.source.sha256}`;
function remember() {
  try { localStorage.setItem(KEPT, JSON.stringify(corrections(false))); } catch { /* it need not */ }
}
