// A form with data-draft="name" is kept on the server every few seconds while somebody types, and filled again when
// they come back. data-draft-restored says so, with the way to start afresh (data-draft-drop). What comes back from
// being sent (data-draft-sent) stays as it came. A form with data-dirty, and a draft that could not be kept, ask before
// the page is left. A form that fails to keep says data-draft-lost.
import { post } from "./send.js";

const PAUSE = 3000;
const skipped = new Set(["csrfmiddlewaretoken", "password", "version", "once", "as_shown"]);
const typed = (form) => {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (skipped.has(name) || typeof value !== "string") continue;
    (fields[name] ??= []).push(value);
  }
  return JSON.stringify(fields);
};
const unsent = new Map(); // form -> what it held when the page came
const sentKey = (name) => `sent:${name}`;

function fill(form, fields) {
  for (const element of form.elements) {
    const values = fields[element.name];
    if (!values || element.type === "hidden" || skipped.has(element.name)) continue;
    if (element.type === "checkbox" || element.type === "radio") element.checked = values.includes(element.value);
    else if (element.multiple) for (const option of element.options) option.selected = values.includes(option.value);
    else if (element.type !== "file") element.value = values[0];
  }
}

function say(form, words, drop) {
  const line = form.querySelector("[data-draft-line]");
  if (!line) return;
  line.hidden = false;
  line.querySelector("[data-words]").textContent = words;
  line.querySelector("button").hidden = !drop;
}

async function restore(form, place) {
  const answer = await fetch(`${place}?form=${encodeURIComponent(form.dataset.draft)}`);
  if (!answer.ok || answer.redirected) return;
  const fields = await answer.json();
  if (!Object.keys(fields).length || JSON.stringify(fields) === typed(form)) return;
  fill(form, fields);
  say(form, form.dataset.draftRestored, true);
}

function keep(form, place) {
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const kept = await post(`${place}keep/`, { form: form.dataset.draft, typed: typed(form) });
      say(form, kept ? form.dataset.draftKept : form.dataset.draftLost, kept);
      if (kept) unsent.set(form, typed(form));
    }, PAUSE);
  });
  form.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-draft-drop]")) return;
    await post(`${place}drop/`, { form: form.dataset.draft });
    unsent.delete(form);
    location.reload();
  });
}

// A draft goes when its form was sent and the page that came is not the same form again (with what was wrong in it).
function forget(place) {
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith("sent:")) continue;
    const name = key.slice("sent:".length);
    const again = [...document.forms].some((form) => form.dataset.draft === name);
    sessionStorage.removeItem(key);
    if (!again && place) post(`${place}drop/`, { form: name });
  }
}

const place = document.body.dataset.drafts;
forget(place);
for (const form of document.querySelectorAll("form[data-draft], form[data-dirty]")) {
  unsent.set(form, typed(form));
  form.addEventListener("submit", () => {
    unsent.delete(form);
    if (form.dataset.draft) sessionStorage.setItem(sentKey(form.dataset.draft), "1");
  });
  if (!form.dataset.draft || !place) continue;
  if (!form.querySelector(".err") && !("draftSent" in form.dataset)) restore(form, place);
  keep(form, place);
}
addEventListener("beforeunload", (event) => {
  for (const [form, before] of unsent) if (typed(form) !== before) event.preventDefault();
});
