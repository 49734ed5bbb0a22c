"""Formats, series, meetings, agendas, invitations and delegations."""
