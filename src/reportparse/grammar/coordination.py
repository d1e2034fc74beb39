"""Cut clauses at the 、 that join predicates with objects of their own."""

import regex

from reportparse.grammar.governing import Predicate, is_led
from reportparse.grammar.number import CHINESE, whole
from reportparse.grammar.predicate import predicate
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon

Piece = tuple[int, int]

_LEAD = regex.compile("[DMJT]*V")
_OBJECT = regex.compile("[VFDAHO]*[NWGXYQRL]")
_DOINGS_OF = regex.compile("I[^IUQ]{1,3}U[NWACDY]+$")
_SUCH = regex.compile("E[NWAGXLU]+$")
_SUCH_COUNTED = regex.compile("E[NWAGXLU]+(?:[QO][NWAGX]+)?$")
_PAIRED = regex.compile("I[^IU]+C[^IU]+U[AN]+$")
_COUNT = regex.compile(rf"\"({CHINESE})")
_SHORT = regex.compile("[DM]*(?:P[NRGX]+)?V(?:[NAXYGWL]+|V)")
_PLAIN = regex.compile("V[NAXYGW]+")
_ADDED = regex.compile("[DM]*V[NAXYGWLQR]")
_SUCH_A = regex.compile("E[NWAGXL]*[DV]*U[NWA]+$")


