"""Finding which numbers of a text count people, and in which relation. Words: `sizes.toml`."""
