"""The practice CRM: records, what may be done with them, and what follows from it. Pure and total.

Where to look:

- :mod:`~coach.core.crm.profile`: ``Profile``, what differs from org to org, made of the parts in
  :mod:`~coach.core.crm.vocabulary` (``Stage``, ``LeadStatus``, ``CustomField`` …).
- :mod:`~coach.core.crm.schema`: ``Schema``, ``ObjectType``, ``Field``; ``schema_of(profile)``.
- :mod:`~coach.core.crm.values`: ``Value`` (what a field holds) and ``Scalar`` (what is given for one);
  ``read`` turns the second into the first, ``written`` gives it as text for a file.
- :mod:`~coach.core.crm.state`: ``Org``, ``Row``, ``ValidationRule``; an org is never changed, so the one
  before an action is its undo.
- :mod:`~coach.core.crm.seed`: ``Seed`` and ``plant(org, seeds)``, an org's first records, by readable keys.
- :mod:`~coach.core.crm.actions`: every action (tag ``do``), ``apply(org, action) -> Applied``, ``Refused``.
- :mod:`~coach.core.crm.formula`: validation rules; ``mistakes(rule, schema, profile)`` for authors.
- :mod:`~coach.core.crm.matching`: ``duplicates(org, object, values)``, ``conversion_matches(org, lead)``;
  they alert and never block.
- :mod:`~coach.core.crm.views`: ``ListView``, ``listed(org, view, search)``,
  ``standard_views(org, object)``.
- :mod:`~coach.core.crm.looking`: ``value(org, row, path)``, ``label``, ``shown``, ``field_at``,
  ``related_lists(org, row)``, ``timeline(org, row)``.
- :mod:`~coach.core.crm.pipeline`: the board by stage, the forecast, fiscal quarters.
- :mod:`~coach.core.crm.csvfile`: ``decode(bytes, file) -> str`` and what is wrong with a file (``Fault``).
- :mod:`~coach.core.crm.dataloader`: import, with tables of what was loaded and what not; ``export(org)``.
- :mod:`~coach.core.crm.metadata`: value sets of a real org, for a profile.
- :mod:`~coach.core.crm.codes`: the codes C115 to C119 of what can be wrong with profiles and files.

Wherever an action or a value names a record, it is the id (``00Q000000000001``) or the key that a seed or
an action gave it (``anna-roth``).
"""
