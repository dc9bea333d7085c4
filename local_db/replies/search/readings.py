"""How characters are read: the usual reading, the rare ones, and the one a phrase asks for.

Readings are syllables in letters, without tones, `v` for ü. The usual reading of a character is the first of the
dictionary's, save for some that shops use otherwise. A phrase such as 重庆 or 银行 gives its characters their reading
there; only phrases that say something else than the usual readings are kept.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from functools import cache
from importlib import resources

from local_db.collector import collector_paused

LONGEST_PHRASE = 4

# What the dictionary puts first is not what shops mean by it.
_USUAL = dict(
    re.findall(
        r"(\w):(\w+)",
        """
        长:chang 还:hai 着:zhe 得:de 差:cha 便:bian 什:shen 么:me 呢:ne 吗:ma 吧:ba 啊:a 哪:na 那:na 这:zhe
        件:jian 几:ji 给:gei 谁:shui 熟:shu 薄:bao 露:lu 血:xue 剥:bo 削:xiao 壳:ke 色:se 落:luo 弹:tan 绿:lv 率:lv
        调:tiao
        """,
    )
)

# These have two readings that are about as common, so that the initial of either is typed.
_ALSO_COMMON = dict(
    re.findall(r"(\w):(\w+)", "重:chong 长:zhang 行:hang 乐:yue 调:diao 还:huan 种:chong 藏:zang 弹:dan")
)

# Nobody has read them so for centuries, and what shops mean sounds the same: 尾款 is no weixin.
_FORGOTTEN = frozenset({("款", "xin"), ("核", "gai"), ("核", "kai")})

# Words of the trade that the dictionary of phrases lacks, or reads in another way.
_TRADE = re.findall(
    r"(\w+):(\w+(?:-\w+)*)",
    """
    重发:chong-fa 重寄:chong-ji 重拍:chong-pai 重下:chong-xia 重买:chong-mai 重做:chong-zuo 重付:chong-fu
    重装:chong-zhuang 重启:chong-qi 重设:chong-she 重置:chong-zhi 重开:chong-kai 重印:chong-yin 重写:chong-xie
    重试:chong-shi 重打:chong-da 重算:chong-suan 重叠:chong-die 双重:shuang-chong 多重:duo-chong
    退还:tui-huan 归还:gui-huan 返还:fan-huan 寄还:ji-huan 还款:huan-kuan 还货:huan-huo 还钱:huan-qian
    调货:diao-huo 调换:diao-huan 对调:dui-diao 调包:diao-bao 调拨:diao-bo 空调:kong-tiao
    店长:dian-zhang 家长:jia-zhang 增长:zeng-zhang 生长:sheng-zhang 成长:cheng-zhang 长胖:zhang-pang 长大:zhang-da
    长高:zhang-gao 长痘:zhang-dou 长毛:zhang-mao 长霉:zhang-mei 长虫:zhang-chong 长肉:zhang-rou 组长:zu-zhang
    站长:zhan-zhang 班长:ban-zhang 校长:xiao-zhang 首长:shou-zhang 会长:hui-zhang
    银行:yin-hang 行业:hang-ye 同行:tong-hang 排行:pai-hang 行情:hang-qing 行货:hang-huo 央行:yang-hang
    会计:kuai-ji 财会:cai-kuai 重庆:chong-qing 便宜:pian-yi 小便宜:xiao-pian-yi 出差:chu-chai
    音乐:yin-yue 乐器:yue-qi 了解:liao-jie 得了:de-liao 不了:bu-liao 受不了:shou-bu-liao 着急:zhao-ji 着色:zhuo-se
    穿着:chuan-zhuo 睡着:shui-zhao 首都:shou-du 成都:cheng-du 都市:du-shi 中奖:zhong-jiang 中意:zhong-yi
    降价:jiang-jia 投降:tou-xiang 数数:shu-shu 不得不:bu-de-bu 得到:de-dao 觉得:jue-de 记得:ji-de 睡觉:shui-jiao
    还得:hai-dei 参差:cen-ci 人参:ren-shen 西藏:xi-zang 宝藏:bao-zang 厦门:xia-men 大厦:da-sha 六安:lu-an
    番禺:pan-yu 蚌埠:beng-bu 台州:tai-zhou 薄荷:bo-he 单薄:dan-bo 掉色:diao-se 褪色:tui-se
    背包:bei-bao 背心:bei-xin 卡住:ka-zhu 关卡:guan-qia 处理:chu-li 处女:chu-nv 好处:hao-chu
    模样:mu-yang 一模一样:yi-mu-yi-yang 模具:mu-ju 称重:cheng-zhong 对称:dui-chen 称心:chen-xin 相称:xiang-chen
    折扣:zhe-kou 打折:da-zhe 折腾:zhe-teng 干净:gan-jing 尽快:jin-kuai 尽量:jin-liang 似的:shi-de 目的:mu-di
    供应:gong-ying 提供:ti-gong 应该:ying-gai 曾经:ceng-jing 朝阳:chao-yang 宁波:ning-bo 为什么:wei-shen-me
    """,
)

_DIGITS = ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")


@cache
def usual(char: str) -> str:
    """The usual reading; empty for what has none in letters."""
    if char.isdecimal() and char.isascii():
        return _DIGITS[int(char)]
    return _USUAL.get(char) or next(iter(_listed(char)), "")


@cache
def others(char: str) -> tuple[str, ...]:
    """The other readings, the commoner ones first."""
    said = usual(char)
    return tuple(reading for reading in _listed(char) if reading != said and (char, reading) not in _FORGOTTEN)


def common(char: str) -> tuple[str, ...]:
    """The usual reading, and another one that is as common."""
    return tuple(reading for reading in (usual(char), _ALSO_COMMON.get(char)) if reading)


def _listed(char: str) -> tuple[str, ...]:
    readings = (_without_tone(reading) for reading in _characters().get(ord(char), "").split(","))
    return tuple(dict.fromkeys(reading for reading in readings if reading.isascii() and reading.isalpha()))


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """What is read otherwise in a phrase: per phrase the reading of each character, empty where it is the usual one."""
    kept: dict[str, tuple[str, ...]] = {}
    with collector_paused():
        for phrase, spoken in _dictionary_of_phrases().items():
            if len(phrase) <= LONGEST_PHRASE and len(phrase) == len(spoken):
                _keep(kept, phrase, [_without_tone(readings[0]) for readings in spoken])
    for phrase, syllables in _TRADE:
        kept.pop(phrase, None)
        _keep(kept, phrase, syllables.split("-"))
    return kept


def _keep(kept: dict[str, tuple[str, ...]], phrase: str, syllables: list[str]) -> None:
    if all(map(str.__eq__, map(usual, phrase), syllables)):
        return
    unusual = tuple("" if usual(char) == said else said for char, said in zip(phrase, syllables, strict=True))
    # The dictionary weakens some syllables in phrases (yi for 宜 is the same, de for 得 is not); only readings
    # that the character has by itself are kept.
    if all(not said or said in others(char) for char, said in zip(phrase, unusual, strict=True)):
        kept[phrase] = unusual


@cache
def _characters() -> dict[int, str]:
    # The library would load its phrases with itself and keep them.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT


def _dictionary_of_phrases() -> dict[str, list[list[str]]]:
    # Read here instead of through the library, which would keep all of it: 25 MB, of which 3,000 phrases are wanted.
    _characters()  # first, for the same reason
    text = resources.files("pypinyin").joinpath("phrases_dict.json").read_text(encoding="utf-8")
    loaded: dict[str, list[list[str]]] = json.loads(text)
    return loaded


@cache
def _without_tone(reading: str) -> str:
    apart = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in apart if not unicodedata.combining(char))
