'use strict';
// What a reader can choose. The page is complete without it; nothing is loaded, kept or sent.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  root.classList.add('live');

  // Pictures: what lies over them, and their window.
  const showOedema = () => {
    const chosen = document.querySelector('input[name="oedema"]:checked')?.value;
    root.classList.toggle('oedema-outline', chosen === 'outline');
    root.classList.toggle('oedema-off', chosen === 'off');
  };
  all('input[name="oedema"]').forEach(input => input.addEventListener('change', showOedema));
  const hide = input => root.classList.toggle('no-' + input.dataset.hides, !input.checked);
  all('input[data-hides]').forEach(input => input.addEventListener('change', () => hide(input)));
  const choice = document.querySelector('select[data-window]');
  const showWindow = () => all('[data-station]').forEach(image => {
    if (choice?.value) {
      image.setAttribute('filter', 'url(#' + choice.value + '-' + image.dataset.station + ')');
    } else {
      image.removeAttribute('filter');
    }
  });
  choice?.addEventListener('change', showWindow);
  // A browser may fill in what was chosen before the page was opened again.
  showOedema();
  all('input[data-hides]').forEach(hide);
  showWindow();

  // Units: one of each index is open.
  const open = new Map();
  const chips = section => all('.chips a', section);
  const show = (section, link) => {
    if (!link) {
      return;
    }
    open.set(section, link);
    chips(section).forEach(chip => chip.toggleAttribute('aria-current', chip === link));
    const showAll = section.querySelector('[data-all]').checked;
    all('.unit-card', section).forEach(card => card.classList.toggle('closed', !showAll && '#' + card.id !== link.hash));
  };
  const turn = (section, by) => {
    const links = chips(section);
    const next = links[(links.indexOf(open.get(section)) + by + links.length) % links.length];
    show(section, next);
    section.querySelector('[role="status"]').textContent = next.textContent;
  };
  const sections = all('section.index').filter(section => chips(section).length > 0);
  const follow = () => {
    const name = location.hash.slice(1);
    const section = sections.find(one => chips(one).some(link => link.hash === '#' + name));
    if (section) {
      show(section, chips(section).find(link => link.hash === '#' + name));
      const card = document.getElementById(name);
      card.focus({ preventScroll: true });
      (section.querySelector('[data-all]').checked ? card : section.querySelector('.pager')).scrollIntoView();
    }
  };
  sections.forEach(section => {
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    status.className = 'unseen';
    section.append(status);
    const first = section.querySelector('.unit-card');
    show(section, chips(section).find(link => link.hash === '#' + first.id));
    all('[data-turn]', section).forEach(button => button.addEventListener('click', () => turn(section, Number(button.dataset.turn))));
    section.querySelector('[data-all]').addEventListener('change', () => show(section, open.get(section)));
    section.addEventListener('keydown', event => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        turn(section, by);
      }
    });
  });
  // Also for the unit that is in the address already, which changes nothing there.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#unit-"]');
    if (link && link.getAttribute('href') === location.hash) {
      follow();
    }
  });
  window.addEventListener('hashchange', follow);
  follow();

  // Tables: sorted by the column that was chosen; what has no value there comes last.
  const order = (table, header) => {
    const key = header.dataset.sort;
    const down = header.getAttribute('aria-sort') === 'ascending' || (!header.hasAttribute('aria-sort') && key === 'score');
    all('th[data-sort]', table).forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const body = table.tBodies[0];
    const value = row => key in row.dataset ? Number(row.dataset[key]) : NaN;
    const rows = Array.from(body.rows).sort((one, other) => {
      const [a, b] = [value(one), value(other)];
      if (Number.isNaN(a) || Number.isNaN(b)) {
        return Number.isNaN(a) - Number.isNaN(b);
      }
      return (down ? b - a : a - b) || one.dataset.place - other.dataset.place;
    });
    body.append(...rows);
    table.classList.toggle('by-place', key === 'place' && !down);
  };
  all('table.sortable').forEach(table => {
    table.classList.add('by-place');
    all('th[data-sort]', table).forEach(header => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => order(table, header));
      header.append(button);
    });
  });
})();
