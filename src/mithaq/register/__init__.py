"""The record of fact, one small app an area."""
