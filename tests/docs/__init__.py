"""The pages that people read: what they show is true, in both languages."""
