"""Editing a plan in the conversation: by buttons and by sentences, with undo and versions."""
