"""What Orgwright knows: data, its checks, the planner; pure but for the loader."""
