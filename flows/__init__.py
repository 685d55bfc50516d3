"""What the user means, and the conversation: pure functions over values."""
