#!/usr/bin/env python3
"""Writes documents of every format, good and bad, into a folder: make_documents.py FOLDER NAME…

All text is ours. Nothing but the standard library is needed: what PDF and Office ask for is written out below.
"""

import base64
import gzip
import io
import pathlib
import sys
import zipfile

DEAL = "Kestrel Bay Ventures invested $20 million in Molo Freight in 2024."
SALE = "Компания «Охта» купила завод «Кубометр» за 3 млрд рублей."


def pdf_of(pages, extra_trailer="", title="Quarterly letter"):
    """A PDF of pages, each a list of (x, y, text); text is written in windows-1251 with a map to Unicode."""
    letters = "".join(f"<{b:02x}> <{ord(bytes([b]).decode('cp1251')):04x}>\n" for b in range(0xA8, 0x100))
    cmap = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
            "1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"1 beginbfrange <20> <7e> <0020> endbfrange\n{0x100 - 0xA8} beginbfchar\n{letters}endbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end")
    widths = " ".join(["500"] * 224)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 255 "
        f"/Widths [{widths}] /ToUnicode 4 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        f"<< /Title ({title}) /CreationDate (D:20240315120000Z) >>",
    ]
    for number, lines in enumerate(pages):
        drawn = ""
        for x, y, text in lines:
            escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn += f"BT /F 10 Tf {x} {y} Td ({escaped}) Tj ET\n"
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> "
                       f"/Contents {7 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(drawn.encode('cp1251'))} >>\nstream\n{drawn}endstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1251")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R {extra_trailer} >>\n"
            f"startxref\n{table}\n%%EOF\n").encode()
    return out


def article_pdf():
    """Two pages of two columns, with a running head, page numbers, parted words."""
    def page(number, left, right):
        lines = [(50, 780, f"Harbour Letter - issue {number + 3}")]
        lines += [(50, 740 - 12 * i, text) for i, text in enumerate(left)]
        lines += [(320, 740 - 12 * i, text) for i, text in enumerate(right)]
        return lines + [(300, 20, str(number))]

    return pdf_of([
        page(1,
             ["Kestrel Bay Ventures invested $20 mil-", "lion in Molo Freight in 2024. The com-", "pany runs twelve ships between the",
              "ports of the northern sea and means to", "buy four more before the winter."],
             ["Компания «Охта» купила завод «Ку-", "бометр» за 3 млрд рублей. Завод вы-", "пускает станки для мебели и дверей,",
              "а также пилы и ножи для них."]),
        page(2,
             ["Ladoga Partners has acquired Polar", "Optics. The price was not told by the", "two sides of the deal, and lawyers of",
              "both declined to answer questions of"],
             ["this newspaper when they were called", "on Friday evening."]),
    ])


def zip_of(files, method=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, method)
    return held.getvalue()


