"""What the practice CRM does as Salesforce does it: a table with a row for each behaviour.

Each row is a sentence, something to look at, and what is seen there. The rows stand in the modules
``behaviours_…`` beside this one, in the order in which the behaviours are taught.
"""

import pytest
from behaviours_activities import ACTIVITIES, ROLES
from behaviours_conversion import CONVERSION
from behaviours_duplicates import DUPLICATES
from behaviours_leads import LEADS
from behaviours_rules import FILES, RULES
from behaviours_stages import STAGES

TABLE = [*STAGES, *LEADS, *CONVERSION, *ACTIVITIES, *ROLES, *DUPLICATES, *RULES, *FILES]


@pytest.mark.parametrize("behaviour", TABLE, ids=lambda behaviour: behaviour.sentence)
def test_it_behaves_as_salesforce(behaviour):
    assert behaviour.look() == behaviour.seen


def test_every_row_says_something_of_its_own():
    sentences = [behaviour.sentence for behaviour in TABLE]
    assert len(set(sentences)) == len(sentences)
