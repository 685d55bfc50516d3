"""A fake Telegram Bot API server for tests and benchmarks, and the people who talk to the bot."""
