// Menus close on Escape and when somebody clicks elsewhere; toasts close; what is wrong with a form gets the focus.
const close = (menu) => {
  menu.open = false;
  menu.querySelector("summary").focus();
};

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) close(menu);
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  event.target.closest("[data-closes]")?.closest(".toast").remove();
});

for (const button of document.querySelectorAll("[data-closes]")) button.hidden = false;
document.querySelector("[data-focus]")?.focus();
