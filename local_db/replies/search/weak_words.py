"""What asks, greets or points in a sentence, and says little of what it is about."""

from __future__ import annotations

import re

WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a an the is are was were be been am i my me mine you your we our us it its he she they this that these those
        to of in on at for from by and or but do does did done can could will would should shall may might have has
        had hi hello hey please thanks thank ok okay there here if so as with not no yes just get got getting want
        wants need like any some when what how where who which why much many long still yet now already
        dont doesnt didnt isnt arent wasnt hasnt havent cant couldnt wont im ive id whats wheres hows theres
        """,
    )
)

_PHRASES = """
    什么时候 是什么 为什么 怎么办 怎么样 能不能 可不可以 会不会 有没有 是不是 要不要 多长时间 多少钱
    请问一下 想问一下 问一下 你好 您好 请问 麻烦 老板 店家 亲亲 这个 这款 这件 这种 这些 这条 这双 这里
    那个 那款 那件 那种 哪个 哪款 哪里 哪些 一下 我们 你们 您们 他们 可以 没有 怎么 怎样 如何 什么 时候
    多久 多少 还是 还有 已经 现在 今天 明天 昨天 刚才 刚刚 一个 如果 但是 因为 所以 帮我 给我 需要 应该
    知道 想要 我要 一直 东西 收到 谢谢 感觉 觉得 就是 不是 比较 一样 不了
    亲 我 你 您 他 她 它 的 了 吗 呢 呀 啊 吧 哦 嘛 么 是 在 有 没 不 能 会 要 想 几 哪 谁 还 都 就 也 和
    跟 给 把 被 让 很 太 请 帮 这 那 吖 哈 呐 嗯 喔 个 着 再 好的 过了 到了 用了
"""
CHINESE = re.compile("|".join(sorted(_PHRASES.split(), key=len, reverse=True)))
