// Keys, clicks, and the beginning. Goes on from report.js and correcting.js.

function sheet(name) {
  document.body.dataset.sheet = name;
  for (const button of document.querySelectorAll("[data-opens]")) button.setAttribute("aria-expanded", String(button.dataset.opens === name));
}
function step(by) {
  if (!shown.length) return;
  const at = shown.indexOf(current);
  open(shown[Math.min(Math.max(at + by, 0), shown.length - 1)].id, { scroll: true });
}
const keys = {
  j: () => step(1), k: () => step(-1), "/": () => $("search").focus(), s: save,
  r: () => current && mark(current.id, { verdict: "right" }), w: () => current && mark(current.id, { verdict: "wrong" }),
  e: () => current && edit(), c: () => current && clear(),
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { document.activeElement.blur(); sheet(""); if (current) card(); }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
});
document.querySelector(".prose").addEventListener("click", (event) => {
  const span = event.target.closest("[data-f]");
  if (!span || !getSelection().isCollapsed) return;
  const kinds = kindsOn();
  const ids = span.dataset.f.split(" ");
  open(ids.find((id) => kinds.has(factOf.get(id).kind)) ?? ids[0]);
});
document.querySelector(".outline").addEventListener("click", () => sheet(""));
for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => sheet(document.body.dataset.sheet === button.dataset.opens ? "" : button.dataset.opens));
}
for (const id of ["search", "value", "sort"]) $(id).addEventListener("input", filter);
$("kinds").addEventListener("change", filter);
$("field").addEventListener("input", () => { fieldValues(); filter(); });
$("save").addEventListener("click", save);
$("load").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async () => {
  let saved = null;
  try { saved = JSON.parse(await $("file").files[0].text()); } catch { /* told below */ }
  $("told").textContent = take(saved);
  filter();
});

const known = FIELDS.filter((field) => field === "mark" || facts.some((fact) => valuesOf(fact, field).length));
$("field").replaceChildren(new Option(words("any_field"), ""), ...known.map((field) => new Option(field === "mark" ? words("mark") : heading(field), field)));
facts.forEach(row);
fieldValues();
try { const kept = localStorage.getItem(KEPT); if (kept) take(JSON.parse(kept)); } catch { /* it need not */ }
filter();

const links = new Map([...document.querySelectorAll(".outline a")].map((link) => [link.hash.slice(1), link]));
const watch = new IntersectionObserver((seen) => {
  for (const one of seen) if (one.isIntersecting) {
    document.querySelector(".outline [aria-current]")?.removeAttribute("aria-current");
    links.get(one.target.id)?.setAttribute("aria-current", "location");
    reveal(document.querySelector(".outline"), links.get(one.target.id));
  }
}, { rootMargin: "0px 0px -75% 0px" });
for (const id of links.keys()) if ($(id)) watch.observe($(id));
