"""The certificate and the progress report, from views made by hand."""

import io

import pytest
from export_samples import hostile, squeezed
from hypothesis import given, settings
from msgspec.structs import replace
from progress_samples import ISSUED, MODULE, OPEN, VIEW
from pypdf import PdfReader

from coach.core.calibration import calibration
from coach.core.text import visible
from coach.core.timespent import TimeSpent
from coach.export import FORMATS, Format, Paper, render
from coach.export.documents.certificate import certificate
from coach.export.documents.progress import progress_report


def words(document, suffix=Format.MD):
    return " ".join(render(document, suffix).data.decode().split())


def test_a_certificate_says_who_mastered_what_by_which_rule_with_numbers_and_dates():
    text = words(certificate(MODULE, "Made-up Learner", ISSUED))
    for part in (
        "Certificate of mastery",
        "**Made-up Learner**",
        "has mastered the module **Sample module**",
        "What the module is about.",
        "11 Nov 2026",
        "19 Nov 2026",
        "21 Nov 2026",
        "50 % of the graded steps are mastered: right without help on 2 different days, and not wrong since.",
        "2 of 4 steps mastered, 2 needed",
        "2 of 2 sessions finished",
        "4 days, 2 needed",
        "7 of 7",
        "Module sample, revision 3",
        "Signature",
        "the work was not supervised",
    ):
        assert part in text, part


def test_there_is_no_certificate_for_a_rule_that_is_not_met():
    with pytest.raises(ValueError, match="open does not meet its rule"):
        certificate(OPEN, "Made-up Learner", ISSUED)


@pytest.mark.parametrize("paper", Paper)
def test_a_certificate_has_one_page(paper):
    rendered = render(certificate(MODULE, "Made-up Learner", ISSUED), Format.PDF, paper)
    (page,) = PdfReader(io.BytesIO(rendered.data)).pages
    assert "Made-up Learner" in page.extract_text()
    assert rendered.notes == ()


def test_the_report_gives_every_figure_with_what_it_rests_on():
    text = words(progress_report(VIEW))
    for part in (
        "1 h 17 min",
        "active on 1 of the last 7 days, 2 of the last 28",
        "| Sample module | 9 of 9 | 2 of 4 | 1 h 12 min |",
        "**Sample module**: the rule is met; a certificate can be printed.",
        "**Open module**: still open for the certificate",
        "2 more graded steps to be mastered",
        "right answers without help on 2 more days",
        "broken cannot be read: module.yaml:1:1 C001 is empty",
        "| Discovery | 81 | 5 | 3 of 4 |",
        "| Presenting | – | 0 | 0 of 0 |",
        "| very sure | 3 | 67 % | too few to tell |",
        "an answer weighs half after 30 days",
    ):
        assert part in text, part


def test_a_report_of_nothing_is_a_report():
    empty = replace(
        VIEW,
        modules=(),
        unread=(),
        competencies=(),
        sure=(),
        calibration=calibration(()),
        spent=TimeSpent(minutes={}, days=()),
    )
    text = words(progress_report(empty))
    assert "There are no modules." in text
    assert "active on 0 of the last 7 days" in text
    assert "How sure" not in text


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_both_papers_come_out_in_every_format(suffix):
    for document in (certificate(MODULE, "Made-up Learner", ISSUED), progress_report(VIEW)):
        assert render(document, suffix).data


@settings(max_examples=25)
@given(hostile)
def test_a_name_is_text_and_never_markup(name):
    text = render(certificate(MODULE, name, ISSUED), Format.TXT).data.decode()
    assert squeezed(visible(name)).replace("|", "") in squeezed(text).replace("|", "")
