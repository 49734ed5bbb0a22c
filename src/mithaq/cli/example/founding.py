"""Who there is and what they work on: accounts, parties and their standing, posts and people, areas, series, meetings."""

from __future__ import annotations

from mithaq.access.operations import add_account, found_house, set_deputy, viewer_named
from mithaq.cli.example.consulting import convene
from mithaq.cli.example.house import PUBLIC, House, Record, cited_sources, named
from mithaq.register.parties import operations as parties
from mithaq.register.programmes import operations as programmes


def found(house: House) -> None:
    """The first account, then everything that is public and that all else names. All in the desk officer's name."""
    cast, sources = house.records("accounts.yaml"), cited_sources(house.records("sources.yaml"))
    house.viewers[cast[0]["code"]] = found_house(**_account(cast[0]))
    _parties(house, sources)
    _accounts(house, cast)
    _posts_and_people(house, sources)
    _areas(house, sources)
    convene(house)


def _account(record: Record) -> Record:
    fields = ("name_ar", "name_en", "email", "party", "roles", "level", "language")
    return {"username": record["code"], **{name: record[name] for name in fields}}


def _accounts(house: House, cast: list[Record]) -> None:
    """The others of the cast, in its order; then each names its deputy."""
    for record in cast[1:]:
        add_account(house.officer, **_account(record))
        house.viewers[record["code"]] = viewer_named(record["code"])
    for record in cast:
        if record["deputy"]:
            set_deputy(house.viewers[record["code"]], deputy=record["deputy"])


def _parties(house: House, sources: dict[str, str]) -> None:
    (initiative,) = house.records("initiative.yaml")
    told = house.records("parties.yaml")
    for record in told:
        aliases = [alias["text"] for alias in record["aliases"]]
        fields = {"code": record["code"], "kind": record["kind"], "aliases": aliases}
        parties.add_party(house.officer, **fields, **named(record, "name", "short"))
    since = next(claim["date"] for claim in initiative["founded"] if claim["preferred"])
    parties.add_initiative(house.officer, code=initiative["code"], founded=since, **named(initiative, "name"))
    for record in told:
        for claim in record["status"]:
            _claim(house, record["code"], initiative["code"], claim, sources[claim["source"]])


def _claim(house: House, party: str, initiative: str, claim: Record, source: str) -> None:
    dated: Record = {"since": claim["since"] or "", "seen_on": claim["seen"] or ""}
    said: Record = {"party": party, "initiative": initiative, "status": claim["status"], "source": source}
    made = parties.claim_status(house.officer, level=PUBLIC, **said, **dated)
    if "why_en" in claim:
        parties.prefer_claim(house.officer, claim=made.public_id, **named(claim, "why"))


def _posts_and_people(house: House, sources: dict[str, str]) -> None:
    for record in house.records("missions.yaml"):
        fields = {"party": record["party"], "city": f"{record['city_ar']} / {record['city_en']}"}
        fields |= {"accredited": record["accredited"] or "", "source": sources[record["source"]]}
        made = parties.add_mission(house.officer, level=PUBLIC, **fields, **named(record, "name"))
        house.keep("mission", record["code"], made)
    for record in house.records("posts.yaml"):
        if record["party"]:
            fields = {"party": record["party"], "mission": house.find("mission", record["mission"])}
            made = parties.add_post(house.officer, level=PUBLIC, **fields, **named(record, "title"))
            house.keep("post", record["code"], made)
    for record in house.records("people.yaml"):
        _person(house, record, sources)


def _person(house: House, record: Record, sources: dict[str, str]) -> None:
    aliases = tuple(variant["text"] for variant in record["variants"])
    made = parties.add_person(house.officer, level=PUBLIC, aliases=aliases, **named(record, "name", "honorific"))
    person = house.keep("person", record["code"], made)
    for tenure in record["tenures"]:
        if post := house.known("post", tenure["post"]):
            dated = {"seen_on": tenure["seen"], "source": sources[tenure["source"]]}
            parties.begin_tenure(house.officer, level=PUBLIC, post=post, person=person, **dated)


def _areas(house: House, sources: dict[str, str]) -> None:
    days = {record["id"]: record["published"] or "" for record in house.records("sources.yaml")}
    themes = [{**theme, "code": f"threat_{theme['code']}"} for theme in house.records("themes.csv")]
    for order, record in enumerate([*house.records("areas.csv"), *themes], 1):
        theme = "parent" not in record
        programmes.add_area(
            house.officer,
            code=record["code"],
            group=record.get("parent", ""),
            theme=theme,
            order=order,
            **named(record, "name"),
        )
        for token in record["named_in"].split():
            source, mode, _ = token.split("/")
            claimed: Record = {"mode": "discussed" if theme else mode, "since": days[source], "source": sources[source]}
            programmes.claim_area(house.officer, level=PUBLIC, area=record["code"], **claimed)
