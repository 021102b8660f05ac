"""The examiner: each exercise's cases, reference, judge and known mistakes; verdicts."""
