"""Outside links, asked of a server of our own on the loopback interface."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from support.content import bulletin, write_content

from plugins.cli import main
from plugins.gate.outside import ask, ask_all


class _Pages(BaseHTTPRequestHandler):
    """Answers by the path: 200, 404, a turn, an endless turn, no HEAD."""

    def _answer(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        kind = self.path.split("?")[0].strip("/")
        if kind == "no-head" and self.command == "HEAD":
            self.send_response(405)
        elif kind == "moved":
            self.send_response(301)
            port = self.server.server_address[1]
            self.send_header("Location", f"http://localhost:{port}/there")
        elif kind == "loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
        else:
            self.send_response({"gone": 404, "forbidden": 403, "broken": 500}.get(kind, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    running = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    running.asked = []
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def address(server, path):
    return f"http://127.0.0.1:{server.server_address[1]}/{path}"


@pytest.mark.parametrize(
    ("path", "dead", "moved"),
    [
        ("there", False, ""),
        ("gone", True, ""),
        ("broken", True, ""),
        ("forbidden", False, ""),
        ("no-head", False, ""),
        ("moved", False, "localhost"),
        ("loop", True, ""),
    ],
)
def test_each_answer_is_understood(server, path, dead, moved):
    answer = ask(address(server, path))
    assert (answer.is_dead, answer.moved_to) == (dead, moved)


def test_a_host_that_is_not_there_is_dead():
    answer = ask("http://127.0.0.1:9/")
    assert answer.is_dead
    assert answer.reason


def test_questions_are_few_named_and_apart(server):
    pauses = []
    addresses = [address(server, path) for path in ("a", "b", "a", "c")]
    answers = ask_all(addresses, pause=5, sleep=pauses.append)
    assert len(answers) == 3
    assert [path for _, path, _ in server.asked] == ["/a", "/b", "/c"]
    assert {(method, agent) for method, _, agent in server.asked} == {("HEAD", "bantin-links/1.0")}
    assert len(pauses) == 2
    assert all(4 < pause <= 5 for pause in pauses)


def test_the_command_reports_places(server, tmp_path, capsys):
    body = f"Xem [một]({address(server, 'gone')}) và [hai]({address(server, 'there')})."
    content = write_content(
        tmp_path / "content", {"bulletins/2025/bai.md": bulletin("Hội nghị", body=body)}
    )
    assert main(["links", str(content), "--pause", "0"]) == 1
    assert "bulletins/2025/bai.md:8:" in capsys.readouterr().out
    assert main(["links", str(tmp_path / "nope")]) == 2
