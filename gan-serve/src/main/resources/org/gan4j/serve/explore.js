'use strict';

(() => {
  const {$, count, element} = Tables;
  const TILES = 24;
  const page = JSON.parse($('#data').textContent);
  const sliders = [];
  let first = BigInt(page.seed);
  let steps = [];
  let around = null;

  function moves() {
    const all = sliders.map(slider => Number(slider.value));
    return all.some(value => value !== 0) ? all.join(',') : '';
  }

  function isOnTheWay() {
    return $('#to').value !== '' && Number($('#t').value) > 0;
  }

  function plain(seed) {
    const query = new URLSearchParams({seed});
    if ($('#label').value) query.set('label', $('#label').value);
    if ($('#truncation').value) query.set('truncation', $('#truncation').value);
    return query;
  }

  /** What the controls say, after some steps towards random latents. */
  function changed(taken) {
    const query = plain($('#seed').value || '0');
    if (isOnTheWay()) {
      query.set('to', $('#to').value);
      query.set('t', $('#t').value);
    }
    if (taken.length > 0) query.set('steps', taken.join(','));
    if (moves()) query.set('moves', moves());
    return query;
  }

  const quoted = text => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

  function command() {
    const words = ['./gan sample', page.name, '--step', page.step, '--seed', $('#seed').value, '--count 1'];
    if ($('#label').value) words.push('--label', quoted($('#label').value));
    if ($('#truncation').value) words.push('--truncation', $('#truncation').value);
    words.push('--out sample.png');
    return words.join(' ');
  }

  let loading = false;
  let wanted = '';

  /** Loads one image at a time, and then the newest one, so that a slider does not fill the server's queue. */
  function load(source) {
    wanted = source;
    if (!loading && $('#chosen').getAttribute('src') !== wanted) {
      loading = true;
      $('#chosen').src = wanted;
    }
  }

  function loaded(message) {
    loading = false;
    $('#problem').textContent = message;
    load(wanted);
  }

  function show() {
    const query = String(changed(steps));
    load(`image?${query}`);
    $('#chosen').alt = `The sample of seed ${$('#seed').value}${query === String(plain($('#seed').value)) ? '' : ', changed'}`;
    $('#save').href = `image?${query}`;
    $('#save-latents').href = `latents?${query}`;
    $('#command').replaceChildren();
    if (query === String(plain($('#seed').value))) {
      $('#command').append('The same by command: ', element('code', command()));
    }
    for (const tile of document.querySelectorAll('.tiles button')) {
      tile.classList.toggle('chosen', tile.dataset.query === query);
    }
    $('#t-value').textContent = Number($('#t').value).toFixed(2);
  }

  function tile(query, title, choose) {
    const made = element('button');
    made.type = 'button';
    made.dataset.query = String(query);
    const image = element('img');
    image.alt = '';
    image.src = `image?${query}`;
    made.append(image, element('span', title));
    made.addEventListener('click', () => {
      choose();
      show();
    });
    return made;
  }

  function tileOfSeed(seed) {
    return tile(plain(seed), `seed ${seed}`, () => {
      $('#seed').value = seed;
      steps = [];
      straighten();
    });
  }

  function tileLikeIt(i) {
    const seed = 1001 + around.length * TILES + i;
    const taken = [...around, `${seed}:${$('#distance').value}`];
    return tile(changed(taken), `like it, ${i + 1}`, () => { steps = taken; });
  }

  function tiles() {
    const seeds = around === null;
    const numbers = [...Array(TILES).keys()];
    $('#tiles').replaceChildren(...numbers.map(i => (seeds ? tileOfSeed(String(first + BigInt(i))) : tileLikeIt(i))));
    $('#tiles-title').textContent = seeds ? 'Seeds' : 'Samples like the chosen one';
    $('#tiles-note').textContent = seeds
      ? 'Choose one to change it above.'
      : 'Each is a step from the chosen sample towards a random one.';
    $('#distance-label').hidden = seeds;
    $('#fewer').hidden = !seeds;
    $('#more').textContent = seeds ? 'Later seeds' : 'Back to seeds';
  }

  function straighten() {
    sliders.forEach(slider => {
      slider.value = 0;
      slider.dispatchEvent(new Event('shown'));
    });
    $('#t').value = 0;
  }

  function direction(k) {
    const label = element('label');
    const slider = element('input');
    slider.type = 'range';
    slider.min = -6;
    slider.max = 6;
    slider.step = 0.1;
    slider.value = 0;
    slider.setAttribute('aria-label', `Direction ${k + 1}`);
    const value = element('output', '0');
    const told = () => { value.textContent = Number(slider.value).toFixed(1); };
    slider.addEventListener('shown', told);
    slider.addEventListener('input', () => { told(); show(); });
    slider.addEventListener('change', changedByHand);
    label.append(element('span', String(k + 1)), slider, value);
    sliders.push(slider);
    return label;
  }

  $('#name').textContent = `Explore ${page.name}`;
  document.title = `Explore ${page.name}`;
  $('#status').textContent = `After step ${count(page.step)}; ${count(page.latents)} latents a sample.`;
  $('#seed').value = page.seed;
  $('#to').value = String(first + 1n);
  $('#truncation-label').hidden = !page.truncation;
  $('#class-label').hidden = page.labels.length === 0;
  $('#label').append(...page.labels.map(name => {
    const option = element('option', name);
    option.value = name;
    return option;
  }));
  function again() {
    tiles();
    show();
  }

  /** Tiles that are like the chosen sample change with it. */
  function changedByHand() {
    if (around === null) show();
    else again();
  }

  async function directions() {
    try {
      const answer = await fetch('directions', {cache: 'no-store'});
      const found = (await answer.json()).directions;
      if (found === 0) {
        setTimeout(directions, 500);
        return;
      }
      $('#looking').hidden = true;
      for (let k = 0; k < found; k++) $('#directions').append(direction(k));
    } catch (lost) {
      $('#problem').textContent = 'The program has ended or cannot be reached.';
    }
  }

  $('#seed').addEventListener('input', () => {
    steps = [];
    show();
  });
  for (const id of ['#to', '#t']) {
    $(id).addEventListener('input', show);
    $(id).addEventListener('change', changedByHand);
  }
  $('#chosen').addEventListener('load', () => loaded(''));
  $('#chosen').addEventListener('error', () => {
    if ($('#chosen').getAttribute('src') === wanted) {
      loading = false;
      $('#problem').textContent = 'This sample could not be made: check the seed and the other numbers, or try again later.';
    } else {
      loaded('');
    }
  });
  for (const id of ['#label', '#truncation', '#distance']) $(id).addEventListener('change', again);
  $('#straight').addEventListener('click', () => {
    steps = [];
    straighten();
    changedByHand();
  });
  $('#alike').addEventListener('click', () => {
    around = steps;
    again();
  });
  $('#fewer').addEventListener('click', () => {
    first -= BigInt(TILES);
    again();
  });
  $('#more').addEventListener('click', () => {
    if (around === null) first += BigInt(TILES);
    around = null;
    again();
  });
  again();
  directions();
})();
