"""From workload to people: calls, chats, mail, dials and orders, in figures that can be explained.

`sizing.size` is the door, `team.team_of` leads from its people to a plan. Nothing here knows words.
"""
