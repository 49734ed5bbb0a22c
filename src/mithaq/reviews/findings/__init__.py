"""Findings: what a run found wanting, who answers, the action with its predicted change, and whether it worked."""
