// What axe-core does not look for. `window.measures(phone)` answers the faults of the page as it is shown now.
(() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const told = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);

  function sideways() {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    const wide = [...document.body.querySelectorAll("*")].find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return shown(one) && (left < -1 || right > root.clientWidth + 1) && !one.closest(".vh, .tw, .views");
    });
    return [`scrolls sideways by ${over} px${wide ? `: ${told(wide)}` : ""}`];
  }

  function ends(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) nodes.push(walker.currentNode);
    const box = (node, at) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [nodes[0], nodes[nodes.length - 1]];
    return [box(first, first.data.search(/\S/)), box(last, last.data.trimEnd().length - 1)];
  }

  // A number, range or percent runs from the left, also in Arabic: its first character stands left of its last.
  function turned() {
    return [...document.querySelectorAll("bdi")].filter((island) => {
      const text = island.textContent.trim();
      if (text.length < 2 || /\p{L}|[\u0660-\u0669]/u.test(text) || !shown(island)) return false;
      const [first, last] = ends(island);
      return first.top === last.top && first.left >= last.left;
    }).map((island) => `turned round: ${told(island)}`);
  }

  // The same outside an island (an element, or isolates in the text) would be turned by the Arabic around it.
  function naked() {
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const risky = data.replace(/[\u2066\u2068][^\u2069]*\u2069/g, " ").match(/[−+]\d|\d\s?[–-]\s?\d|\d%/);
      if (!risky || !shown(parentElement) || parentElement.closest("bdi, [dir=ltr], script, textarea, code")) continue;
      if (getComputedStyle(parentElement).direction === "rtl") faults.push(`no island around “${risky[0]}”: ${told(parentElement)}`);
    }
    return faults;
  }

  const CONTROLS = "button, select, textarea, summary, nav a, .btn, .tool, input:not([type=hidden], [type=checkbox], [type=radio])";
  function small() {
    const low = [...document.querySelectorAll(CONTROLS)].filter((one) => {
      if (!shown(one) || one.closest(".vh")) return false;
      const { height, width } = one.getBoundingClientRect();
      return height < 43.5 || width < 43.5;
    });
    const ticks = [...document.querySelectorAll("input[type=checkbox], input[type=radio]")].filter((one) => {
      const label = one.closest("label") ?? one;
      return shown(one) && label.getBoundingClientRect().height < 43.5;
    });
    return [...low, ...ticks].map((one) => `under 44 px (${Math.round(one.getBoundingClientRect().height)}): ${told(one)}`);
  }

  window.measures = (phone) => [...sideways(), ...turned(), ...naked(), ...(phone ? small() : [])];
})();
