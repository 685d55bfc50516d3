"""From entries of data files to values: one function a kind of file."""

from knowledge.rows.channels import channel, company
from knowledge.rows.diagnosis import diagnosis
from knowledge.rows.growth import figures, kits
from knowledge.rows.lists import advice, forms, sources, stages, titles, units, variants
from knowledge.rows.people import functions, roles
from knowledge.rows.taskforces import taskforces
from knowledge.rows.workload import workload

__all__ = [
    "advice",
    "channel",
    "company",
    "diagnosis",
    "figures",
    "forms",
    "functions",
    "kits",
    "roles",
    "sources",
    "stages",
    "taskforces",
    "titles",
    "units",
    "variants",
    "workload",
]
