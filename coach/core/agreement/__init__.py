"""How far interviewers agree, and what the numbers of a panel can bear: pure functions on ratings."""
