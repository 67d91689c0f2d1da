"""Renders the site's neuron page (neuron_page.php) from facts, in the layout of 2021 (site v1.9) or 2025 (v2.x).

Headings, order, link targets, cell classes and the blanks round every value are the site's; menus, styles and scripts
are left out. Bibliographic facts are HTML as they stand, as on the site. An identifier that the site does not know
gives the same page with empty values.
"""

from html import escape
from typing import Literal

from replay.hippocampome.recordings import Marker, NeuronType, Recordings, Row

Layout = Literal["2021", "2025"]

_COLOURS = {"Soma": "somata", "Axons": "red", "Dendrites": "blue"}
_EVIDENCE = ("positive", "negative", "weak_positive", "positive_inference", "negative_inference")
_UNKNOWN = NeuronType(0, "", "", "", "", "", [], {}, {}, None, None, [], [])


def render(recordings: Recordings, number: int, layout: Layout, articles: int | None = None) -> str:
    """The page of a neuron type; of its articles only the first so many, by default all."""
    one = recordings.types.get(number, _UNKNOWN)
    listed = [
        (recordings.articles[paper], tags) for paper, tags in one.articles[:articles] if paper in recordings.articles
    ]
    parts = [
        _hidden_form(number) if layout == "2021" else "",
        _names(one, layout),
        _values("Name derivation", [escape(one.derivation, quote=False)]) if layout == "2025" else "",
        _values("Synonym(s)", [escape(synonym, quote=False) for synonym in one.synonyms]),
        _section("List of articles"),
        _articles(listed),
        _supplemental(one.supplemental),
        _section("Morphology"),
        *(_values(part, [_parcel(number, name, part) for name in one.parcels.get(part, [])]) for part in _COLOURS),
        _figure(one, recordings.articles.get(one.figure_paper or "")),
        _section("Molecular markers"),
        *(_markers(number, kind, one) for kind in ("Positive", "Negative", "Mixed expression")),
        _section("Electrophysiological properties"),
        _table(""),
        _section("Firing Pattern"),
        _models(recordings.models.get(number, [])) if layout == "2025" else "",
    ]
    return _frame(one.nickname, "<br />\n".join(part for part in parts if part))


def _frame(title: str, content: str) -> str:
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" />
<title>Neuron type - {escape(title)}</title>
</head>
<body>
<div class='title_area' width='100%'>
\t<font class="font1">
\t\t{escape(title)}  </font>
</div>
<div align="center">
<table width="85%" border="0" class='body_table'>
  <tr height="95"><td></td></tr>
  <tr><td align="center">
{content}
\t</td></tr>
</table>
</div>
</body>
</html>
"""


def _table(rows: str) -> str:
    return f"<table width='80%' border='0' cellspacing='2' cellpadding='0'>{rows}</table>\n"


def _row(value: str) -> str:
    cell = f"<td align='left' width='80%' class='table_neuron_page2'>\n\t\t\t{value}\n\t\t</td>"
    return f"<tr>\n\t\t<td width='20%' align='right'>\n\t\t</td>\n\t\t{cell}\t\n\t</tr>"


def _heading(text: str) -> str:
    cell = f"<td width='20%' align='right' class='table_neuron_page1'>\n\t\t\t{text}\n\t\t</td>"
    return f"<tr>\n\t\t{cell}\n\t\t<td align='left' width='80%' class='table_neuron_page1'>\n\t\t</td>\n\t</tr>"


def _section(text: str) -> str:
    return _table(f"<tr><td width='20%' align='center' class='table_neuron_page3'>\n\t\t\t{text}\n\t\t</td></tr>")


def _values(heading: str, values: list[str]) -> str:
    return _table(_heading(heading) + "".join(_row(value) for value in values))


def _hidden_form(number: int) -> str:
    hidden = f"<input type='hidden' name='id' value='{number}' />"
    form = f"<form action='neuron_page.php' method='post' style='display:inline'>{hidden}</form>"
    return _table(f"<tr><td width='20%' align='right'>{form}</td><td align='left' width='80%'></td></tr>")


def _names(one: NeuronType, layout: Layout) -> str:
    title = "Supertype (ID:Family:Type:Subregion)" if layout == "2025" else "Supertype"
    hint = "<font color='#FF0000' size='2'>* indicates new v2.0 neuron type</font>"
    first = f"<tr><td></td><td></td><td align='right' width='30%'>{hint}</td></tr>" if layout == "2025" else ""
    heads = "".join(f"<td class='table_neuron_page1'>\n\t\t\t{text}\n\t\t</td>" for text in ("Name", "", title))
    texts = (one.name, one.supertype)
    cells = "".join(f"<td class='table_neuron_page2'>\n\t\t\t{escape(text, quote=False)} \n\t\t</td>" for text in texts)
    return _table(f"{first}<tr>{heads}</tr><tr><td width='20%' align='right'></td>{cells}</tr>")


def _articles(listed: list[tuple[Row, str]]) -> str:
    entries = "".join(_article(row, tags) for row, tags in sorted(listed, key=lambda one: str(one[0]["authors"])))
    click = "<em class='for_accordion'><font size='1.5'><b>Click here to view the list</b></font></em>"
    content = (
        f"<div id='list_acc' align='left'>{click}\n<div id='accordion' class='table_neuron_page2'>{entries}</div></div>"
    )
    cell = f"<td align='left' width='80%' class='table_neuron_page1'>{content}</td>"
    return _table(f"<tr><td width='20%' align='right'></td>{cell}</tr>")


def _article(row: Row, tags: str) -> str:
    year, first, title = row["year"].split(" ")[0], row["authors"].split(",")[0], row["title"]
    short = f"{first} &nbsp;({year}) <b>{row['publication']}</b>"
    issue = f"({row['issue']})" if row["issue"] else ""
    doi = f"; DOI: {row['doi']}" if row["doi"] else ""
    return f"""<em class='for_accordion'><font size='0.5' color='#000066'>{short}</font></em>
