"""`python -m paintrack` is the same as `paintrack`."""

import sys

from paintrack.cli import main

sys.exit(main())
