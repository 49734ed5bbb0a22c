"""What one file may cost. A file over a limit is refused with a message that names the limit."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

FILE_BYTES = 25 * MEGABYTE
# Characters of text, on any number of lines: about 2,500 pages. A text of 5 MB on one line is still read.
TEXT_CHARACTERS = 5 * MEGABYTE

# Of the process that parses, for each file. python-docx, trafilatura, pypdf and pdfium together have 80 MB mapped.
MEMORY_BYTES = 512 * MEGABYTE
CPU_SECONDS = 10
WALL_SECONDS = 20
SCRATCH_BYTES = 64 * MEGABYTE

# Of a zip archive, which is what a Word file is.
ZIP_ENTRIES = 1_000
UNPACKED_BYTES = 100 * MEGABYTE
UNPACKED_RATIO = 100
RATIO_FLOOR_BYTES = 2 * MEGABYTE  # under this size a high ratio does no harm
