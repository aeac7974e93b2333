#!/usr/bin/env python3
"""Makes a folder of documents of every format from public retrieval collections.

    make-documents.py SETS FOLDER COUNT

SETS holds one folder a collection, each with docs.jsonl or docs.jsonl.gz of {"id", "title", "text"} lines. Where there are too few
documents, further ones are put together of two each. Deterministic: the same collections give the same files.
"""
import gzip, html, io, json, os, re, sys, textwrap, zipfile


def read(sets):
    for name in sorted(os.listdir(sets)):
        for file in ('docs.jsonl', 'docs.jsonl.gz'):
            path = os.path.join(sets, name, file)
            if os.path.exists(path):
                with (gzip.open if file.endswith('gz') else open)(path, 'rt', encoding='utf-8') as lines:
                    for line in lines:
                        item = json.loads(line)
                        yield f"{name}-{re.sub(r'[^A-Za-z0-9]', '_', item['id'])}", item.get('title') or '', item['text']


def txt(title, text):
    return (f'{title}\n\n{text}\n' if title else f'{text}\n').encode()


def markdown(title, text):
    front = f'---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n' if title else ''
    return f'{front}## Abstract\n\n{text}\n'.encode()


def page(title, text):
    paragraphs = ''.join(f'<p>{html.escape(part)}</p>' for part in text.split('\n') if part.strip())
    return (f'<!doctype html><html><head><meta charset="utf-8"><title>{html.escape(title)}</title></head><body>'
            f'<nav><a href="/">Home</a> <a href="/news">News</a></nav><main><h1>{html.escape(title)}</h1>{paragraphs}</main>'
            f'<footer>All rights reserved</footer></body></html>').encode()


def docx(title, text):
    def paragraph(words, style=None):
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ''
        return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{html.escape(words)}</w:t></w:r></w:p>'

    body = (paragraph(title, 'Heading1') if title else '') + ''.join(paragraph(part) for part in text.split('\n') if part.strip())
    space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    parts = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def pdf(title, text):
    """One page after another of Helvetica, which knows Latin letters alone; null for other texts."""
    try:
        (title + text).encode('latin-1')
    except UnicodeEncodeError:
        return None
    lines = [(18, line) for line in textwrap.wrap(title, 50)] + [(11, line) for part in text.split('\n') for line in textwrap.wrap(part, 90) + ['']]
    objects, kids = ['<< /Type /Catalog /Pages 2 0 R >>', None, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'], []
    for start in range(0, max(1, len(lines)), 48):
        y, commands = 780, []
        for size, line in lines[start:start + 48]:
            escaped = line.replace('\\', r'\\').replace('(', r'\(').replace(')', r'\)')
            commands.append(f'BT /F1 {size} Tf 60 {y} Td ({escaped}) Tj ET')
            y -= size + 4
        stream = '\n'.join(commands)
        objects.append(f'<< /Length {len(stream.encode("latin-1"))} >>\nstream\n{stream}\nendstream')
        objects.append(f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>')
        kids.append(f'{len(objects)} 0 R')
    objects[1] = f'<< /Type /Pages /Kids [{" ".join(kids)}] /Count {len(kids)} >>'
    out, offsets = b'%PDF-1.4\n', []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f'{number} 0 obj\n{content}\nendobj\n'.encode('latin-1')
    table = ''.join(f'{offset:010} 00000 n \n' for offset in offsets)
    return out + f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n'.encode()


# Of each hundred documents: 45 plain texts, 20 pages, 15 Markdown, 10 Word, 10 PDF.
FORMATS = [('txt', txt)] * 9 + [('html', page)] * 4 + [('md', markdown)] * 3 + [('docx', docx)] * 2 + [('pdf', pdf)] * 2


def main(sets, folder, count):
    documents = list(read(sets))
    single = len(documents)
    while len(documents) < count:
        place = len(documents) - single
        one, two = documents[place % single], documents[(place * 7 + 13) % single]
        documents.append((f'both-{place}', f'{one[1]} and {two[1]}', f'{two[2]}\n\n{one[2]}'))
    os.makedirs(folder, exist_ok=True)
    size = 0
    for number, (name, title, text) in enumerate(documents[:count]):
        extension, make = FORMATS[number % len(FORMATS)]
        content = make(title, text)
        if content is None:
            extension, content = 'txt', txt(title, text)
        size += len(content)
        with open(os.path.join(folder, f'{name}.{extension}'), 'wb') as file:
            file.write(content)
    print(f'{count} documents, {size / 1e6:.1f} MB')


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
