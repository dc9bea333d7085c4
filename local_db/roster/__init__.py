"""The shop as columns: arrays over dense member, order and line numbers, read once and asked often."""