def with_password(archive):
    """The archive with the mark of encryption on every file."""
    data = bytearray(archive)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def docx_of(body):
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    core = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            "<dc:title>Письмо</dc:title><dcterms:created>2024-02-03T10:00:00Z</dcterms:created></cp:coreProperties>")
    return zip_of([("[Content_Types].xml", "<Types/>"), ("docProps/core.xml", core),
                   ("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')])


def article_docx():
    def paragraph(*runs):
        return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"

    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Инвестор", "Сумма"))
    return docx_of(paragraph("Компания «Ох", "та» купила завод «Кубометр» за 3 млрд рублей.") +
                   f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" +
                   f"<w:p><w:del><w:r><w:t>Не было.</w:t></w:r></w:del></w:p>" + paragraph("Конец."))


ARTICLE_HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Molo Freight raises | Harbour News</title>
<meta property="og:title" content="Molo Freight raises $20 million"><link rel="canonical" href="https://harbour.example/molo">
<meta property="article:published_time" content="2024-03-15T08:00:00+03:00"></head><body>
<header><nav><a href="/">Home</a> <a href="/deals">Deals</a></nav></header>
<div class="page"><div class="content"><h1>Molo Freight raises $20 million</h1><p>{DEAL}</p>
<div class="ad-banner"><p>Buy shares of Grabbit Holdings now, Grabbit Holdings invested $5 million in you!</p></div>
<p>The company runs twelve ships between the ports of the northern sea &amp; means to buy four more.</p>
<ul class="related"><li><a href="/x">Another company bought another one</a></li></ul></div>
<aside><p>Most read: Polar Optics was acquired by Ladoga Partners.</p></aside></div>
<footer><p>Harbour News is owned by Harbour Media.</p></footer></body></html>"""

MAIL = f"""From: Desk <desk@harbour.example>
To: readers@harbour.example
Subject: =?utf-8?B?{base64.b64encode("Сделка недели".encode()).decode()}?=
Date: Fri, 15 Mar 2024 12:00:00 +0300
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=koi8-r
Content-Transfer-Encoding: base64

{base64.b64encode(SALE.translate(dict.fromkeys(map(ord, "«»"), chr(34))).encode("koi8-r")).decode()}
--b
Content-Type: text/html; charset=utf-8

<p>{SALE}</p>
--b--
"""

DOCUMENTS = {
    "article.pdf": article_pdf,
    "locked.pdf": lambda: pdf_of([[(50, 700, DEAL)]], "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 "
                                 f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<00> <00>]"),
    "damaged.pdf": lambda: b"%PDF-1.4\n" + article_pdf()[3000:4000],
    "scan.pdf": lambda: pdf_of([[]]),
    "article.docx": article_docx,
    "damaged.docx": lambda: article_docx()[:500],
    "no-xml.docx": lambda: zip_of([("[Content_Types].xml", ""), ("word/document.xml", "<w:document><w:p>")]),
    "sheet.xlsx": lambda: zip_of([("[Content_Types].xml", ""), ("xl/workbook.xml", "<workbook/>")]),
    "locked.docx": lambda: b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504),
    "article.html": lambda: ARTICLE_HTML.encode(),
    "deep.html": lambda: ("<div>" * 10_000 + f"<p>{DEAL}</p>" + "</div>" * 10_000).encode(),
    "tags.html": lambda: b"<html>" + b"<b>" * 200_000,
    "copies.html": lambda: b"<html><p>" + b"".join(b"<b id=%d>" % i for i in range(20_000)) + b"</p><p>x" * 20_000,
    "windows-1251.txt": lambda: SALE.encode("windows-1251"),
    "koi8-r.txt": lambda: SALE.translate(dict.fromkeys(map(ord, "«»"), '"')).encode("koi8-r"),
    "ibm866.txt": lambda: SALE.translate(dict.fromkeys(map(ord, "«»"), '"')).encode("cp866"),
    "utf-16.txt": lambda: SALE.encode("utf-16"),
    "article.eml": lambda: MAIL.encode(),
    "article.md": lambda: f"---\ntitle: Molo\ndate: 2024-03-15\n---\n# Deals\n\n**Kestrel Bay Ventures** invested $20 million in "
                          "[Molo Freight](https://molo.example) in 2024.\n\n```\ncode\n```\n".encode(),
    "article.txt.gz": lambda: gzip.compress(DEAL.encode(), mtime=0),
    "article.txt.zst": lambda: base64.b64decode(ZSTD),
    "news.zip": lambda: zip_of([("a/deal.txt", DEAL), ("page.html", ARTICLE_HTML), ("letter.docx", article_docx()),
                                ("lines.jsonl", f'{{"id":"l1","text":"{DEAL}"}}\n'), ("photo.png", b"\x89PNG\r\n\x1a\n"),
                                ("__MACOSX/a/._deal.txt", "x"), (".DS_Store", "x")]),
    "locked.zip": lambda: with_password(zip_of([("a.txt", DEAL)])),
    "outside.zip": lambda: zip_of([("../../etc/passwd", "root"), ("good.txt", DEAL)]),
    "damaged.zip": lambda: zip_of([("a.txt", DEAL * 200)])[:150],
    "bomb.zip": lambda: zip_of([(f"{i}.txt", b"\n" * 30_000_000) for i in range(20)]),
    "bomb.jsonl.gz": lambda: gzip.compress(b'{"id":"a","text":"x"}\n' * 5_000_000, mtime=0),
    "nested.zip": lambda: nested(12),
}


def nested(levels):
    data = DEAL.encode()
    for level in range(levels):
        data = zip_of([(f"{level}.zip" if level else "a.txt", data)])
    return data


ZSTD = "KLUv/QRYEQIAS2VzdHJlbCBCYXkgVmVudHVyZXMgaW52ZXN0ZWQgJDIwIG1pbGxpb24gaW4gTW9sbyBGcmVpZ2h0IGluIDIwMjQutQPPlA=="


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for name in sys.argv[2:] or DOCUMENTS:
        (folder / name).write_bytes(DOCUMENTS[name]())


if __name__ == "__main__":
    main()
