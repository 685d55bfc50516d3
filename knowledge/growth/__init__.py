"""Growth: from one size of a team to another, hire by hire, with milestones and months.

Pure, and without words: `path` says who comes when and what changes then, `months` how long it
takes at a pace of hiring with people learning and leaving meanwhile.
"""
