// Lets words be clicked and boxes be dragged on the picture of a page. Without it, words are ticked beside it.
"use strict";

const form = document.querySelector("[data-redact]");
const sheet = form && form.querySelector("[data-sheet]");
const millimetres = 25.4 / 72;
const least = 3;

if (sheet) {
  for (const hint of form.querySelectorAll("[data-scripted]")) {
    hint.hidden = false;
  }
  sheet.classList.add("an-sheet--live");
  let began = null;
  let drawn = null;

  // Where a pointer is, in the points of the page.
  function place(event) {
    const point = new DOMPoint(event.clientX, event.clientY);
    const { x, y } = point.matrixTransform(sheet.getScreenCTM().inverse());
    const { width, height } = sheet.viewBox.baseVal;
    return { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) };
  }

  function boxFrom(one, other) {
    return {
      left: Math.min(one.x, other.x),
      top: Math.min(one.y, other.y),
      right: Math.max(one.x, other.x),
      bottom: Math.max(one.y, other.y),
    };
  }

  function show(box) {
    if (!drawn) {
      drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      drawn.classList.add("an-sheet__drawn");
      sheet.append(drawn);
    }
    drawn.setAttribute("x", box.left);
    drawn.setAttribute("y", box.top);
    drawn.setAttribute("width", box.right - box.left);
    drawn.setAttribute("height", box.bottom - box.top);
  }

  function fill(box) {
    for (const side of ["left", "top", "right", "bottom"]) {
      form.elements[`box-${side}`].value = box ? (box[side] * millimetres).toFixed(2) : "";
    }
    if (!box && drawn) {
      drawn.remove();
      drawn = null;
    }
  }

  function picked(number) {
    const word = form.querySelector(`input[name="word"][value="${number}"]`);
    if (word) {
      word.checked = !word.checked;
      follow();
    }
  }

  // The picture shows what is ticked beside it.
  function follow() {
    for (const word of form.querySelectorAll('input[name="word"]')) {
      const rect = sheet.querySelector(`[data-word="${word.value}"]`);
      rect.classList.toggle("an-sheet__word--picked", word.checked);
    }
  }

  // The boxes of marks and numbers lie over the words.
  function wordUnder(event) {
    return document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((one) => one.dataset && one.dataset.word !== undefined && sheet.contains(one));
  }

  sheet.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      began = place(event);
      sheet.setPointerCapture(event.pointerId);
      event.preventDefault();
    }
  });
  sheet.addEventListener("pointermove", (event) => {
    if (began) {
      const box = boxFrom(began, place(event));
      if (box.right - box.left > least || box.bottom - box.top > least) {
        show(box);
      }
    }
  });
  sheet.addEventListener("pointerup", (event) => {
    if (!began) {
      return;
    }
    const box = boxFrom(began, place(event));
    began = null;
    if (box.right - box.left > least && box.bottom - box.top > least) {
      show(box);
      fill(box);
      return;
    }
    fill(null);
    const word = wordUnder(event);
    if (word) {
      picked(word.dataset.word);
    }
  });
  sheet.addEventListener("pointercancel", () => {
    began = null;
    fill(null);
  });
  form.addEventListener("change", follow);
  form.addEventListener("keydown", (event) => {
    const words = [...form.querySelectorAll('input[name="word"]')];
    const here = words.indexOf(event.target);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (here >= 0 && step && words[here + step]) {
      words[here + step].focus();
      event.preventDefault();
    }
  });
  follow();
}
