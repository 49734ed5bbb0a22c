"""Tables as ministries write them are read, and what is wrong in one is said with its lines."""

from __future__ import annotations

import numpy as np
import pytest

from mithaq.evaluation.table_checks import BadTable
from mithaq.evaluation.tables import read_table

HEAD = "course,offering,party,person,pre,post,max\n"
GOOD = HEAD + "C1,O1,KWT,p1,10,15,20\nC1,O1,QAT,p2,12,,20\n"


def test_a_table_is_read_and_put_in_order() -> None:
    table = read_table(HEAD + "C2,O1,KWT,p1,10,15,20\n\nC1,O2,QAT,p2,12.5,NA,20\n")
    assert table.course == ("C1", "C2")
    assert table.lines == (4, 2)
    assert table.pre.tolist() == [12.5, 10]
    assert np.isnan(table.post[0])
    assert (table.followup, table.area, len(table)) == (None, None, 2)


def test_arabic_headings_digits_semicolons_and_a_mark() -> None:
    table = read_table(
        "\ufeffالدورة;الانعقاد;الطرف;المتدرب;قبل;بعد;الدرجة القصوى;المتابعة\nأمن;١;الكويت;م1;١٠;١٥٫٥;٢٠;12,5\n"
    )
    assert (table.course, table.pre[0], table.post[0], table.maximum[0]) == (("أمن",), 10, 15.5, 20)
    assert table.followup is not None
    assert table.followup[0] == 12.5


def test_the_hash_is_of_the_results_alone() -> None:
    plain = read_table(GOOD)
    turned = read_table(HEAD + "C1,O1,QAT,p2,12.0,,20\nC1,O1,KWT,p1,10,15,20.0\n")
    assert turned.data_hash == plain.data_hash
    assert read_table(GOOD.replace("15", "16")).data_hash != plain.data_hash


