'use strict';

/* Elements and tables of a page, whose texts are never markup. */
const Tables = (() => {
  const $ = selector => document.querySelector(selector);
  const count = number => number.toLocaleString('en');

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function row(cells, numbersFrom) {
    const made = element('tr');
    cells.forEach((cell, i) => {
      const one = element(i === 0 ? 'th' : 'td', cell, i >= numbersFrom ? 'number' : '');
      if (i === 0) one.scope = 'row';
      made.append(one);
    });
    return made;
  }

  function fill(table, heads, rows, numbersFrom) {
    const head = element('thead');
    const line = element('tr');
    heads.forEach((text, i) => {
      const one = element('th', text, i >= numbersFrom ? 'number' : '');
      one.scope = 'col';
      line.append(one);
    });
    head.append(line);
    const body = element('tbody');
    rows.forEach(cells => body.append(row(cells, numbersFrom)));
    table.replaceChildren(...table.querySelectorAll('caption'), head, body);
  }

  return {$, count, element, fill};
})();
