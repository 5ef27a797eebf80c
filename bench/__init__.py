"""What Askback costs, beside the same page and the same save written by hand (`bench/twin.py`).

Only ratios within one interleaved run count: a disk's sync alone moves by half from run to run.
"""
