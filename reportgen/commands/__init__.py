"""What the commands of `reportgen.cli` do, one module a command: it calls the phases and gives plain results.

Nothing here parses arguments or prints. `build` and `check` are `reportgen.pipeline`'s."""
