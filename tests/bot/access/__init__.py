"""Who may do what with whose plan."""
