"""How fast letters leave, and in how much memory: `python tests/benchmarks/mail.py [10000]`.

The letters of a project (templates, cover, proof and all), with a file of 500 kB, to a server on this machine that
swallows everything, with STARTTLS and login, from a ledger on this disk. Prints letters a second over each tenth, and
the process's memory then (VmRSS, Linux), beside the limits the project has set itself. What a letter takes of the clock
is mostly the disk's: two writes forced to it, as nothing else survives a power cut.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
from email.utils import formatdate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
import pikepdf
from msgspec.structs import replace

from report.cli.mail_sending import _Clock
from report.mail.ledger import Begun, Ledger
from report.mail.mailing import Post
from report.mail.run import Run
from report.mail.sending import Progress, Sender
from report.mail.smtp import Connection, Waits
from report.messages import Report
from report.pipeline import Wish
from report.pipeline import mailing as mailing_of
from tests.mail.servers import AUTHORITY, PASSWORD, relay_at, tls

FASTEST, GROWTH = 50, 5  # letters a second; MB between the first tenth and the last
ROOT = Path(__file__).parent.parent.parent


def swallow(listening: socket.socket) -> None:
    while True:
        made, _ = listening.accept()
        threading.Thread(target=talk, args=(made,), daemon=True).start()


def talk(made: socket.socket) -> None:
    """As little as a server can do."""
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.sendall(b"220 sink\r\n")
    file, secret = made.makefile("rb"), False
    while line := file.readline():
        match line[:4].upper():
            case b"EHLO":
                last = b"AUTH PLAIN" if secret else b"STARTTLS"
                made.sendall(b"250-sink\r\n250-SIZE 10000000\r\n250 " + last + b"\r\n")
            case b"STAR":
                made.sendall(b"220 go\r\n")
                file.close()
                made = tls().wrap_socket(made, server_side=True)
                file, secret = made.makefile("rb"), True
            case b"AUTH":
                made.sendall(b"235 ok\r\n")
            case b"DATA":
                made.sendall(b"354 go\r\n")
                end = b""
                while not end.endswith(b"\r\n.\r\n"):
                    end = (end + file.read1(1 << 20))[-5:]
                made.sendall(b"250 swallowed\r\n")
            case b"QUIT":
                made.sendall(b"221 bye\r\n")
                return
            case _:
                made.sendall(b"250 ok\r\n")


def letters(folder: Path, count: int) -> Post:
    """Of the small project of the tests, to so many."""
    shutil.copytree(ROOT / "tests/fixtures/small", folder / "data")
    shutil.copytree(ROOT / "tests/fixtures/mail", folder / "data", dirs_exist_ok=True)
    with open(folder / "data/stakeholders.csv", "w", encoding="utf-8") as out:
        out.write("name,organisation,honorific,address,language,group\n")
        out.writelines(f"練馬 {n}号,ねりま会,様,p{n}@x.example,ja,\n" for n in range(count))
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.Root.Ballast = pdf.make_stream(os.urandom(500_000))
        pdf.save(folder / "small.screen.pdf")
    return mailing_of(Wish(folder / "data/brochure.yaml", "screen"), folder, formatdate, Report())


def memory() -> float:
    """MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1e3


def main(count: int) -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    child = os.fork()
    if not child:
        swallow(listening)
    relay = replace(relay_at(listening.getsockname()[1], "starttls"), rate=10_000.0)
    project = tempfile.TemporaryDirectory()
    mailing = letters(Path(project.name), count)
    step, sizes, begun = max(count // 10, 1), [], time.perf_counter()

    def told(now: Progress) -> None:
        nonlocal begun
        if now.done % step == 0 and not now.waiting:
            spent, begun = time.perf_counter() - begun, time.perf_counter()
            sizes.append(memory())
            print(f"{now.done:>7,}  {step / spent:6.1f} letters/s  {sizes[-1]:6.1f} MB", flush=True)

    try:
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder)) as ledger:
            addresses = [recipient.address for recipient in mailing.recipients]
            with Run(ledger, Begun("k", "e", "s", time.time()), addresses, addresses) as run:
                whole, cpu = time.perf_counter(), time.process_time()
                connect = lambda: Connection(relay, PASSWORD, Waits(), AUTHORITY)  # noqa: E731
                outcome = Sender(mailing, run, relay, connect, _Clock()).send(told)
                whole, cpu = time.perf_counter() - whole, time.process_time() - cpu
        speed, grown = count / whole, sizes[-1] - sizes[0]
        print(f"{outcome.counts}: {speed:.1f} letters/s (at least {FASTEST}), {1000 * cpu / count:.1f} ms of CPU each")
        print(f"memory grown by {grown:.1f} MB (at most {GROWTH})")
        sys.exit(not outcome.finished or speed < FASTEST or grown > GROWTH)
    finally:
        os.kill(child, signal.SIGKILL)
        project.cleanup()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
