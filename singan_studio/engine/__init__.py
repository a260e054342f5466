"""Models of a picture: training, sampling and animation with torch. No Qt."""

import os

# Read by GNU OpenMP when torch is first imported: how long a thread spins for the others before it sleeps. By default
# it spins so long that, beside other busy programs, two threads can be far slower than one; a short spin costs
# nothing on a quiet machine (docs/PERFORMANCE.md).
os.environ.setdefault("GOMP_SPINCOUNT", "5000")
