"""Talks to the real yaml-language-server, as a text editor does."""

import json
import subprocess
from pathlib import Path

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """One running server for the folder `root`. settings: the workspace's, as a flat mapping; use it in a with statement."""

    def __init__(self, root, settings):
        self.root, self.settings = Path(root), settings
        self.number, self.diagnostics = 0, {}

    def __enter__(self):
        assert SERVER.exists(), "run: make tools"
        self.process = subprocess.Popen(["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.ask("initialize", {
            "processId": None, "rootUri": self.root.as_uri(),
            "workspaceFolders": [{"uri": self.root.as_uri(), "name": "hub"}],
            "capabilities": {"workspace": {"configuration": True, "workspaceFolders": True},
                             "textDocument": {"publishDiagnostics": {}, "hover": {"contentFormat": ["markdown"]},
                                              "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}}},
        })  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {}})
        return self

    def __exit__(self, *problem):
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.wait(timeout=10)

    def open(self, path, text):
        """Show the server a file's text; gives the faults it underlines, as (line from 1, message)."""
        uri = (self.root / path).as_uri()
        self.diagnostics.pop(uri, None)
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while uri not in self.diagnostics:
            self.handle(self.read())
        return [(item["range"]["start"]["line"] + 1, item["message"]) for item in self.diagnostics[uri]]

    def completions(self, path, line, column):
        """{label: item} that may stand at a place, counted from 0."""
        found = self.ask("textDocument/completion", self.place(path, line, column))
        return {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found or ())}

    def help(self, path, line, column):
        found = self.ask("textDocument/hover", self.place(path, line, column))
        return found["contents"]["value"] if found else ""

    def place(self, path, line, column):
        return {"textDocument": {"uri": (self.root / path).as_uri()}, "position": {"line": line, "character": column}}

    # --------------------------------------------------------------------------------------------------------- protocol

    def ask(self, method, params):
        self.number += 1
        mine = self.number
        self.write({"jsonrpc": "2.0", "id": mine, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == mine and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self.handle(message)

    def tell(self, method, params):
        self.write({"jsonrpc": "2.0", "method": method, "params": params})

    def handle(self, message):
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            values = [{key.partition(".")[2]: value for key, value in self.settings.items() if key.startswith(f"{item['section']}.")}
                      for item in message["params"]["items"]]  # fmt: skip
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": [nested(value) for value in values]})
        elif "id" in message and "method" in message:
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": None})

    def write(self, message):
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def read(self):
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line or self.process.poll() is None, "the language server ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.process.stdout.read(length))


def nested(flat):
    """{"schemaStore.enable": False} -> {"schemaStore": {"enable": False}}"""
    made = {}
    for name, value in flat.items():
        inner, parts = made, name.split(".")
        for part in parts[:-1]:
            inner = inner.setdefault(part, {})
        inner[parts[-1]] = value
    return made
