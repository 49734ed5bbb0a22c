// The theme changes at once; the cookie follows, so that the next page comes in it without a flash.
import { post } from "./send.js";

const root = document.documentElement;
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-theme-switch]")) return;
  event.preventDefault();
  const theme = dark() ? "light" : "dark";
  root.dataset.theme = theme;
  post(event.target.action, { theme }, { redirect: "manual" });
});
