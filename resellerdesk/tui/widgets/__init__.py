"""What screens are made of; every one of them paints lines."""
