"use strict";
const find = document.querySelector(".find");
find.addEventListener("input", () => {
  const wanted = find.value.trim().toLowerCase();
  for (const row of document.querySelectorAll("tbody tr")) {
    row.hidden = wanted !== "" && !(row.textContent + row.title).toLowerCase().includes(wanted);
  }
});
