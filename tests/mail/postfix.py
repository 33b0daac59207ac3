"""A Postfix as an office has one, in a folder of its own on a port of this machine: nothing of the system is touched.

It takes whatever it is sent, as a relay does, and finds out later who is not there: then a delivery status notification
goes to the sender. Letters to domains that it does not know go nowhere. Where there is no Postfix, the test is skipped,
or fails with REPORT_VALIDATORS=required (tests/validators.py).
"""

from __future__ import annotations

import contextlib
import mailbox
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import NamedTuple

from report.mail.model import Relay
from report.messages import Origin
from tests.mail.servers import KEYS
from tests.validators import missing

PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
PATIENCE = 60.0  # seconds
SERVICES = """
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""
SETTINGS = """
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
myhostname = relay.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = loopback-only
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
notify_classes =
default_transport = error:5.7.1 nothing leaves this machine
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
smtpd_tls_security_level = may
smtpd_tls_cert_file = {folder}/etc/relay.pem
smtpd_tls_key_file = {folder}/etc/relay.pem
smtpd_client_connection_rate_limit = 0
message_size_limit = 2000000
maximal_queue_lifetime = 0
bounce_queue_lifetime = 0
virtual_mailbox_domains = {domains}
virtual_mailbox_maps = texthash:{folder}/etc/boxes
virtual_mailbox_base = {folder}/boxes
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
transport_maps = texthash:{folder}/etc/transport
"""  # a queue lifetime of 0: what cannot be delivered at once for now comes back as if it had been tried for days


class Office(NamedTuple):
    """A relay that runs. boxes: Maildirs, by the names that they were given."""

    relay: Relay
    boxes: Path

    def letters(self, box: str, due: int) -> list[EmailMessage]:
        """What lies in a mailbox, once so many letters are there. More than due are found too."""
        until = time.monotonic() + PATIENCE
        while len(found := self._all(box)) < due and time.monotonic() < until:
            time.sleep(0.05)
        return [BytesParser(policy=default).parsebytes(data) for data in found]  # type: ignore[misc]

    def _all(self, box: str) -> list[bytes]:
        if not (self.boxes / box / "new").is_dir():
            return []
        with contextlib.closing(mailbox.Maildir(self.boxes / box, create=False)) as maildir:
            return [maildir.get_bytes(key) for key in sorted(maildir.keys())]


@contextlib.contextmanager
def running(boxes: Mapping[str, str], transports: Mapping[str, str]) -> Iterator[Office]:
    """boxes: the Maildir of each address, or of each `@domain`. transports: `retry:…`, `error:…` of an address."""
    if not shutil.which("postfix", path=PATH):
        missing("Postfix (apt-get install postfix)")
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if root and subprocess.run([*root, "true"], capture_output=True).returncode:
        missing("root, which Postfix is started by")
    folder = Path(tempfile.mkdtemp(prefix="postfix-"))
    try:
        port = _set_up(folder, boxes, transports)
        subprocess.run([*root, "chown", "-R", "root", folder / "etc", folder / "spool"], check=True)
        command = [*root, shutil.which("postfix", path=PATH), "-c", folder / "etc"]
        with (folder / "said").open("wb") as said:
            started = subprocess.Popen([*command, "start-fg"], stdout=said, stderr=said, env={"PATH": PATH})  # type: ignore[list-item]
            try:
                _wait(port, started, folder)
                origin = Origin("mail.yaml")
                yield Office(Relay(origin=origin, host="localhost", port=port, rate=1000.0), folder / "boxes")
            finally:
                subprocess.run([*command, "stop"], capture_output=True, env={"PATH": PATH})  # type: ignore[list-item]
                started.wait(PATIENCE)
    finally:
        subprocess.run([*root, "rm", "-rf", folder], check=True)


def _set_up(folder: Path, boxes: Mapping[str, str], transports: Mapping[str, str]) -> int:
    """The folders and files of an instance; its port."""
    folder.chmod(0o755)  # its processes run as its own user
    owner = pwd.getpwnam("postfix") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    for name in ("etc", "spool", "boxes"):
        (folder / name).mkdir()
    if os.getuid() == 0:
        os.chown(folder / "boxes", owner.pw_uid, owner.pw_gid)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    domains = " ".join(sorted({address.rpartition("@")[2] for address in boxes}))
    values = {"folder": folder, "domains": domains, "uid": owner.pw_uid, "gid": owner.pw_gid}
    for name, text in {
        "main.cf": SETTINGS.format(**values),
        "master.cf": SERVICES.format(port=port),
        "boxes": "".join(f"{address} {box}/\n" for address, box in boxes.items()),
        "transport": "".join(f"{address} {way}\n" for address, way in transports.items()),
    }.items():
        (folder / "etc" / name).write_text(text, encoding="utf-8")
    shutil.copy(KEYS / "localhost.pem", folder / "etc/relay.pem")
    (folder / "etc/relay.pem").chmod(0o600)
    return port


def _wait(port: int, started: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as made:
                made.settimeout(5)
                if made.recv(3) == b"220":
                    return
        except OSError:
            pass
        said = "".join(each.read_text(errors="replace") for each in (folder / "said", folder / "log") if each.exists())
        assert started.poll() is None and time.monotonic() < until, said
        time.sleep(0.05)
