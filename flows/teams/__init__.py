"""Reading a team that people have, and diagnosing it in the conversation."""
