// Lets a passage be dragged onto the question that it answers. Without it, the boxes are ticked.
"use strict";

const passage = document.querySelector("[data-passage]");
const form = document.querySelector("[data-placing]");

if (passage && form) {
  passage.draggable = true;
  passage.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", "passage");
    event.dataTransfer.effectAllowed = "link";
  });
  for (const item of form.querySelectorAll(".govuk-checkboxes__item")) {
    item.addEventListener("dragover", (event) => {
      event.preventDefault();
      item.classList.add("an-over");
    });
    item.addEventListener("dragleave", () => item.classList.remove("an-over"));
    item.addEventListener("drop", (event) => {
      event.preventDefault();
      item.classList.remove("an-over");
      const box = item.querySelector("input");
      box.checked = true;
      box.focus();
    });
  }
}
