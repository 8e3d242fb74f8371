import pytest

from coach.services import Services
from coach.services.profiles import ProfileError, checked, profiles, undecided
from coach.services.settings import SettingsError, load

MODULE = "executive-communication"


def learn(services, profile):
    services.for_profile(profile).training.open(MODULE, "1").finish(0)


def configure(folders, text):
    folders.config.mkdir(parents=True, exist_ok=True)
    (folders.config / "config.toml").write_text(text, encoding="utf-8")


def test_everybody_has_progress_of_their_own(services):
    mira, sam = services.for_profile("mira"), services.for_profile("sam")
    mira.training.open(MODULE, "1").finish(0)

    assert mira.training.open(MODULE, "1").standing(0).finished
    assert not sam.training.open(MODULE, "1").standing(0).finished
    assert not services.training.open(MODULE, "1").standing(0).finished


def test_the_profile_named_for_the_run_comes_before_the_one_in_the_file(folders, clock):
    configure(folders, 'profile = "sam"\nname = "Sam Example"\n[profiles]\nmira = "Mira Example"\n')
    found = {}
    for profile in (None, "mira", "new-one"):
        made = Services(folders, {}, clock=clock, profile=profile)
        found[profile] = (made.settings.profile, made.settings.name, made.training.learner)
        made.close()

    assert found == {
        None: ("sam", "Sam Example", "sam"),
        "mira": ("mira", "Mira Example", "mira"),
        "new-one": ("new-one", "", "new-one"),
    }


def test_profiles_are_those_who_learnt_and_the_one_of_this_run_the_latest_first(services, folders, clock):
    configure(folders, 'name = "Sam Example"\n[profiles]\nmira = "Mira Example"\n')
    learn(services, "mira")
    clock.turn(days=1)
    learn(services, "dana-roth")
    services.interviews.plan("ae-first-round", "C-001", "dana")

    found = profiles(services)
    assert [(one.id, one.name) for one in found] == [
        ("dana-roth", ""),
        ("mira", "Mira Example"),
        ("me", "Sam Example"),
    ]
    assert found[0].last_at == clock.now
    assert found[2].last_at is None
    as_mira = profiles(services.for_profile("mira"))
    assert {one.id: one.name for one in as_mira} == {"dana-roth": "", "mira": "Mira Example"}


def test_the_name_in_the_file_stays_with_its_profile_when_another_one_runs(services, folders):
    configure(folders, 'profile = "sam"\nname = "Sam Example"\n')
    learn(services, "sam")
    as_mira = {one.id: one.name for one in profiles(services.for_profile("mira"))}
    assert as_mira == {"sam": "Sam Example", "mira": ""}


def test_somebody_whose_record_was_erased_is_not_listed(services, clock):
    learn(services, "mira")
    services.log.erase("training/mira", actor="me", at=clock(), reason="asked for")
    assert [one.id for one in profiles(services)] == ["me"]


def test_it_has_to_be_asked_only_where_there_are_several_and_nobody_said_who(services, folders, clock):
    assert not undecided(services)
    learn(services, "me")
    assert not undecided(services)
    learn(services, "mira")
    assert undecided(services)
    assert not undecided(services.for_profile("me"))

    configure(folders, 'profile = "me"\n')
    decided = Services(folders, {}, clock=clock)
    assert not undecided(decided)
    decided.close()


@pytest.mark.parametrize("name", ["Mira", "mira roth", "", "-", "a--b", "../me", "mira\n", "ä", "x" * 65])
def test_an_id_that_cannot_be_one_gets_a_sentence(name):
    with pytest.raises(ProfileError, match=r"A profile cannot be called .* such as mira or dana-roth\."):
        checked(name)


def test_a_good_id_is_taken_as_it_is():
    assert checked("dana-roth-2") == "dana-roth-2"


def test_names_of_profiles_that_could_not_be_ids_are_told(folders):
    configure(folders, '[profiles]\n"No Such" = "x"\n')
    with pytest.raises(SettingsError, match=r"config\.toml.*profiles"):
        load(folders.config)
