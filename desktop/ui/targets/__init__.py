"""The sheet of targets: values by period, how far each target is, what looks odd, a chart."""
