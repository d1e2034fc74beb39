"""Flatten pages whose tags are nested deeper than a parser goes, so that no text is lost below."""

import regex

_DEEPEST = 200
_TAG = regex.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
_UNREAD = regex.compile(r"(?is)<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
_NEVER_DEEPER = {
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "hr", "img", "input", "meta", "link", "col", "wbr",
    "area", "base", "embed", "source", "html", "body",
}  # fmt: skip
"""Tags that hold nothing, or that the next of their kind closes."""
_INLINE = {"span", "font", "b", "strong", "i", "em", "u", "a", "sup", "sub", "big", "small", "o", "label"}


def flat_where_deep(text: str) -> str:
    """Give a page as it is, or as bare paragraphs where tags stand in tags more than 200 deep."""
    depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() not in _NEVER_DEEPER:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEPEST:
                return _flat(text)
    return text


def _flat(text: str) -> str:
    def mark(tag: regex.Match[str]) -> str:
        return "" if tag[2].lower() in _INLINE else "<p>"

    return f"<html><body>{_TAG.sub(mark, _UNREAD.sub('', text))}</body></html>"
