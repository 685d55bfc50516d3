"""The shell: adapters, command line, service, store, words, templates."""
