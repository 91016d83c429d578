"""The load: how many minutes a week the operation asks of each person at the estimated demand."""
