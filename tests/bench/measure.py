#!/usr/bin/env python3
"""Knows how to time a shell command and see the peak memory of the largest of its processes.

usage: measure.py COMMAND     prints seconds and kilobytes; the command's status is its own
"""
import os
import subprocess
import sys
import time

begin = time.monotonic()
child = subprocess.Popen(["bash", "-c", "set -o pipefail; " + sys.argv[1]], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(f"{time.monotonic() - begin:.3f} {usage.ru_maxrss}")
sys.exit(os.waitstatus_to_exitcode(status))
