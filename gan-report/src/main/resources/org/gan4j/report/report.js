'use strict';

(() => {
  const {$, count, element, fill} = Tables;
  const given = JSON.parse($('#data').textContent);
  const curves = Charts($('#charts'), $('#curve-tools'));
  const evaluations = Charts($('#evaluation-charts'), null);
  let samples = [];
  let playing = null;

  function duration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60) return `${whole} s`;
    if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
    return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  }

  function left(run) {
    const last = run.trainings[run.trainings.length - 1];
    if (run.state !== 'training' || !run.steps || !last || !last.seconds || last.to <= last.from) return '';
    const rest = (run.steps - run.step) * last.seconds / (last.to - last.from);
    return rest > 0 ? `, about ${duration(rest)} left` : '';
  }

  function head(run) {
    document.title = `${run.name}: step ${count(run.step)}`;
    $('#name').textContent = run.name;
    const status = `Step ${count(run.step)}${run.steps ? ` of ${count(run.steps)}` : ''}, ${run.state}${left(run)}`;
    $('#status').textContent = status;
    if ($('#announced').textContent !== run.state) $('#announced').textContent = run.state; // not each step
    $('#progress').hidden = !run.steps;
    $('#progress').value = run.steps ? Math.min(1, run.step / run.steps) : 0;
    $('#facts').replaceChildren(...run.facts.map(([key, value]) => {
      const pair = element('div');
      pair.append(element('dt', key), element('dd', value));
      return pair;
    }));
  }

  function show(index) {
    const shown = samples[index];
    if (!shown) return;
    $('#slider').value = index;
    $('#slider').setAttribute('aria-valuetext', `step ${shown.step}`);
    if ($('#image').getAttribute('src') !== shown.src) $('#image').src = shown.src;
    $('#image').alt = `Samples after step ${shown.step}`;
    $('#image-step').textContent = `After step ${count(shown.step)}; ${index + 1} of ${samples.length}`;
    $('#earlier').disabled = index === 0;
    $('#later').disabled = index === samples.length - 1;
  }

  /** Enlarges an image by a whole number, so that its pixels stay sharp. */
  function enlarge() {
    const image = $('#image');
    const room = Math.min(image.parentElement.clientWidth - 32, 640);
    if (image.naturalWidth > 0 && room > 0) {
      image.width = image.naturalWidth * Math.max(1, Math.floor(room / image.naturalWidth));
    }
  }

  function history(run) {
    const follow = Number($('#slider').value) >= samples.length - 1;
    const at = samples[Number($('#slider').value)];
    samples = run.samples;
    $('#samples').hidden = samples.length === 0;
    $('#slider').max = Math.max(0, samples.length - 1);
    const same = at ? samples.findIndex(each => each.step === at.step) : -1;
    show(follow || same < 0 ? samples.length - 1 : same);
  }

  /** Metrics of one kind, such as all losses, are lines of one chart. */
  function specs(run) {
    const kinds = new Map();
    const players = [];
    for (const [name, metric] of Object.entries(run.curves.metrics)) {
      const dot = name.indexOf('.');
      const kind = dot < 0 ? name : name.slice(0, dot);
      const label = dot < 0 ? name : name.slice(dot + 1);
      if (!players.includes(label)) players.push(label);
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push({label, slot: players.indexOf(label), x: run.curves.steps, y: metric.mean, low: metric.low, high: metric.high});
    }
    const titles = {loss: 'Loss', gradient: 'Norm of the gradient'};
    return [...kinds].map(([kind, lines]) => ({title: titles[kind] || kind, lines}));
  }

  function numbers(run) {
    const rows = Object.entries(run.curves.metrics).map(([name, metric]) => {
      const y = metric.mean.filter(value => value !== null);
      const tail = y.slice(-Math.max(1, Math.round(y.length / 10)));
      const mean = tail.reduce((sum, value) => sum + value, 0) / tail.length;
      const low = (metric.low || metric.mean).filter(value => value !== null);
      const high = (metric.high || metric.mean).filter(value => value !== null);
      return [name, y[y.length - 1], mean, low.reduce((a, b) => Math.min(a, b)), high.reduce((a, b) => Math.max(a, b))]
        .map((value, i) => (i === 0 ? value : curves.short(value)));
    });
    fill($('#numbers'), ['metric', 'last', 'mean of the last tenth', 'least', 'greatest'], rows, 1);
  }

  function metrics(run) {
    const any = run.curves.steps.length > 0;
    $('#curves').hidden = !any;
    if (!any) return;
    $('#bucket').textContent = run.curves.width > 1
      ? `Each point is the mean of ${count(run.curves.width)} steps, with the range of their values behind it.` : '';
    curves.update(specs(run));
    numbers(run);
  }

  function value(numbers) {
    if (!numbers) return '';
    return numbers.length > 1 ? `${evaluations.short(numbers[0])} ± ${evaluations.short(numbers[1])}` : evaluations.short(numbers[0]);
  }

  function judged(run) {
    const all = Object.entries(run.evaluations).filter(([, points]) => points.length > 1);
    $('#evaluation').hidden = all.length === 0 && !run.evaluation;
    evaluations.update(all.map(([name, points]) => ({
      title: name,
      points: true,
      lines: [{
        label: name,
        slot: 0,
        x: points.map(point => point[0]),
        y: points.map(point => point[1]),
        low: points.map(point => (point[2] === null ? point[1] : point[1] - point[2])),
        high: points.map(point => (point[2] === null ? point[1] : point[1] + point[2])),
      }],
    })));
    const tables = $('#evaluation-tables');
    const json = JSON.stringify(run.evaluation || null);
    if (tables.dataset.shown === json) return; // or a reader would lose their place
    tables.dataset.shown = json;
    tables.replaceChildren();
    if (!run.evaluation) return;
    tables.append(element('p', `The latest evaluation, after step ${count(run.evaluation.step)}; ± is the standard error.`));
    for (const each of run.evaluation.tables) {
      const region = element('div', undefined, 'scroll');
      region.tabIndex = 0;
      region.setAttribute('role', 'region');
      region.setAttribute('aria-label', `Evaluation by ${each.features}`);
      const table = element('table');
      table.append(element('caption', `Numbers by ${each.features}`, 'unseen'));
      fill(table, ['metric', 'samples', 'data', 'baseline'], each.rows.map(([name, ...values]) => [name, ...values.map(value)]), 1);
      region.append(table);
      tables.append(region);
      const what = [`${each.samples}, compared with ${each.data}; features: ${each.features}.`];
      if (each.dataWhat) what.push(`Data: ${each.dataWhat}.`);
      if (each.baselineWhat) what.push(`Baseline: ${each.baselineWhat}.`);
      tables.append(element('p', what.join(' '), 'quiet'));
    }
    run.evaluation.notes.forEach(note => tables.append(element('p', note, 'quiet')));
  }

  function diagnosed(run) {
    $('#diagnoses').hidden = run.diagnoses.length === 0;
    $('#diagnosis-list').replaceChildren(...run.diagnoses.map(each => {
      const of = each.player ? ` of the ${each.player}` : '';
      const item = element('li', undefined, each.over ? 'over' : '');
      item.append(element('strong', `Step ${count(each.step)}: ${each.title}${of}${each.over ? ' is over' : ''}. `));
      if (!each.over) item.append(element('span', `${each.evidence}; ${each.remedy}.`));
      return item;
    }));
  }

  function trained(run) {
    $('#time').hidden = run.trainings.length === 0;
    const rows = run.trainings.map(each => {
      const known = each.seconds !== undefined && each.to > each.from;
      return [
        String(each.time || '').replace('T', ' ').replace('Z', ' UTC'),
        `${count(each.from || 0)} to ${count(each.to || each.until || 0)}`,
        known ? duration(each.seconds) : '',
        known ? `${curves.short(1000 * each.seconds / (each.to - each.from))} ms` : '',
        String(each.java || ''),
        String(each.system || ''),
        String(each.processors || ''),
      ];
    });
    fill($('#trainings'), ['started', 'steps', 'time', 'a step', 'Java', 'system', 'processors'], rows, 7);
    const notes = [];
    for (const each of run.trainings) {
      (each.overridden || []).forEach(text => notes.push(`From step ${count(each.from || 0)} with a changed setting: ${text}`));
      if (each.rollBack) notes.push(each.rollBack);
    }
    $('#notes').hidden = notes.length === 0;
    $('#notes').replaceChildren(...notes.map(text => element('li', text)));
  }

  function render(run) {
    head(run);
    history(run);
    metrics(run);
    judged(run);
    diagnosed(run);
    trained(run);
    $('#settings').hidden = !run.settings;
    if ($('#yaml').textContent !== run.settings) $('#yaml').textContent = run.settings;
  }

  function pausePlaying() {
    clearInterval(playing);
    playing = null;
    $('#play').setAttribute('aria-pressed', 'false');
  }

  $('#image').addEventListener('load', enlarge);
  addEventListener('resize', enlarge);
  $('#slider').addEventListener('input', () => { pausePlaying(); show(Number($('#slider').value)); });
  $('#earlier').addEventListener('click', () => { pausePlaying(); show(Number($('#slider').value) - 1); });
  $('#later').addEventListener('click', () => { pausePlaying(); show(Number($('#slider').value) + 1); });
  $('#play').addEventListener('click', () => {
    if (playing) {
      pausePlaying();
      return;
    }
    $('#play').setAttribute('aria-pressed', 'true');
    let next = 0;
    show(next);
    playing = setInterval(() => {
      next++;
      if (next >= samples.length) pausePlaying();
      else show(next);
    }, 400);
  });

  if (!given.live) {
    render(given);
    return;
  }

  let state = '';
  async function refresh() {
    const answer = await fetch('state', {cache: 'no-store'});
    const run = await answer.json();
    state = run.state;
    $('#pause').textContent = state === 'paused' ? 'Resume' : 'Pause';
    const active = state === 'training' || state === 'paused';
    document.querySelectorAll('#controls button').forEach(button => { button.disabled = !active; });
    render(run);
  }

  async function ask(what) {
    try {
      const answer = await fetch(what, {method: 'POST', headers: {'X-Gan4J-Token': given.token}});
      const body = await answer.json();
      $('#answer').textContent = body.message || body.error;
    } catch (lost) {
      gone();
    }
  }

  $('#controls').hidden = !given.token;
  $('#pause').addEventListener('click', () => ask(state === 'paused' ? 'resume' : 'pause'));
  ['stop', 'save', 'sample'].forEach(what => $(`#${what}`).addEventListener('click', () => ask(what)));
  const events = new EventSource('events');
  let pending = false;
  let again = false;
  events.onmessage = async () => {
    again = true;
    if (pending) return;
    pending = true;
    try {
      while (again) {
        again = false;
        await refresh();
      }
    } catch (lost) {
      gone();
    } finally {
      pending = false;
    }
  };
  function gone() {
    document.querySelectorAll('#controls button').forEach(button => { button.disabled = true; });
    $('#announced').textContent = 'the program has ended';
    $('#status').textContent = 'The program has ended or cannot be reached; report.html in the folder of the run shows how it ended.';
  }
  events.onerror = gone;
})();
