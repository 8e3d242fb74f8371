"""Plain mode: training and interviews as a dialogue in lines, for pipes and screen readers."""
