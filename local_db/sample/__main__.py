"""`python -m local_db.sample DIR` writes the sample shop's files into DIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from local_db.sample import files


def main() -> None:
    """Write the files where the command line says."""
    parser = argparse.ArgumentParser(prog="python -m local_db.sample", description="Write the sample shop's files.")
    parser.add_argument("directory", type=Path)
    files.write(parser.parse_args().directory)


if __name__ == "__main__":
    main()