\t<div class='table_neuron_page2'> <font color='#000000'><strong>{title}</strong></font><br/> {_authors(row)}.<br/>
\t\t{row["publication"]},
\t\t {row["year"]}, {row["volume"]} {issue},
\t\tPages: {row["first_page"]} - {row["last_page"]} <br/>
\t\t{_number(row)}{doi}   <br/>
\t\t<strong>Tags:</strong> {escape(tags)} <br/>
\t</div>"""


def _authors(row: Row) -> str:
    names = [name.strip() for name in row["authors"].split(",")]
    pages = [f"find_author.php?name_author={one}&first_author={one[:1]}&new=1&see_result=1" for one in names]
    return ", ".join(f"<a href='{page}'>{one}</a>" for page, one in zip(pages, names, strict=True))


def _number(row: Row) -> str:
    """The PMID with its link; a number longer than ten digits is an ISBN."""
    number = row["pmid_isbn"]
    kind = "ISBN" if len(number) > 10 else "PMID"
    link = (
        f"<a href='http://www.ncbi.nlm.nih.gov/pubmed?term=PMID: {number}' target='_blank'> <font>{number}</font></a>"
    )
    return f"<strong>{kind}: </strong>{link}"


def _supplemental(numbers: list[str]) -> str:
    if not numbers:
        return ""
    address = "http://www.ncbi.nlm.nih.gov/pubmed?term=PMID:"
    items = "".join(f"<li><a href='{address} {one}' target='_blank'><font>{one}</font></a></li>" for one in numbers)
    click = "<em class='for_accordion'><font size='1.5'><b>Click here to view the list of PMIDs</b></font></em>"
    content = (
        f"<div id='list_supp_ids' align='left'>{click}\n<div id='accordion' align='left'<ul>{items}</ul></div></div>"
    )
    return _values("Supplemental PMIDs", [content])


def _parcel(number: int, name: str, part: str) -> str:
    place = f"val_property={name.replace(':', '_')}&color={_COLOURS[part]}&page=1"
    return f"<a href='property_page_morphology.php?id_neuron={number}&{place}'><font class='font4'> {name} </font></a> "


def _figure(one: NeuronType, article: Row | None) -> str:
    if one.figure is None:
        return ""
    entry = _row(_figure_article(article)) if article else ""
    path = escape(f"attachment/morph/{one.figure}")
    image = f"<a href='{path}' rel='lightbox' title=''><img src='{path}' border='2' width='30%'></a><br><em></em>"
    cell = f"<td width='20%' align='center'><br />{image}</td>"
    return f"{_section('Representative figure')}{_table(entry)}<table><tr>{cell}</tr></table>\n"


def _figure_article(row: Row) -> str:
    issue = f"({row['issue']})," if row["issue"] else ""
    doi = f"DOI: {row['doi']}" if row["doi"] else ""
    return f"""<font color='#000000'><strong>{row["title"]}</strong></font> <br>
\t{_authors(row)} <br>
\t{row["publication"]}, {row["year"]}, {row["volume"]} {issue} pages: {row["first_page"]} - {row["last_page"]} <br>
\t{_number(row)}; {doi}"""


def _markers(number: int, kind: str, one: NeuronType) -> str:
    rows = [_marker(number, marker, kind) for marker in one.markers.get(kind, [])]
    return _values(kind, rows or ["None known"])


def _marker(number: int, marker: Marker, kind: str) -> str:
    """A marker's link; that of a mixed one stands inside a second, unclosed one."""
    seen = "-".join(one for one in _EVIDENCE if one in marker.expression)
    target = f"property_page_markers.php?id_neuron={number}&val_property={escape(marker.name)}"
    outer = f"<a href='{target}&page=markers&color=positive-negative' class='font4'>" if kind[0] == "M" else ""
    label = escape(marker.label, quote=False)
    return f"{outer}<a href=\"{target}&color={seen}&page=markers\" class='font4'>\n\t\t\t{label}\n\t\t\t</a>"


def _models(pairs: list[tuple[str, str]]) -> str:
    titles = ("Model Accession Number", "PubMed ID")
    heads = "".join(
        f"<td align='middle' width='25%' class='table_neuron_page1'>\n\t\t\t{text}\n\t\t</td>" for text in titles
    )
    rows = ""
    for accession, pmid in pairs:
        model = f"<a href='http://modeldb.yale.edu/{accession}' target='_blank'> {accession} </a>"
        paper = f"<a href='http://www.ncbi.nlm.nih.gov/pubmed?term=PMID:%{pmid}' target='_blank'> {pmid} </a>"
        rows += f"<tr><td class='table_neuron_page2'>{model}</td><td class='table_neuron_page2'>{paper}</td></tr>"
    return f"{_section('ModelDB Model')}<table width='50%' border='0'><tr>{heads}</tr>{rows}</table>\n"
