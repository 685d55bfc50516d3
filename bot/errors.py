"""The errors a user can do something about; each message is one whole sentence.

Broken knowledge has its own error, `knowledge.errors.KnowledgeError`. Everything else that is
raised is a bug.
"""

from __future__ import annotations


class OrgwrightError(Exception):
    """Something the user can mend; `str(error)` says what is wrong and what to do."""


class RequestError(OrgwrightError):
    """A request that cannot be answered as it stands; says what to write instead."""


class ConfigError(OrgwrightError):
    """The configuration cannot be used; names the file or variable, the key and what to write."""


class StoreError(OrgwrightError):
    """The store cannot be opened, read or written; nothing of the failed step was kept."""


class StoreLostError(StoreError):
    """The store is damaged or was replaced: waiting does not help, the program has to end."""
