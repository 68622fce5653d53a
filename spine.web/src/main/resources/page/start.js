'use strict';

const STATES = ['received', 'waiting', 'running', 'sending', 'done', 'failed', 'needs-attention', 'cancelled'];
const BAD = ['failed', 'needs-attention', 'CRITICAL', 'HEALTH_CHECK_ERROR', 'TEMPORARILY_UNAVAILABLE', 'refused'];
const GOOD = ['done', 'OK', 'serving'];
const ROLES = ['viewer', 'reader', 'operator', 'admin'];
const CANCELLABLE = ['received', 'waiting', 'running', 'sending'];
const RETRIABLE = ['failed', 'needs-attention', 'cancelled'];

let session = null;
let oldest = null;
const rows = new Map();

const at = id => document.getElementById(id);
const may = role => ROLES.indexOf(session.role) >= ROLES.indexOf(role);

function say(sentence) {
  at('message').textContent = sentence;
}

// Whatever a study, a model or a user is called, it is shown as text.
function cell(row, content, kind) {
  const td = row.insertCell();
  if (content instanceof Node) {
    td.append(content);
  } else {
    td.textContent = content;
  }
  if (kind) {
    td.className = kind;
  }
  return td;
}

function stateCell(row, state) {
  cell(row, state, 'state' + (BAD.includes(state) ? ' bad' : GOOD.includes(state) ? ' good' : ''));
}

async function ask(path, options) {
  const response = await fetch(path, options);
  if (response.status === 401) {
    location.assign('/login');
    throw new Error('not logged in');
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.title);
  }
  return body;
}

function change(path) {
  say('');
  return ask(path, {method: 'POST', headers: {'X-CSRF-Token': session.csrf}}).then(show).catch(e => say(e.message));
}

function action(words, path) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', () => change(path));
  return button;
}

function link(words, path) {
  const a = document.createElement('a');
  a.href = path;
  a.textContent = words;
  return a;
}

// Events do not tell whether there is a comparison, or why not.
function heard(job) {
  show(job);
  if (['sending', 'done'].includes(job.state) && !job.replaced) {
    ask('/api/v1/jobs/' + job.id).then(show).catch(e => say(e.message));
  }
}

function show(job) {
  const state = at('state').value;
  if (state && job.state !== state) {
    rows.get(job.id)?.remove();
    rows.delete(job.id);
    return;
  }
  let row = rows.get(job.id);
  if (!row) {
    row = document.createElement('tr');
    const next = [...rows.keys()].filter(id => id < job.id).sort((a, b) => b - a)[0];
    at('jobs').insertBefore(row, next === undefined ? null : rows.get(next));
    rows.set(job.id, row);
  }
  row.replaceChildren();
  cell(row, job.id);
  stateCell(row, job.state);
  cell(row, job.studyInstanceUid, 'uid');
  cell(row, job.revision + (job.replaced ? ' (replaced)' : ''));
  cell(row, job.images);
  cell(row, new Date(job.received).toLocaleString());
  const scored = ['sending', 'done'].includes(job.state);
  const doubts = scored && !job.replaced && job.comparisonDoubts || [];
  cell(row, [job.step || job.reason, ...doubts].filter(words => words).join(' '));
  const results = cell(row, '');
  if (scored && may('reader')) {
    results.append(link('Report', '/api/v1/results/' + job.studyInstanceUid + '/report.html'));
    if (job.comparison && !job.replaced) {
      results.append(' ', link('Change', '/api/v1/studies/' + job.studyInstanceUid + '/comparison/comparison.html'));
    }
  }
  const actions = cell(row, '');
  if (may('operator') && CANCELLABLE.includes(job.state)) {
    actions.append(action('Cancel', '/api/v1/jobs/' + job.id + '/cancel'));
  }
  if (may('operator') && RETRIABLE.includes(job.state)) {
    actions.append(action('Retry', '/api/v1/jobs/' + job.id + '/retry'));
  }
}

async function list(before) {
  const query = new URLSearchParams({limit: '50'});
  if (before) {
    query.set('before', before);
  }
  if (at('state').value) {
    query.set('state', at('state').value);
  }
  const answer = await ask('/api/v1/jobs?' + query);
  answer.jobs.forEach(show);
  oldest = answer.next;
  at('more').hidden = !oldest;
  at('counts').textContent = Object.entries(answer.counts).map(([state, count]) => count + ' ' + state).join(', ') || 'None yet.';
}

function listAll() {
  rows.clear();
  at('jobs').replaceChildren();
  return list().catch(e => say(e.message));
}

async function models() {
  const answer = await ask('/api/v1/models');
  at('models').replaceChildren();
  for (const model of answer.models) {
    const row = at('models').insertRow();
    cell(row, model.role);
    cell(row, model.id);
    cell(row, model.version);
    stateCell(row, model.state);
    cell(row, model.remark);
  }
}

async function health() {
  const answer = await ask('/api/v1/health');
  at('health').replaceChildren();
  for (const check of answer.checks) {
    const row = at('health').insertRow();
    cell(row, check.name);
    stateCell(row, check.status);
    cell(row, check.remarks.join(' '));
  }
}

function listen() {
  const events = new EventSource('/api/v1/events');
  let again = false;
  // What happened between two connections is not told, so the list is asked for again.
  events.addEventListener('open', () => {
    if (again) {
      listAll();
    }
    again = true;
  });
  events.addEventListener('job', event => heard(JSON.parse(event.data)));
}

async function begin() {
  STATES.forEach(state => at('state').add(new Option(state, state)));
  session = await ask('/api/v1/session');
  at('who').textContent = session.name + ' (' + session.role + ')';
  at('logout').hidden = !session.csrf;
  at('logout').addEventListener('click', async () => {
    await ask('/logout', {method: 'POST', headers: {'X-CSRF-Token': session.csrf}});
    location.assign('/login');
  });
  at('state').addEventListener('change', listAll);
  at('more').addEventListener('click', () => list(oldest).catch(e => say(e.message)));
  await Promise.all([listAll(), models(), health()]);
  listen();
}

begin().catch(e => say(e.message));
