"""Several interviewers and several candidates: requisition, panel, independence, debrief and decision."""
