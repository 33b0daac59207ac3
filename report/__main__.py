"""`python -m report`: the same commands as `report`."""

from __future__ import annotations

import sys

from report.cli import main

sys.exit(main())
