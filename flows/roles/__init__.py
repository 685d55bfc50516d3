"""Reading questions about roles: which role is meant, and what is asked about it."""
