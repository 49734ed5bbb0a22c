"""What answers at an address: who looks, the form, one call, a page."""
