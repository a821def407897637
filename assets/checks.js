// Shows the law's objections while somebody types. Without it, the button "Check without saving" does.
"use strict";

const form = document.querySelector("form[data-checks]");
const checks = document.getElementById("checks");
let waiting = 0;
let asked = 0;

async function check() {
  const number = ++asked;
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { "X-Checks-Only": "1" },
  });
  // An answer that a later one has overtaken says nothing any more.
  if (answer.ok && number === asked) {
    checks.innerHTML = await answer.text();
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => check().catch(() => {}), 600);
}

form.addEventListener("input", soon);
form.addEventListener("change", soon);
