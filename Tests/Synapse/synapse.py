"""A real Matrix server, Synapse, as a process of a test's own.

Nobody here wrote it, so how it takes what the bot sends is a second opinion on whether the bot
speaks Matrix. It has SQLite and a temporary folder, listens on the loopback address only, and
talks to no other server.
"""

import base64
import ctypes
import hashlib
import hmac
import http.client
import json
import os
import re
import secrets
import signal
import subprocess
import tempfile
import time
from urllib.parse import quote

from machine import free_port, in_memory, install
from wire import ask

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
START_SECONDS = 60
STOP_SECONDS = 10
SERVER_NAME = "house.test"

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


class Synapse:
    """One server with a folder of its own; a context manager that leaves nothing behind.

    - `limits`: whether it is as careful about too many requests as it is when nobody sets
      anything. Otherwise no test ever meets a limit.
    - `refresh`: how many seconds an access token lasts for those who ask for a refresh token at
      the login. When None, five minutes, as everywhere. For others a token lasts for ever.
    - `settings`: more of Synapse's settings, over those made here.

    `base` is its address, `log` the path of what it logged. `start` has to be called in a thread
    that lives on: with it the server ends, so that it outlives no test.
    """

    def __init__(self, environment=None, limits=False, refresh=None, settings=None):
        self.environment = environment or os.path.join(ROOT, ".venv-synapse")
        self.limits, self.refresh, self.settings = limits, refresh, settings or {}
        self.process = self.folder = None
        self.secret = secrets.token_urlsafe(24)

    def __enter__(self):
        install(self.environment)
        self.process = self._admin = None
        self.folder = tempfile.TemporaryDirectory(prefix="talkaboutit-synapse-", dir=in_memory())
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = os.path.join(self.folder.name, "synapse.log")
        try:
            self._configure()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process is not None:
            self.stop()
        self.folder.cleanup()

    # The process.

    def start(self):
        """Starts it, also again on the same data and port, and returns when it answers."""
        # None of the settings and modules of whoever runs the test.
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [os.path.join(self.environment, "bin", "python"), "-I", "-m",
                 "synapse.app.homeserver", "--config-path", self._path("settings.yaml")],
                cwd=self.folder.name, env=environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, preexec_fn=lambda: _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL))
        end = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.process.poll() is not None:
                raise RuntimeError(f"Synapse ended with {self.process.returncode}: {self._tail()}")
            if time.monotonic() > end:
                raise TimeoutError(f"Synapse doesn't answer: {self._tail()}")
            time.sleep(0.05)

    def stop(self):
        """Asks it to end, and makes it end after ten seconds. Returns its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        return self.process.returncode

    def kill(self):
        """No goodbye, as when the power goes."""
        self.process.kill()
        self.process.wait()

    def logged(self):
        """What it logged, a line each: warnings and worse, and with limits every request."""
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()

    def turned_away(self, user):
        """How many requests of this account were too many, as far as limits are on."""
        # Between the account and the request stands the status.
        request = re.compile(rf"\{{{re.escape(user)}\b.* 429 \"[A-Z]+ /_matrix/")
        return sum(1 for line in self.logged() if request.search(line))

    def _tail(self):
        return "\n".join(self.logged()[-20:])

    def _answers(self):
        try:
            ask(self.base, "GET", "/_matrix/client/versions", seconds=5)
        except (OSError, http.client.HTTPException):
            return False
        return True

    # What only the server's owner may do.

    def register(self, name, password, admin=False, shown=None):
        """A new account, by the secret that the server was started with: its id."""
        return self._register(name, password, admin, shown)["user_id"]

    def force_rate_override(self, user, per_second=0, burst=0):
        """Gives one account another rate, or with 0 no limit at all, as an owner can."""
        if self._admin is None:
            # Not logged in by a password, since logins are limited too.
            name = f"owner-{secrets.token_hex(4)}"
            answer = self._register(name, secrets.token_urlsafe(24), True, None)
            self._admin = answer["access_token"]
        path = f"/_synapse/admin/v1/users/{quote(user, safe='')}/override_ratelimit"
        fields = {"messages_per_second": per_second, "burst_count": burst}
        ask(self.base, "POST", path, self._admin, fields)

    def _register(self, name, password, admin, shown):
        path = "/_synapse/admin/v1/register"
        nonce = ask(self.base, "GET", path)["nonce"]
        parts = [nonce, name, password, "admin" if admin else "notadmin"]
        mac = hmac.new(self.secret.encode(), "\0".join(parts).encode(), hashlib.sha1).hexdigest()
        fields = {
            "nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
        if shown:
            fields["displayname"] = shown
        return ask(self.base, "POST", path, fields=fields)

    # Its settings.

    def _configure(self):
        """All that it needs, written by us: that saves a run of it that makes the files.

        JSON is YAML too.
        """
        key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        self._write("signing.key", f"ed25519 a_{secrets.token_hex(2)} {key}\n")
        self._write("logging.yaml", json.dumps({
            "version": 1, "disable_existing_loggers": False,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"file": {
                "class": "logging.FileHandler", "formatter": "line", "filename": self.log}},
            "root": {"level": "WARNING", "handlers": ["file"]},
            # Where there are limits it is of interest who met them.
            "loggers": {"synapse.access": {"level": "INFO" if self.limits else "WARNING"}}}))
        self._write("settings.yaml", json.dumps(
            self._essentials() | ({} if self.limits else without_limits()) | self.settings))

    def _essentials(self):
        found = {
            "server_name": SERVER_NAME, "public_baseurl": f"{self.base}/",
            "pid_file": self._path("synapse.pid"),
            # Without the resource for federation.
            "listeners": [{
                "type": "http", "port": self.port, "bind_addresses": ["127.0.0.1"], "tls": False,
                "resources": [{"names": ["client"], "compress": False}]}],
            "database": {"name": "sqlite3", "args": {"database": self._path("synapse.db")}},
            "media_store_path": self._path("media"), "enable_media_repo": True,
            "log_config": self._path("logging.yaml"),
            "signing_key_path": self._path("signing.key"),
            "registration_shared_secret": self.secret,
            "macaroon_secret_key": secrets.token_urlsafe(24),
            "form_secret": secrets.token_urlsafe(24),
            # It asks nobody for anything.
            "trusted_key_servers": [], "federation_domain_whitelist": [], "report_stats": False,
            # What makes passwords hard to guess makes each login slow.
            "bcrypt_rounds": 4}
        if self.refresh is not None:
            found["refreshable_access_token_lifetime"] = f"{self.refresh}s"
        return found

    def _path(self, name):
        return os.path.join(self.folder.name, name)

    def _write(self, name, text):
        with open(self._path(name), "w", encoding="utf-8") as file:
            file.write(text)


def without_limits():
    """Settings with which no test is ever told that it asks too often."""
    high = {"per_second": 100_000, "burst_count": 100_000}
    flat = [
        "rc_message", "rc_registration", "rc_registration_token_validity", "rc_admin_redaction",
        "rc_joins_per_room", "rc_key_requests", "rc_3pid_validation", "rc_third_party_invite",
        "rc_media_create", "rc_delayed_event_mgmt", "rc_room_creation", "rc_reports",
        "rc_user_directory", "rc_profile"]
    nested = {
        "rc_login": ["address", "account", "failed_attempts"],
        "rc_joins": ["local", "remote"],
        "rc_invites": ["per_room", "per_user", "per_issuer"],
        "rc_presence": ["per_user"]}
    return {name: high for name in flat} | {
        name: {part: high for part in parts} for name, parts in nested.items()}
