// Single keys. They are physical (event.code), since the layout may be Arabic; they rest while somebody types, and the
// preferences switch them off. `/` focuses [data-key=Slash], `?` opens the list of keys, J and K walk [data-step],
// any other key clicks [data-key=…]: in the current step first, else outside of all steps, never in another step.
const typing = (element) => element.closest("input, select, textarea, [contenteditable]");
const steps = () => [...document.querySelectorAll("[data-step]")].filter((step) => step.offsetParent !== null);
const current = () => document.querySelector("[data-step][aria-current=true]");

export function walk(to) {
  current()?.removeAttribute("aria-current");
  to.setAttribute("aria-current", "true");
  (to.matches("a, button, [tabindex]") ? to : to.querySelector("a, button"))?.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
  to.dispatchEvent(new CustomEvent("mithaq:step", { bubbles: true }));
}

function step(by) {
  const all = steps();
  if (!all.length) return false;
  const at = all.indexOf(current());
  walk(all[Math.min(all.length - 1, Math.max(0, at + by))]);
  return true;
}

function press(code) {
  const keyed = [...document.querySelectorAll(`[data-key="${CSS.escape(code)}"]`)];
  const target = keyed.find((key) => current()?.contains(key)) ?? keyed.find((key) => !key.closest("[data-step]"));
  if (!target) return false;
  if (target.matches("input")) target.focus();
  else target.click();
  return true;
}

function open(id) {
  const dialog = document.getElementById(id);
  if (!dialog?.showModal) return false;
  dialog.showModal();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (document.body.dataset.keys !== "keys" || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  const walking = { KeyJ: 1, KeyK: -1 }[event.code];
  const done = event.shiftKey ? event.code === "Slash" && open("keys") : walking ? step(walking) : press(event.code);
  if (done) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener && open(opener.dataset.opens)) event.preventDefault();
});
