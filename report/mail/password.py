"""The relay's password: from the environment, or the system's keyring where the program `keyring` is installed.

In: a Relay. Out: the password, which goes to the connection and nowhere else: it stands in no file, message or log.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from report.mail.model import Relay
from report.messages import failure, message

VARIABLE = "REPORT_MAIL_PASSWORD"


def password_for(relay: Relay, environment: Mapping[str, str]) -> str:
    """ "" for a relay without login. Raises Failure where there is none."""
    if not relay.user:
        return ""
    found = environment.get(VARIABLE) or _kept(relay)
    if not found:
        raise failure(relay.origin, message("password-missing", user=relay.user))
    return found


def _kept(relay: Relay) -> str:
    """What `keyring set HOST USER` has stored."""
    try:
        return importlib.import_module("keyring").get_password(relay.host, relay.user) or ""
    except Exception:  # none installed; or it has no backend, is locked, says no: each has errors of its own
        return ""