def coordinated(reading: Reading, first: int, last: int, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut a clause (the tokens `first` to `last`) where a predicate with an object of its own begins.

    开工三座桥、建成两条路 are two, and so are 修订办法并加强宣传. Verbs that share an object, lists under one verb, and
    what another is urged to do stay whole.
    """
    pieces = _pieces(reading, first, last)
    if len(pieces) < 2 or _is_one_list(reading, first, last):
        return ((first, last),)
    cuts, framed = [first], _framed(reading, first, last, lexicon)
    governing = predicate(reading, *pieces[0], lexicon)
    for place, piece in enumerate(pieces[1:]):
        read = predicate(reading, *piece, lexicon)
        if piece[0] not in framed and _is_own(reading, governing, pieces[place], read, piece):
            cuts.append(piece[0])
            governing = read
    return tuple(zip(cuts, [*(cut - 1 for cut in cuts[1:]), last], strict=True))


def _pieces(reading: Reading, first: int, last: int) -> list[Piece]:
    begin = max(reading.letters.rfind("K", first, last), first)  # a phrase of place before a comma is no list
    marks = [at for at in range(begin, last) if reading.letters[at] == "I" or _adds_deed(reading, at)]
    pieces = zip([first, *(mark + 1 for mark in marks)], [*marks, last], strict=True)
    return [piece for piece in pieces if piece[0] < piece[1]]


def _adds_deed(reading: Reading, place: int) -> bool:
    """Tell whether a word joins a deed with an object of its own to one that has one: 修订办法|并加强宣传.

    It joins verbs alone where they have one object: 修订|并落实办法.
    """
    if reading.letters[place] != "J" or "joins" not in reading.tokens[place].features.roles:
        return False
    return reading.letters[place - 1] in "NGXYWQ" and _ADDED.match(reading.letters, place + 1) is not None


def _framed(reading: Reading, first: int, last: int, lexicon: Lexicon) -> range:
    """Give the places inside 以…为… and 在…上, and inside the object of 把: 把服务企业、改善民生体现在行动上 is one."""
    if any(token.disposes for token in reading.tokens[first : reading.ahead("VI", first, last)]):
        whole = predicate(reading, first, last, lexicon)
        if whole.place > first and is_led(reading, whole.place):
            return range(first, whole.place)
    texts = [token.text for token in reading.tokens[first:last]]
    if texts[0] == "在":
        return range(first, reading.behind("L", first, last) + 1)
    if "以" in texts and "为" in texts[texts.index("以") :]:
        return range(first + texts.index("以"), first + texts.index("为", texts.index("以")))
    return range(0)


def _is_one_list(reading: Reading, first: int, last: int) -> bool:
    """Tell whether what closes the clause holds its list together: 等行动, 三种能力, 抓改革、促发展的能力."""
    final = reading.tokens[last - 1]
    doings = _DOINGS_OF.search(reading.letters, first, last)
    if doings and reading.ahead("U", first, doings.start()) < doings.start():
        doings = None  # 坚定追赶的底气、鼓足拼搏的勇气
    doings = doings or _SUCH_A.search(reading.letters, first, last)
    if doings or _holds_together(reading, last) or _is_counted(reading, first, last):
        return True
    if "list_noun" not in final.features.roles:
        return False
    such = _SUCH_COUNTED.search(reading.letters, first, last)  # 等三大领域|五项改革
    return such is not None or reading.letters[last - 2] in "QO"


def _is_counted(reading: Reading, first: int, last: int) -> bool:
    """Tell whether what closes a clause in quotation marks counts the members before it: 发现、上报、处置“三项机制”."""
    final = reading.tokens[last - 1]
    number = _COUNT.match(final.text) if final.letter == "Y" else None
    alone = reading.letters.find("Y", first, last - 1) < 0
    return number is not None and alone and whole(number[1]) == len(_pieces(reading, first, last))


def _holds_together(reading: Reading, last: int) -> bool:
    """Tell whether a clause closes with what is one: 严管厚爱、激励约束相结合, but not 推动产城结合.

    So does what stands between two of the last member: 城市和乡村、做优增量和盘活存量的关系.
    """
    if "between" in reading.tokens[last - 1].features.roles and _PAIRED.search(reading.letters, 0, last):
        return True
    if "together" not in reading.tokens[last - 1].features.roles:
        return False
    before = max(reading.letters.rfind(mark, 0, last) for mark in "IKS")
    return not any(
        reading.tokens[at].controls and reading.letters[at + 1] not in "VW"
        for at in range(before + 1, last - 1)
    )


def _is_own(reading: Reading, governing: Predicate, before: Piece, read: Predicate, piece: Piece) -> bool:
    """Tell whether a piece has a predicate of its own beside the one that governs what stands before it."""
    if governing.manner in ("reach", "occur") or read.manner in ("reach", "occur"):
        return governing.manner == read.manner and read.place > piece[0]
    if read.place < 0:
        return False
    if _is_pair(reading, governing, before, read, piece) or _is_led_alike(
        reading, governing, before, read, piece
    ):
        return True
    if not _LEAD.match(reading.letters, *piece):
        return False
    if governing.manner == "none":  # 节水企业4家、|建成示范区60亩
        named = set(reading.letters[read.place + 1 : piece[1]]) & set("NGXYR")  # 覆盖率48%、提高3个百分点
        return bool(named) and reading.letters[before[1] - 1] == "Q" == reading.letters[piece[1] - 1]
    if not _OBJECT.match(reading.letters, read.place + 1, piece[1]):
        return False
    between = set(reading.letters[governing.place + 1 : before[1]])
    if between <= set("IDV" if before[0] > governing.place else "ID"):  # 做优、做强、做大茶产业
        return False
    token, ruler = reading.tokens[read.place], reading.tokens[governing.place]
    if reading.letters[piece[0] - 1] == "J":
        return not (ruler.controls or ruler.urges)  # 督促企业签订并履行合同
    if (_opens(ruler) or ruler.urges) and set(reading.letters[read.place + 1 : piece[1]]) <= set("QFZ"):
        return False  # 确保开工率一季度达到30%、二季度达到60%
    if "fact" in token.features.roles:  # 打造粮仓、具有山乡特色的集市
        return False
    if between <= set("VZF") and read.place > piece[0]:  # 巩固提升、因地制宜推广治水经验
        return False
    if _is_modifier(reading, governing, before, piece):
        return False
    behind = read.place + 1
    while behind + 1 < piece[1] and "occur" in reading.tokens[behind].kinds:
        behind += 1
    if token.says_which(reading.tokens[behind]):  # 新增园区9家、上市企业5家, 新增园区9家、上市挂牌企业5家
        return False
    amount = any(part.quantity for part in reading.tokens[read.place : piece[1]])
    if amount and reading.letters[before[1] - 1] == "Q" and len(token.text) > 1:  # 治理河道8条、恢复湿地900亩
        return True
    if len(token.text) == 1:
        return False
    if _is_noun(token) and read.place == piece[0]:
        return amount and bool(token.features.verb and token.features.verb.act in ("grow", "fall", "cut"))
    if amount:
        return True
    if reading.tokens[piece[1] - 1].text == reading.tokens[before[1] - 1].text:  # 服务本领、化解风险本领
        return False
    closing = reading.tokens[piece[1] - 1].features.roles
    carries = _carries(token)  # 加快大桥建设、开展攻坚
    if reading.letters[before[1] - 1] == "W" and (
        (set(reading.letters[slice(*piece)]) <= set("VWDA") and not carries) or _is_side(reading, piece)
    ):
        return False  # 加强研究阐释、传承创新; 加大人才培养、引进力度
    if _carries(ruler) and not carries and reading.letters[before[1] - 1] in "VW" and "campaign" in closing:
        return False  # 实施茶园提质、加快品牌培育行动
    if reading.letters[slice(*before)] in ("V", "W") and "list_noun" in closing:
        return False  # 强化招引、培育、激励举措
    if _SUCH.search(reading.letters, *piece) and not token.tells_stage:
        return False  # but 推进甲、乙等项目
    if "capacity" in closing and _is_formal(ruler) and not _is_formal(token):
        return False
    if not ruler.controls or _opens(token) or token.text == ruler.text:
        return True
    # 坚持底线思维、保持战略定力, but 支持茶企扩大产能、提升品质, 帮助老人、脱贫人口等群体
    such = _SUCH_COUNTED.search(reading.letters, piece[0], reading.ahead("KS", piece[0], len(reading.tokens)))
    acts = not between <= set("NAGXY")
    return not acts and such is None and _PLAIN.fullmatch(reading.letters, *piece) is not None


def _is_pair(reading: Reading, governing: Predicate, before: Piece, read: Predicate, piece: Piece) -> bool:
    """Tell whether verbs of one syllable have an object each on both sides of a 、: 抓机遇、促转型, but 争政策、争项目.

    With adverbs before them, or whom it is done for (为群众办实事、为企业解难题), and only a noun behind; what is
    urged or hoped for stays whole (推动企业减负担、增后劲).
    """
    token, ruler = reading.tokens[read.place], reading.tokens[governing.place]
    near = before[0] <= governing.place < before[1]
    leads = governing.place if near and governing.manner == "phrase" else before[0]  # 以实干|防风险、保安全
    own = near and _SHORT.match(reading.letters, leads, before[1])
    own = own and _SHORT.fullmatch(reading.letters, *piece)
    pure = not any(one.features.verb and one.features.verb.noun for one in (token, ruler))
    return bool(own) and pure and len(ruler.text) == 1 and token.text != ruler.text and not ruler.controls


def _is_led_alike(
    reading: Reading, governing: Predicate, before: Piece, read: Predicate, piece: Piece
) -> bool:
    """Tell whether the same preposition leads up to verbs on both sides of a 、: 以实干赢信任、以实绩展担当."""
    led = reading.ahead("P", *before)
    if governing.manner != "phrase" or read.manner != "phrase" or led == before[1]:
        return False
    alike = reading.letters[piece[0]] == "P" and reading.tokens[piece[0]].text == reading.tokens[led].text
    return alike and read.place + 1 < piece[1]


def _is_modifier(reading: Reading, governing: Predicate, before: Piece, piece: Piece) -> bool:
    """Tell whether a piece goes on with what the object is like: 打造更高、带动全县的街区."""
    said, closing = reading.tokens[governing.place + 1], reading.tokens[before[1] - 1]
    like = closing.letter == "A" and closing.tag == "a" and not reading.tokens[governing.place].controls
    like = like and reading.ahead("U", governing.place, before[1]) == before[1]
    end = reading.ahead("KS", piece[0], len(reading.tokens))
    return (like or "purpose" in said.features.roles) and reading.ahead("U", piece[0], end) < end


def _is_side(reading: Reading, piece: Piece) -> bool:
    """Tell whether a piece is a verb and the side of doings that it names: 引进力度."""
    noun = reading.tokens[piece[1] - 1].features.noun
    return piece[1] - piece[0] == 2 and noun is not None and noun.aspect and not noun.stage


def _is_noun(token: Token) -> bool:
    if token.features.verb is None:
        return token.letter != "V" or token.tag != ""  # but 做大: a stem and its complement
    return token.features.verb.noun


def _carries(token: Token) -> bool:
    return token.features.verb is not None and token.features.verb.carries


def _is_formal(token: Token) -> bool:
    return token.features.verb is not None and token.features.verb.formal


def _opens(token: Token) -> bool:
    """Tell whether a verb hopes for what stands behind it, and so opens a predicate anew: 确保, 力争."""
    return token.controls and "reach" in token.kinds
