"""Knowledge and lexicon, loaded once; `talk` plays a conversation."""

from __future__ import annotations

import pytest

from tests.flows.talk import Talk


@pytest.fixture
def talk() -> Talk:
    return Talk()
