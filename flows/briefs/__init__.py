"""Reading the other slots of a brief: channels, stage, variants, the parts of a company."""
