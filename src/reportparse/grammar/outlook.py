"""Tell which way a clause looks, done or planned, by its own words: the one place where that is asked.

A passage has an outlook; a clause turns it where its words do (去年建成 in the tasks, 今年将开工 in the review).
"""

import regex

from reportparse.model import Outlook

_BACK = regex.compile("去年|上年|过去[一五]年|已(?:经)?(?:建成|开工|完成|投|通车|启动|获批)|现已|目前已")
_AHEAD = regex.compile(
    "(?<!截至)今年(?:将|要|还|力争|确保|计划|底|年底|内)|明年|下一步|即将|有望|将于|年内将|计划(?:于|今年|年内|明年)"
)
_YEAR = regex.compile("(?<![0-9])(20[0-9]{2}|19[0-9]{2})年")


def clause_outlook(clause: str, outlook: Outlook) -> Outlook:
    """Turn the passage's outlook where the clause says so."""
    if outlook is Outlook.planned and _BACK.search(clause):
        return Outlook.done
    if outlook is Outlook.done and _AHEAD.search(clause):
        return Outlook.planned
    return outlook


def clause_period(clause: str, period: str | None) -> str | None:
    """Give the year that the clause names, one year back for 去年, else the passage's period."""
    if year := _YEAR.search(clause):
        return year[1]
    if period and len(period) == 4 and regex.search("去年|上年", clause):
        return str(int(period) - 1)
    return period
