"""What waits in S17: bundles kept aside, and what a person should look at."""