@pytest.mark.parametrize(
    ("text", "code", "lines"),
    [
        ("", "empty", None),
        ("\n \n", "empty", None),
        (HEAD, "empty", None),
        ("course,person\nC1,p1\n", "no_column", None),
        (HEAD + "C1,O1,KWT,p1,10,25,20\n", "above_maximum", "2"),
        (HEAD + "C1,O1,KWT,p1,21,15,20\n", "above_maximum", "2"),
        (HEAD + "C1,O1,KWT,p1,-1,15,20\n", "below_zero", "2"),
        (HEAD + "C1,O1,KWT,p1,10,15,20\nC1,O1,KWT,p1,11,12,20\n", "person_twice", "2, 3"),
        (HEAD + "C1,O1,KWT,p1,ten,15,20\n", "not_a_number", "2"),
        (HEAD + "C1,O1,KWT,p1,10,15,\n", "no_maximum", "2"),
        (HEAD + "C1,O1,KWT,p1,10,15,0\n", "no_maximum", "2"),
        (HEAD + "C1,O1,KWT,p1,10,inf,20\n", "infinite", "2"),
        (HEAD + "C1,O1,,p1,10,15,20\n", "no_code", "2"),
        (HEAD + "C1,O1,KWT,p1,10\n", "short_line", "2"),
        (HEAD + "C1,2024-03-01,KWT,p1,10,15,20\nC1,1445-08-20,KWT,p2,10,15,20\n", "two_calendars", "3"),
        (HEAD + "C1,01/03/2024,KWT,p1,10,15,20\nC1,20/08/1445,KWT,p2,10,15,20\n", "two_calendars", "3"),
        (HEAD.replace("max", "max,pre") + "C1,O1,KWT,p1,10,15,20,10\n", "column_twice", None),
        (HEAD.replace("max", "max,قبل") + "C1,O1,KWT,p1,10,15,20,10\n", "column_twice", None),
        (HEAD + "C1,O1,KWT,p1,10,15,20,3\n", "long_line", "2"),
        (HEAD + "C1,O1,KWT,p1,1_0,15,20\n", "not_a_number", "2"),
        (HEAD + "C1,O\0,KWT,p1,10,15,20\n", "no_text", None),
        (HEAD + "C1,O1,KWT,p1,10,15,20\nC1,O1,QAT,p1,11,12,20\n", "two_parties", "2, 3"),
        (HEAD + 'C1,O1,KWT,p1,"1,000",15,2000\n', "thousands", "2"),
        (HEAD + "C1,O1,KWT,p1,10,15,٢٬٠٠٠\n", "thousands", "2"),
        (HEAD + "C1,O1,KWT,p1,-nan,15,20\n", "not_a_number", "2"),
        (HEAD + "C1,O1,KWT,p1,1e400,15,20\n", "infinite", "2"),
        (HEAD + "C1,O1,KWT,p1," + "9" * 5000 + ",15,20\n", "infinite", "2"),
        (HEAD + 'C1,O1,"K\nW",p1,10,15,20\n', "control", "3"),
        (HEAD + "C\x1b[31m,O1,KWT,p1,10,15,20\n", "control", "2"),
        ("\n\n" + HEAD + "C1,O1,KWT,p1,10,25,20\n", "above_maximum", "4"),
        ("sep=;\n" + (HEAD + "C1,O1,KWT,p1,10,25,20\n").replace(",", ";"), "above_maximum", "3"),
        (HEAD + f'C1,"{"x" * 200_000},KWT,p1,10,15,20\n', "no_end", 2),
        (HEAD.replace("max", "max,selection") + "C1,O1,KWT,p1,10,15,20,lottery\n", "bad_selection", "2"),
        (
            HEAD.replace("max", "max,date") + "C1,O,K,p1,1,2,9,1 March 2024\nC1,O,K,p2,1,2,9,20 شعبان 1445\n",
            "two_calendars",
            "3",
        ),
        (
            HEAD.strip() + ",taken_on\nC1,O,KWT,p1,1,2,9,1445/8/20\nC1,O,KWT,p2,1,2,9,2024/3/1\nC1,O,KWT,p3,1,2,9,\n",
            "two_calendars",
            "2",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, code: str, lines: object) -> None:
    with pytest.raises(BadTable) as wrong:
        read_table(text)
    assert wrong.value.code == code
    assert wrong.value.params.get("lines") == lines
    assert isinstance(wrong.value, ValueError)
    assert wrong.value.say()


def test_ends_of_lines_and_a_line_of_excel_do_not_matter() -> None:
    plain = read_table(GOOD)
    for text in (
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        "sep=;\n" + GOOD.replace(",", ";"),
        GOOD.replace("20\n", "20,,\n"),
    ):
        assert read_table(text).data_hash == plain.data_hash
    assert read_table(GOOD.replace(",10,", ",٥٠٪,").replace(",20", ",١٠٠")).pre[0] == 50


def test_headings_as_people_write_them() -> None:
    plain = read_table(GOOD)
    for head in (
        "الدَّورة,الإنعقاد,الدوله,الشخص,قبل,بعد,الحد الاعلى\n",
        "\u200fcourse, Offering ,STATE,person,pre,post,Maximum\n",
    ):
        assert read_table(GOOD.replace(HEAD, head)).data_hash == plain.data_hash
    assert read_table(GOOD.replace(",", "،")).data_hash == plain.data_hash
    assert read_table(GOOD.replace(",", "؛")).data_hash == plain.data_hash


def test_what_cannot_be_seen_in_a_code_or_a_score_makes_no_other_one() -> None:
    seen = read_table(GOOD.replace("KWT", "\u200fKWT").replace("p2", "p\u200e2").replace(",10,", ",\u200f10\u200f,"))
    assert seen.data_hash == read_table(GOOD).data_hash
    assert read_table(GOOD.replace(",10,", ",\u00a010\u00a0,")).pre[0] == 10


def test_a_comma_begins_decimals_where_it_cannot_part_thousands() -> None:
    rows = "C1;O1;KWT;p1;12,5;0,500;20\n"
    table = read_table(HEAD.replace(",", ";") + rows)
    assert (table.pre[0], table.post[0]) == (12.5, 0.5)


def test_one_calendar_is_as_good_as_the_other() -> None:
    for days in (("2024-03-01", "2024-05-01"), ("1445-08-20", "1446-01-01"), ("١٤٤٥-٠٨-٢٠", "first")):
        rows = [f"C1,{day},KWT,p{at},10,15,20\n" for at, day in enumerate(days)]
        assert read_table(HEAD + "".join(rows)).offering == tuple(sorted(days))


def test_many_wrong_lines_are_counted() -> None:
    rows = [f"C1,O1,KWT,p{at},30,15,20\n" for at in range(9)]
    with pytest.raises(BadTable) as wrong:
        read_table(HEAD + "".join(rows))
    assert wrong.value.params["lines"] == "2, 3, 4, 5, 6 … (9)"
