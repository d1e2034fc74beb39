"use strict";
const pick = document.getElementById("pick");
const show = () => {
  for (const part of document.querySelectorAll(".part")) part.hidden = part.id !== pick.value;
};
if (pick) {
  if (document.getElementById(location.hash.slice(1))) pick.value = location.hash.slice(1);
  pick.addEventListener("input", show);
  show();
  addEventListener("beforeprint", () => { for (const part of document.querySelectorAll(".part")) part.hidden = false; });
  addEventListener("afterprint", show);
}
