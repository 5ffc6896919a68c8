// Asks the site how strong the password is that is being typed, when the typing rests. Without this the form works too.
"use strict";
for (const place of document.querySelectorAll(".strength[data-action]")) {
  const [meter, words] = place.children;
  const form = place.closest("form");
  const input = form.elements[place.dataset.field];
  let rest, latest = 0;

  const show = (answer) => {
    meter.hidden = !answer;
    meter.value = answer ? answer.score : 0;
    const message = answer ? answer.message : "";
    // What has not changed is not read out again.
    if (words.textContent !== message) words.textContent = message;
  };

  const ask = async () => {
    const mine = ++latest;
    const body = new URLSearchParams();
    for (const name of ["csrf_token", "username", "email", input.name]) {
      if (form.elements[name]) body.set(name, form.elements[name].value);
    }
    let answer;
    try {
      const headers = { Accept: "application/json" };
      const response = input.value && await fetch(place.dataset.action, { method: "POST", body, headers });
      if (response && response.status === 200) answer = await response.json();
    } catch { /* No answer, no meter. */ }
    if (mine === latest) show(answer);
  };

  input.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(ask, 400);
  });
}
