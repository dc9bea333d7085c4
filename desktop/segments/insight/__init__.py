"""What stands beside the builder: earlier days, one member's verdicts, differences, overlaps, RFM."""
