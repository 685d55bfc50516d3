"""The terminal adapter: the same service without token or network."""

from bot.terminal.adapter import Terminal

__all__ = ["Terminal"]
