// Requests of ours, with the CSRF token that base.html gives to htmx too.
const inherited = document.body.getAttribute("hx-headers:inherited");
export const headers = { ...JSON.parse(inherited), "X-Requested-With": "fetch" };

// Posts fields; answers whether they were taken (a redirect to the sign-in page is no).
export async function post(address, fields, options = {}) {
  try {
    const answer = await fetch(address, { method: "POST", headers, body: new URLSearchParams(fields), ...options });
    return answer.ok && !answer.redirected;
  } catch {
    return false;
  }
}
