'use strict';
// What a reader can choose. The page is complete without it; nothing is loaded, kept or sent.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const control = name => document.querySelector('.tools [data-' + name + ']');
  root.classList.add('live');

  // A study is its row in the table, and one in each map of units, with the scores there.
  const table = document.querySelector('.studies');
  const maps = all('.map').map(section => ({ section, number: section.dataset.map, table: section.querySelector('.heat') }));
  const studies = new Map(Array.from(table.tBodies[0].rows, row => [row.dataset.i, { row, data: row.dataset, maps: [],
    words: row.textContent.toLowerCase() }]));
  maps.forEach((map, at) => Array.from(map.table.tBodies[0].rows).forEach(row => {
    studies.get(row.dataset.i).maps[at] = { row, units: Array.from(row.cells).slice(2).map(cell => parseFloat(cell.textContent)) };
  }));
  const number = text => text === undefined || text === '' ? NaN : Number(text);
  const words = value => String(Math.round(value * 100) / 100);

  // Totals and units of the studies that are shown.
  const quantile = (sorted, p) => {
    const at = p * (sorted.length - 1);
    const below = Math.floor(at);
    return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
  };
  const figures = sorted => 'n ' + sorted.length + (sorted.length === 0 ? '' : ', median ' + words(quantile(sorted, 0.5)) + ', IQR '
    + words(quantile(sorted, 0.25)) + ' to ' + words(quantile(sorted, 0.75)) + ', range ' + words(sorted[0]) + ' to '
    + words(sorted[sorted.length - 1]) + ', above 0 ' + Math.round(100 * sorted.filter(value => value > 0).length / sorted.length) + ' %');
  const histograms = all('.chart[data-total]').map(chart => {
    const svg = chart.querySelector('svg');
    const bars = all('.bar', svg);
    const scale = Math.max(...bars.map(bar => Number(bar.getAttribute('height'))))
      / Math.max(1, ...all('.count', svg).map(count => Number(count.textContent)));
    const name = svg.getAttribute('aria-label').split('. ')[0];
    return { chart, svg, bars, counts: all('.count', svg), labels: all('.count + text', svg).map(label => label.textContent), scale, name,
      width: Number(svg.dataset.width), key: 't' + chart.dataset.total };
  });
  const countTotals = shown => histograms.forEach(one => {
    const values = shown.map(study => number(study.data[one.key])).filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
    const counts = one.bars.map(() => 0);
    values.forEach(value => { counts[Math.ceil(value / one.width)] += 1; });
    one.bars.forEach((bar, i) => {
      const height = counts[i] * one.scale;
      bar.setAttribute('height', height);
      bar.setAttribute('y', 256 - height);
      one.counts[i].setAttribute('y', 250 - height);
      one.counts[i].textContent = counts[i];
    });
    one.svg.setAttribute('aria-label', one.name + '. ' + one.labels.map((label, i) => label + ': ' + counts[i]).join(', '));
    one.chart.querySelector('.figures').textContent = figures(values);
  });
  const profiles = all('.chart[data-map]').map((chart, at) => ({ at, svg: chart.querySelector('svg'), bars: all('.bar', chart),
    shares: all('.share', chart), levels: all('.level', chart).map(level => level.textContent),
    name: chart.querySelector('svg').getAttribute('aria-label').split('. ')[0] }));
  const countUnits = shown => profiles.forEach(one => {
    const shares = one.bars.map((bar, unit) => {
      const scores = shown.map(study => study.maps[one.at].units[unit]).filter(score => !Number.isNaN(score));
      const above = scores.filter(score => score > 0).length;
      const share = scores.length === 0 ? 0 : above / scores.length;
      one.shares[unit].textContent = Math.round(100 * share) + ' %, ' + above + ' of ' + scores.length;
      return share;
    });
    const most = Math.max(...shares);
    one.bars.forEach((bar, unit) => bar.setAttribute('width', most > 0 ? 250 * shares[unit] / most : 0));
    one.svg.setAttribute('aria-label', one.name + '. ' + one.levels.map((level, i) => level + ': ' + Math.round(100 * shares[i])
      + ' %').join(', '));
  });

  // A browser takes its time to lay out long tables: of many studies the first are listed, until a person asks for all.
  let most = 300;
  let sequence = Array.from(studies.values());
  const list = () => {
    let matching = 0;
    sequence.forEach(study => {
      const hidden = !study.fits || matching >= most;
      study.row.hidden = hidden;
      study.maps.forEach(map => { map.row.hidden = hidden; });
      matching += study.fits ? 1 : 0;
    });
    document.querySelector('.shown').textContent = matching + ' of ' + studies.size + ' shown'
      + (matching > most ? ', the first ' + most + ' listed' : '');
    all('.more').forEach(more => { more.hidden = matching <= most; });
  };
  all('[data-more]').forEach(button => button.addEventListener('click', () => {
    most = Infinity;
    list();
  }));

  // Which studies are shown.
  const total = control('total');
  const filter = () => {
    const find = control('find').value.trim().toLowerCase();
    const status = control('status').value;
    const [from, to] = total ? [number(control('from').value), number(control('to').value)] : [NaN, NaN];
    const fits = study => {
      const value = total ? number(study.data['t' + total.value]) : NaN;
      return study.words.includes(find) && (!status || study.data.status === status)
        && (!control('warned').checked || study.data.warnings !== '0')
        && (Number.isNaN(from) || value >= from) && (Number.isNaN(to) || value <= to);
    };
    studies.forEach(study => { study.fits = fits(study); });
    list();
    const shown = sequence.filter(study => study.fits);
    countTotals(shown);
    countUnits(shown);
  };
  const choose = () => {
    const option = total.selectedOptions[0];
    all('.chart[data-total]').forEach(chart => chart.classList.toggle('closed', chart.dataset.total !== option.value));
    all('.chart[data-map], .map').forEach(part => part.classList.toggle('closed', part.dataset.map !== option.dataset.map));
    filter();
  };
  ['find', 'from', 'to'].filter(control).forEach(name => control(name).addEventListener('input', filter));
  ['status', 'warned'].forEach(name => control(name).addEventListener('change', filter));
  control('reset').addEventListener('click', () => {
    ['find', 'status', 'from', 'to'].filter(control).forEach(name => { control(name).value = ''; });
    control('warned').checked = false;
    filter();
  });
  if (total) {
    total.addEventListener('change', choose);
    // A browser may fill in what was chosen before the page was opened again.
    choose();
  } else {
    filter();
  }

  // The order of studies is that of the table and of all maps; what has no value comes last.
  const collator = new Intl.Collator('en', { numeric: true });
  const value = (study, key, map) => key.startsWith('u') ? study.maps[map].units[Number(key.slice(1))] : number(study.data[key]);
  const order = (header, map) => {
    const key = header.dataset.sort;
    const first = 'down' in header.dataset ? 'descending' : 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const direction = header.getAttribute('aria-sort') === first ? other : first;
    const sign = direction === 'ascending' ? 1 : -1;
    const numeric = header.dataset.kind === 'number';
    const keyed = Array.from(studies.values(), study => ({ study, i: Number(study.data.i),
      key: numeric ? value(study, key, map) : study.data[key] }));
    keyed.sort((one, two) => {
      if (!numeric) {
        return sign * collator.compare(one.key, two.key) || one.i - two.i;
      }
      if (Number.isNaN(one.key) || Number.isNaN(two.key)) {
        return Number.isNaN(one.key) - Number.isNaN(two.key) || one.i - two.i;
      }
      return sign * (one.key - two.key) || one.i - two.i;
    });
    sequence = keyed.map(one => one.study);
    table.tBodies[0].append(...sequence.map(study => study.row));
    maps.forEach((part, at) => part.table.tBodies[0].append(...sequence.map(study => study.maps[at].row)));
    list();
    all('th[data-sort]').forEach(one => one.removeAttribute('aria-sort'));
    const same = one => one.dataset.sort === key && (!key.startsWith('u') || one.closest('.map') === header.closest('.map'));
    all('th[data-sort]').filter(same).forEach(one => one.setAttribute('aria-sort', direction));
  };
  const sortable = (header, map) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => order(header, map));
    header.append(button);
  };
  all('th[data-sort]', table).forEach(header => sortable(header, 0));
  maps.forEach((map, at) => all('th[data-sort]', map.table).forEach(header => sortable(header, at)));
})();
