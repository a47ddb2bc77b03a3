"""All speed and memory benchmarks in one run: `python tests/benchmarks`. Ratios count; seconds depend on the machine."""

from __future__ import annotations

import detection_speed
import memory
import publishing_speed
import scrolling
import suggest
import window

if __name__ == "__main__":
    window.main(runs=9)
    suggest.main()
    detection_speed.main()
    publishing_speed.main()
    scrolling.main()
    memory.main()
