"""Mithaq (ميثاق): the open working system of a cooperation initiative between states."""

import os

# Before anything loads numpy: the matrices here are small, threads cost more than they bring, and sums add up in one order.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
