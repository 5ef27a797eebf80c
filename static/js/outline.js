/** The outline says where on the page one is: the last section whose heading has passed the upper third of the window. */

/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll(".outline a[href^='#']")];
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
const place = /** @type {HTMLElement} */ (document.querySelector(".outline"));
let asked = false;

function mark() {
  asked = false;
  let here = -1;
  sections.forEach((section, index) => { if (section && section.getBoundingClientRect().top < innerHeight / 3) here = index; });
  links.forEach((link, index) => {
    if (index !== here) link.removeAttribute("aria-current");
    else if (!link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "location");
      if (place.scrollHeight > place.clientHeight) place.scrollTop = link.offsetTop - place.clientHeight / 2;
    }
  });
}

const ask = () => { if (!asked) { asked = true; requestAnimationFrame(mark); } };
addEventListener("scroll", ask, { passive: true });
addEventListener("resize", ask);
ask();
