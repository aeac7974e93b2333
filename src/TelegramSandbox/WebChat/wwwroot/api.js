// Calls to the sandbox, and its stream of events.
export async function post(action, body) {
  const response = await fetch(`/sandbox/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox": "1" },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.error ?? response.statusText);
  }

  return answer;
}

export async function upload(file, person, chat, thread, caption) {
  const query = new URLSearchParams({ person, chat, name: file.name, caption });
  if (thread) {
    query.set("thread", thread);
  }

  const response = await fetch(`/sandbox/document?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", "X-Sandbox": "1" },
    body: file,
  });
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    throw new Error(answer.error ?? response.statusText);
  }
}

export async function loadState() {
  const response = await fetch("/sandbox/state");
  return response.json();
}

// The browser reconnects by itself and says what it saw last; the server sends what was missed, or "reset".
export function listen(cursor, handlers, onConnection) {
  const source = new EventSource(`/sandbox/events?after=${encodeURIComponent(cursor)}`);
  source.onopen = () => onConnection(true);
  source.onerror = () => onConnection(false);
  for (const [kind, handle] of Object.entries(handlers)) {
    source.addEventListener(kind, (event) => {
      const { chat, payload } = JSON.parse(event.data);
      handle(chat, payload);
    });
  }

  return source;
}
