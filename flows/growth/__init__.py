"""Growing a team in the conversation: ways to another size, hiring kits, pay, pace of hiring."""
