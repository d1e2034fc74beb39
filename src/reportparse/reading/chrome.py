"""Know the lines that a web site puts around a text."""

from collections.abc import Sequence

import regex

from reportparse.model import DocumentParagraph

_CHROME = regex.compile(
    r"""(?:[【\[(（]?\s*)?(?:
      (?:字体|字号|文字大小|视力保护色)\s*[：:]?.{0,20}
    | (?:责任编辑|责编|编辑|审核|校对|录入|发布人|值班编辑|初审|复审|终审|供稿|作者)\s*[：:].{0,20}
    | (?:分享(?:到|至)?|转发|收藏|打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表)?|下载
      | (?:我要)?纠错|大|中|小|[上下]一[页篇].{0,60})
      (?:[\s|｜/·】\]\[【：:]*(?:分享到?|打印(?:本页)?|关闭(?:窗口)?|收藏|微信|微博|QQ空间|大|中|小))*
    | 扫一扫.{0,25} | .{0,6}扫描?二维码.{0,20} | 手机(?:扫一扫|查看|浏览).{0,15}
    | (?:相关(?:链接|阅读|文章|新闻|信息|解读|附件)|延伸阅读|推荐阅读|热点推荐|图解)\s*[：:]?
    | (?:您?(?:当前|现在)?(?:的)?位置|首页)\s*(?:[：:>»›].{0,80})
    | (?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[：:]?\s*[0-9]*\s*次?
    | (?:信息来源|文章来源|发布时间|发布日期|更新时间|成文日期)\s*[：:].{0,80}
    | (?:主办|承办|版权所有|网站标识码|技术支持|联系我们|网站地图|关于我们|隐私声明).{0,80}
    | .{0,20}(?:ICP备|公网安备).{0,30}
    | (?:无障碍|长者模式|繁体|简体|English|登录|注册|搜索)
    | 【?\s*(?:大|中|小)(?:\s*(?:大|中|小)){1,2}\s*】?.{0,12}
    )[】\])）]?\s*""",
    regex.VERBOSE,
)
_ENDS_TEXT = regex.compile(
    r"\s*[【\[]?(?:相关(?:链接|阅读|文章|新闻|解读|信息)|延伸阅读|推荐阅读|上一篇[：:]|下一篇[：:]|扫一扫)"
)


def is_chrome(text: str) -> bool:
    """Tell whether a whole line is a site's: 字体:大 中 小, 责任编辑:…, 扫一扫在手机打开当前页."""
    return bool(_CHROME.fullmatch(text.strip()))


def without_chrome(paragraphs: Sequence[DocumentParagraph]) -> list[DocumentParagraph]:
    """Drop the site's lines, and all that follows a list of related pages in the page's last third."""
    end = len(paragraphs)
    for at in range(len(paragraphs) - 1, -1, -1):
        if _ENDS_TEXT.match(paragraphs[at].text) and at > 0.66 * len(paragraphs):
            end = at
    return [one for one in paragraphs[:end] if one.text and not is_chrome(one.text)]
