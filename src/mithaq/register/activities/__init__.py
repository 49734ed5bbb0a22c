"""What every activity shares: kind, place and dates, places by party, nominations, the waiting list, participation."""
