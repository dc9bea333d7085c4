"""What the sample shop sells. Titles are written the way sellers write them; all brands are invented."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pet(StrEnum):
    """Whom a product is for, and what a buyer keeps."""

    CAT = "cat"
    DOG = "dog"
    BOTH = "both"


class Category(StrEnum):
    """The shop's shelves."""

    CAT_FOOD = "猫粮"
    DOG_FOOD = "狗粮"
    FREEZE_DRIED = "冻干零食"
    CANS = "罐头"
    LITTER = "猫砂"
    TOYS = "玩具"
    HEALTH = "保健"
    SUPPLIES = "用品"


@dataclass(frozen=True, slots=True)
class Product:
    """One listing: price in fen, how often it sells, and the months it sells best (empty: all year)."""

    title: str
    category: Category
    pet: Pet
    price: int
    weight: int
    season: tuple[int, ...] = ()


SUMMER = (5, 6, 7, 8)
WINTER = (10, 11, 12, 1)
PARASITES = (3, 4, 5, 6, 9)
NEW_YEAR = (12, 1, 2)

PRODUCTS: tuple[Product, ...] = (
    Product("喵屋全价猫粮成猫幼猫通用型鸡肉味增肥发腮2kg装", Category.CAT_FOOD, Pet.CAT, 6900, 20),
    Product("喵屋无谷猫粮成猫三文鱼配方冻干双拼主粮1.5kg装", Category.CAT_FOOD, Pet.CAT, 12900, 16),
    Product("喵屋幼猫粮1到12月离乳期奶糕粮鸡肉高蛋白1.5kg", Category.CAT_FOOD, Pet.CAT, 8800, 10),
    Product("喵屋烘焙猫粮低温慢烘全阶段鲜鸡肉主粮美毛1kg", Category.CAT_FOOD, Pet.CAT, 15900, 9),
    Product("喵屋绝育猫粮成猫低脂控制体重呵护泌尿专用粮2kg", Category.CAT_FOOD, Pet.CAT, 9900, 7),
    Product("喵屋全价猫粮大袋囤货装10kg成猫流浪猫实惠口粮", Category.CAT_FOOD, Pet.CAT, 16800, 6),
    Product("喵屋老年猫粮七岁以上高龄猫易消化护关节1.5kg", Category.CAT_FOOD, Pet.CAT, 10800, 3),
    Product("喵屋全价狗粮中小型犬成犬通用型牛肉味美毛2.5kg", Category.DOG_FOOD, Pet.DOG, 7900, 18),
    Product("喵屋泰迪比熊专用狗粮小型犬去泪痕鸭肉梨粮2kg装", Category.DOG_FOOD, Pet.DOG, 8900, 15),
    Product("喵屋幼犬粮2到12月羊奶配方离乳期奶糕狗粮1.5kg", Category.DOG_FOOD, Pet.DOG, 7500, 9),
    Product("喵屋金毛拉布拉多大型犬狗粮成犬护关节补钙10kg", Category.DOG_FOOD, Pet.DOG, 21900, 8),
    Product("喵屋无谷冻干双拼狗粮全犬期鲜肉高蛋白主粮2kg装", Category.DOG_FOOD, Pet.DOG, 13900, 9),
    Product("喵屋柯基法斗专用狗粮中型犬成犬控制体重粮2.5kg", Category.DOG_FOOD, Pet.DOG, 9500, 6),
    Product("喵屋鸡胸肉冻干零食猫咪狗狗通用原切鸡肉粒100g", Category.FREEZE_DRIED, Pet.BOTH, 3290, 20),
    Product("喵屋冻干蛋黄猫咪零食狗狗美毛宠物营养拌粮桶装", Category.FREEZE_DRIED, Pet.BOTH, 2590, 12),
    Product("喵屋冻干鹌鹑整只磨牙洁齿猫狗零食高蛋白3只装", Category.FREEZE_DRIED, Pet.BOTH, 3990, 8),
    Product("喵屋多春鱼冻干猫咪零食补钙带籽小鱼干桶装80g", Category.FREEZE_DRIED, Pet.CAT, 3590, 10),
    Product("喵屋猫条15支装鸡肉三文鱼混合口味湿粮零食补水", Category.FREEZE_DRIED, Pet.CAT, 1990, 22),
    Product("喵屋牛肉粒狗狗零食训练奖励小型犬磨牙肉干200g", Category.FREEZE_DRIED, Pet.DOG, 2990, 13),
    Product("喵屋鸭肉绕甘薯狗狗零食洁齿磨牙棒耐咬大包500g", Category.FREEZE_DRIED, Pet.DOG, 3690, 9),
    Product("喵屋主食罐头成猫幼猫鸡肉金枪鱼170g整箱12罐装", Category.CANS, Pet.CAT, 11900, 14),
    Product("喵屋猫罐头白肉汤罐补水零食罐85g混合口味24罐", Category.CANS, Pet.CAT, 9600, 11),
    Product("喵屋猫咪餐盒鲜肉主食餐包湿粮包85g尝鲜12包装", Category.CANS, Pet.CAT, 4900, 9),
    Product("喵屋狗罐头牛肉鸡肉拌饭湿粮375g整箱6罐营养补水", Category.CANS, Pet.DOG, 5900, 11),
    Product("喵屋狗狗鲜食餐包拌狗粮零食湿粮100g混合12包装", Category.CANS, Pet.DOG, 4500, 7),
    Product("喵屋豆腐猫砂原味绿茶味除臭无尘可冲厕所2.5kg4包", Category.LITTER, Pet.CAT, 5990, 24),
    Product("喵屋混合猫砂豆腐膨润土二合一快速结团除臭6包装", Category.LITTER, Pet.CAT, 8990, 18),
    Product("喵屋膨润土猫砂10公斤低尘结团活性炭除味实惠装", Category.LITTER, Pet.CAT, 3590, 8),
    Product("喵屋木薯猫砂无尘小颗粒幼猫可用易结团2kg6包装", Category.LITTER, Pet.CAT, 10900, 6),
    Product("喵屋逗猫棒长杆钢丝羽毛铃铛猫咪玩具自嗨替换头", Category.TOYS, Pet.CAT, 1290, 12),
    Product("喵屋猫抓板瓦楞纸窝一体耐磨不掉屑大号猫咪玩具", Category.TOYS, Pet.CAT, 2990, 12),
    Product("喵屋猫薄荷球木天蓼棒磨牙洁齿猫咪玩具解闷套装", Category.TOYS, Pet.CAT, 1590, 8),
    Product("喵屋狗狗磨牙玩具耐咬发声橡胶球中大型犬解闷神器", Category.TOYS, Pet.DOG, 2290, 9),
    Product("喵屋漏食球狗狗慢食益智玩具不倒翁中小型犬自嗨", Category.TOYS, Pet.DOG, 2690, 6),
    Product("喵屋化毛膏猫咪专用去毛球排毛调理肠胃营养膏120g", Category.HEALTH, Pet.CAT, 3290, 9),
    Product("喵屋宠物益生菌猫咪狗狗调理肠胃幼宠软便5g10袋", Category.HEALTH, Pet.BOTH, 4590, 9),
    Product("喵屋卵磷脂狗狗美毛爆毛护肤掉毛宠物营养颗粒450g", Category.HEALTH, Pet.DOG, 5890, 6),
    Product("喵屋宠物体外驱虫滴剂猫咪狗狗除跳蚤蜱虫3支装", Category.HEALTH, Pet.BOTH, 6900, 6, PARASITES),
    Product("喵屋宠物羊奶粉猫咪幼猫狗狗新生补钙营养品200g", Category.HEALTH, Pet.BOTH, 3890, 6),
    Product("喵屋宠物冰垫夏季凉席猫咪狗狗睡垫耐咬降温凉垫", Category.SUPPLIES, Pet.BOTH, 3990, 4, SUMMER),
    Product("喵屋宠物窝冬季保暖猫窝狗窝加厚深度睡眠可拆洗", Category.SUPPLIES, Pet.BOTH, 6900, 4, WINTER),
    Product("喵屋宠物饮水机自动循环静音流动猫咪狗狗喂水器", Category.SUPPLIES, Pet.BOTH, 8900, 4),
    Product("喵屋狗狗牵引绳中小型犬背心式胸背带防挣脱反光", Category.SUPPLIES, Pet.DOG, 3590, 5),
    Product("喵屋狗尿垫加厚除臭吸水尿片宠物尿不湿100片装", Category.SUPPLIES, Pet.DOG, 4290, 8),
    Product("喵屋宠物湿巾除臭擦脚去泪痕猫狗专用80抽3包装", Category.SUPPLIES, Pet.BOTH, 2490, 7),
    Product("喵屋猫咪狗狗新年礼盒零食大礼包过年衣服围巾套装", Category.SUPPLIES, Pet.BOTH, 9900, 2, NEW_YEAR),
)

STAPLES = frozenset({Category.CAT_FOOD, Category.DOG_FOOD})
