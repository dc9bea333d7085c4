"""A library of 2,000 replies as small shops have it: written by hand, and by hand for couriers, places and goods."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from local_db.replies.model import Reply, Wording

FOLDER = Path(__file__).parent
THINGS = {
    "courier": "顺丰 中通 圆通 申通 韵达 极兔 京东快递 邮政EMS 德邦 丹鸟 百世 跨越".split(),
    "city": (
        "重庆 成都 厦门 六安 长沙 西藏 新疆 青海 内蒙古 台州 宁波 番禺 蚌埠 哈尔滨 广州 深圳 北京 上海 西安 武汉 "
        "郑州 昆明 贵阳 海南"
    ).split(),
    "platform": "淘宝 天猫 京东 拼多多 抖音 快手 小红书 微店 唯品会 闲鱼".split(),
    "clothes": (
        "羽绒服 卫衣 牛仔裤 连衣裙 衬衫 毛衣 风衣 西装外套 打底裤 睡衣 泳衣 瑜伽裤 冲锋衣 皮夹克 半身裙 背心 棉袜 围巾 "
        "帆布鞋 雪地靴 帽子 手套 文胸 旗袍 校服 汉服 短袖T恤 阔腿裤 马甲 雨衣 皮带 双肩包"
    ).split(),
    "food": (
        "牛肉干 坚果礼盒 螺蛳粉 黄桃罐头 粽子 月饼 辣椒酱 红枣 龙井茶 蜂蜜 燕麦片 咖啡豆 大闸蟹 猪肉脯 芒果干 酸辣粉 "
        "柠檬茶 火锅底料 奶酪棒 藕粉 腊肠 小龙虾"
    ).split(),
    "beauty": (
        "面霜 精华液 防晒霜 口红 粉底液 眼影盘 洗面奶 卸妆油 面膜 护手霜 洗发水 沐浴露 香水 睫毛膏 爽肤水 眉笔 唇膏 "
        "身体乳 气垫 发膜"
    ).split(),
    "digital": (
        "蓝牙耳机 充电宝 机械键盘 智能手表 音箱 台灯 路由器 鼠标 加湿器 电动牙刷 吹风机 投影仪 摄像头 剃须刀 筋膜枪 "
        "平板支架 行车记录仪 扫地机 热水壶 空气炸锅 电饭煲 榨汁机"
    ).split(),
    "home": (
        "书架 餐桌 床垫 沙发 衣柜 电脑椅 窗帘 鞋柜 晾衣架 收纳箱 地毯 折叠床 置物架 茶几 屏风 吊灯 浴室柜 儿童床 梳妆台 "
        "懒人椅"
    ).split(),
}  # fmt: skip


@cache
def library() -> tuple[tuple[Reply, ...], dict[str, str]]:
    """The replies, and the names of their groups by uid; every title is there once."""
    groups: dict[str, str] = {}
    replies = tuple(
        _reply(f"r{number:05}", row, groups) for number, row in enumerate([*_written(), *_varied()], 1)
    )
    return replies, {uid: name for name, uid in groups.items()}


def _written() -> Iterator[Mapping[str, str]]:
    yield from ({**row, "language": "zh"} for row in _rows("library.csv"))
    yield from ({**row, "language": "en"} for row in _rows("english.csv"))


def _varied() -> Iterator[Mapping[str, str]]:
    for row in _rows("variants.csv"):
        for thing in THINGS[row["of"]]:
            filled = {key: value.replace("{x}", thing) for key, value in row.items()}
            yield {**filled, "tags": f"{row['tags']} {thing}", "shortcut": "", "language": "zh"}


def _rows(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def _reply(uid: str, row: Mapping[str, str], groups: dict[str, str]) -> Reply:
    group = groups.setdefault(row["group"], f"g{len(groups) + 1}")
    return Reply(
        uid, row["title"], (Wording(f"{uid}w", row["text"]),), group, row["shortcut"], tuple(row["tags"].split()),
        language=row["language"],
    )  # fmt: skip
