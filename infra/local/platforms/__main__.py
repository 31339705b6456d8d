"""`python -m infra.local.platforms --port 8600`: the sandbox in the foreground."""

import argparse

from .serving import serve


def main() -> None:
    parser = argparse.ArgumentParser(prog="platforms", description=__doc__)
    parser.add_argument("--port", type=int, default=8600)
    parser.add_argument(
        "--time-factor", type=float, default=0.001, help="shortens pauses between webhook retries"
    )
    options = parser.parse_args()
    serve(options.port, options.time_factor)


if __name__ == "__main__":
    main()
