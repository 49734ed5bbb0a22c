// A box that ticks all boxes of one name; without this it is not shown.
for (const all of document.querySelectorAll("[data-ticks]")) all.closest("label").hidden = false;

document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-ticks]");
  const boxes = all ? document.getElementsByName(all.dataset.ticks) : [];
  for (const box of boxes) if (!box.disabled) box.checked = all.checked;
});
