// The reader: the proposal that is open shows its sentence and its words, and the next one opens when one was decided.
// keys.js walks the cards and presses their buttons; htmx swaps them. Without this module every button still works.
import { walk } from "./keys.js";

const cards = "[data-step][data-number]";
const open = () => document.querySelector(`${cards}[aria-current=true]`);

function show(card) {
  for (const other of document.querySelectorAll(`${cards}[aria-current=true]`)) if (other !== card) other.removeAttribute("aria-current");
  card.setAttribute("aria-current", "true");
  for (const shown of document.querySelectorAll(".sent.at, mark.now")) shown.classList.remove("at", "now");
  for (const mark of document.querySelectorAll(`mark[data-n="${card.dataset.number}"]:not(.off)`)) mark.classList.add("now");
  const sentence = document.getElementById(`s${card.dataset.sentence}`);
  sentence?.classList.add("at");
  return sentence;
}

function unfold(card) {
  const folded = card.querySelector("details[name=proposal]");
  if (folded) folded.open = true;
  return folded?.querySelector("summary");
}

// By the keys J and K: unfold, focus, and bring card and sentence into view, on a desk side by side.
document.addEventListener("mithaq:step", (event) => {
  const card = event.target.closest(cards);
  if (!card) return;
  const sentence = show(card);
  unfold(card)?.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  if (matchMedia("(min-width: 60rem)").matches) sentence?.scrollIntoView({ block: "nearest" });
});

// By the mouse, or with a number of the text.
document.addEventListener("toggle", (event) => {
  if (!event.target.open) return;
  const card = event.target.matches("details[name=proposal]") && event.target.closest(cards);
  if (card && card !== open()) show(card);
  if (event.target.matches(".refuse")) event.target.querySelector("input:not([type=hidden])").focus();
}, true);
addEventListener("hashchange", () => arrive());

// A permalink leads to a proposal, to a sentence, or to a sentence on another page of a long text.
function arrive() {
  const [, kind, number] = location.hash.match(/^#([sp])(\d+)$/) ?? [];
  const there = number && document.getElementById(`${kind}${number}`);
  if (there?.matches(cards)) { show(there); unfold(there); }
  if (kind === "s" && !there && !new URLSearchParams(location.search).has("s")) location.replace(`?s=${number}#s${number}`);
}
arrive();

// After a part was swapped in: go on at the card that is current now; in a form, at its first field.
document.addEventListener("htmx:after:swap", () => {
  const card = open();
  const field = card?.querySelector("form.stack select, form.stack input:not([type=hidden]), form.stack textarea");
  if (field) field.focus();
  else if (card) walk(card);
});
