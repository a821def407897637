// Shows how far an import is while it is read. Without it, the link "Look again" does.
"use strict";

const often = 5000;

async function look() {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // What is new at its end, doubts and buttons, stands elsewhere on the page.
  if (answer.ok && !page.querySelector("[data-watched]")) {
    location.reload();
    return;
  }
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = answer.ok && page.getElementById(part.id);
    if (now && now.innerHTML !== part.innerHTML) {
      part.innerHTML = now.innerHTML;
    }
  }
  setTimeout(again, often);
}

function again() {
  look().catch(() => setTimeout(again, often));
}

if (document.querySelector("[data-watched]")) {
  setTimeout(again, often);
}
