"""Value sets of a real org: what is read from them, and what is refused with its place and code."""

import msgspec
import pytest
from org_kit import profile

from coach.core.crm.codes import UNKNOWN_METADATA, UNREADABLE_METADATA
from coach.core.crm.metadata import MOST_BYTES, SETS, BadMetadata, profile_with, read_value_set, set_of
from coach.core.crm.profile import findings

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata">\n'
END = "</StandardValueSet>\n"


def file_of(name):
    return f"standardValueSets/{name}.standardValueSet-meta.xml"


def value(name, **properties):
    inner = "".join(f"<{key}>{word}</{key}>" for key, word in properties.items())
    return f"<standardValue><fullName>{name}</fullName>{inner}</standardValue>\n"


def read(name, *values):
    return read_value_set((HEAD + "<sorted>false</sorted>\n" + "".join(values) + END).encode(), file_of(name))


STAGES = (
    value(
        "Develop", probability="35", forecastCategory="BestCase", closed="false", won="false", label="Develop"
    ),
    value("Negotiate &amp; sign", probability="90", forecastCategory="Forecast", closed="false", won="false"),
    value("Won", probability="100", forecastCategory="Closed", closed="true", won="true", default="false"),
)
STATUSES = (
    value("Fresh", default="true", converted="false", label="Frisch"),
    value("Talking", default="false", converted="false"),
    value("Won over", default="false", converted="true"),
)


def bad(data, name="LeadStatus"):
    with pytest.raises(BadMetadata) as caught:
        read_value_set(data if isinstance(data, bytes) else data.encode(), file_of(name))
    return caught.value.fault


def test_a_profile_takes_the_values_of_the_org_and_keeps_the_rest():
    made = profile_with(
        profile(),
        [
            read("OpportunityStage", *STAGES),
            read("LeadStatus", *STATUSES),
            read("LeadSource", value("Fair", label="Messe"), value("Old", isActive="false"), value("Web")),
            read("TaskPriority", value("Urgent", highPriority="true"), value("Usual", default="true")),
        ],
        "own-org",
        "Our org",
    )

    assert (made.id, made.title) == ("own-org", "Our org")
    assert [(stage.name, stage.probability, stage.category.value, stage.won) for stage in made.stages] == [
        ("Develop", 35, "BestCase", False),
        ("Negotiate & sign", 90, "Forecast", False),
        ("Won", 100, "Closed", True),
    ]
    assert [(one.name, one.type.value, one.converted) for one in made.lead_statuses] == [
        ("Fresh", "open", False),
        ("Talking", "ongoing", False),
        ("Won over", "won", True),
    ]
    assert made.lead_sources == ("Fair", "Web")
    assert made.label("lead_sources", "Fair") == "Messe"
    assert made.label("lead_statuses", "Fresh") == "Frisch"
    assert (made.task_priorities, made.usual_priority) == (("Urgent", "Usual"), "Usual")
    assert made.roles == profile().roles
    assert list(findings(made)) == []


def test_labels_of_the_base_do_not_stay_for_values_that_are_gone():
    made = profile_with(profile("developer-edition-de"), [read("LeadSource", value("Web"))], "own", "Own")

    assert made.label("lead_sources", "Web") == "Web"
    assert made.label("industries", "Energy") == "Energie"


def test_every_known_set_is_found_by_its_files_name_and_nothing_else_is():
    assert [set_of(file_of(name)) for name in SETS] == list(SETS.values())
    assert [set_of(name) for name in ("a/CaseStatus.standardValueSet-meta.xml", "LeadStatus.xml", "")] == [
        ""
    ] * 3
    assert set_of("C:\\sets\\LeadStatus.standardValueSet-meta.xml") == "lead_statuses"


def test_unknown_elements_are_named_with_their_line_and_passed_over():
    found = read("LeadStatus", *STATUSES[:2], "<mystery/>\n", value("C", converted="true", shade="7"))

    assert [(one.line, one.column, one.code, one.text) for one in found.warnings] == [
        (6, 1, UNKNOWN_METADATA, "the element 'mystery' is not known here and passed over"),
        (7, 65, UNKNOWN_METADATA, "the element 'shade' is not known here and passed over"),
    ]
    assert len(found.values) == 3


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (
            f'<?xml version="1.0"?>\n{LAUGHS}\n<StandardValueSet>&b;</StandardValueSet>',
            (2, 1),
            "a document type",
        ),
        (
            f'<?xml version="1.0"?>\n{FILE}\n<StandardValueSet>&a;</StandardValueSet>',
            (2, 1),
            "a document type",
        ),
        ('<!DOCTYPE x SYSTEM "http://x.example/x.dtd"><StandardValueSet/>', (1, 1), "a document type"),
        ("<StandardValueSet>&nope;</StandardValueSet>", (1, 19), "no well-formed XML"),
        ("<StandardValueSet>\n<standardValue>", (2, 16), "no well-formed XML"),
        ("not XML at all", (1, 1), "no well-formed XML"),
        ("", (1, 1), "no well-formed XML"),
        ("<CustomObject/>", (1, 1), "begins with 'CustomObject' and not with StandardValueSet"),
        (HEAD + END, (1, 1), "no active value"),
        (HEAD + "<standardValue><label>A</label></standardValue>" + END, (3, 1), "has no fullName"),
        (HEAD + value("A", converted="maybe") + END, (3, 54), "converted is true or false, not 'maybe'"),
        (HEAD + "<a><b><c><d/></c></b></a>" + END, (3, 10), "deeper"),
    ],
)
def test_what_is_no_value_set_is_refused_with_place_and_code(text, place, said):
    fault = bad(text)

    assert (fault.line, fault.column, fault.code) == (*place, UNREADABLE_METADATA)
    assert said in fault.text
    assert str(fault).startswith(f"{file_of('LeadStatus')}:{place[0]}:{place[1]} C116 ")


@pytest.mark.parametrize(
    ("properties", "said"),
    [
        ({"probability": "110", "forecastCategory": "Pipeline"}, "from 0 to 100, not '110'"),
        ({"probability": "ten", "forecastCategory": "Pipeline"}, "from 0 to 100, not 'ten'"),
        ({"probability": "10", "forecastCategory": "Commit"}, "one of Omitted, Pipeline"),
    ],
)
def test_a_stage_that_cannot_be_is_refused(properties, said):
    assert said in bad(HEAD + value("A", **properties) + END, "OpportunityStage").text


def test_a_file_that_is_too_large_or_of_no_known_set_is_refused():
    assert "larger than 1 MB" in bad(b" " * (MOST_BYTES + 1)).text
    assert "no value set known here" in bad(HEAD + END, "CaseStatus").text


def test_a_name_that_is_too_long_for_a_profile_is_refused_when_the_profile_is_made():
    with pytest.raises(msgspec.ValidationError):
        profile_with(profile(), [read("LeadSource", value("x" * 300))], "own", "Own")
