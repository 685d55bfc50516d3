"""`orgwright doctor`: what is well, what is not, and what to do about it."""

from __future__ import annotations

import sys

import click

SYMBOLS = {"ok": "✓", "problem": "✗", "note": "•"}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON: check, state, text.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Check configuration, knowledge, store and Telegram and say what to do.

    The exit code is 1 if there is a problem, else 0; a note (•) is no problem.
    """
    import json  # noqa: PLC0415 - a command imports what it needs when it runs
    from dataclasses import asdict  # noqa: PLC0415

    from bot.doctor import examine  # noqa: PLC0415

    findings = examine(context.obj)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            text = finding.text.replace("\n", "\n    ")
            click.echo(f"{SYMBOLS[finding.state]} {finding.check}: {text}")
    sys.exit(1 if any(finding.state == "problem" for finding in findings) else 0)
