"""Say what a word before a quantity does: acts, leads up to a deed, urges or controls what follows."""

from reportparse.grammar.token import Token


def finishes(token: Token) -> bool:
    """Tell whether a verb of amounts is one of works as well, whose object is done: 完成|9项任务."""
    verb = token.features.verb
    return verb is not None and verb.act == "reach" and bool(verb.stage)


def act(token: Token) -> str:
    """Give what a verb says of a number, "" where it is none or says nothing."""
    verb = token.features.verb
    return verb.act if verb is not None else ""


def sets_going(token: Token) -> bool:
    """Tell whether a verb sets a deed going, or rules who does one: 推进, 支持."""
    return token.urges or token.controls


def leads(token: Token) -> bool:
    """Tell whether a verb only leads up to a deed or an amount: 推进, 完成."""
    return token.urges or act(token) == "reach"


def is_span(token: Token) -> bool:
    """Tell a span of time that a number is taken over: 两年平均增长."""
    bound = token.quantity is not None and token.quantity.bound_behind
    return token.letter in "OQ" and token.text[-1] in "年月天日" and not bound


def is_named(token: Token) -> bool:
    """Tell a subject that can own a figure (企业, 全社会) from the place as a whole (全市, 我们)."""
    return token.letter == "R" and "own" not in token.features.roles
