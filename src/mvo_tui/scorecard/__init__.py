"""The scorecard: the KPIs with their last readings, whether they are on track, and when the review is."""
