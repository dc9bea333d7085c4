"""One export file per platform as its back office writes it, quirks included, and what it says,"
" worked out by hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Said:
    """What an order file says in all: counts, and money in minor units. `buyers` are different people by their best
    key."""

    orders: int
    lines: int
    buyers: int
    paid: int
    refunded: int
    net: int
    purchases: int
    items: int
    discount: int = 0


@dataclass(frozen=True)
class Back:
    """What a refund file says: per refund its order, number, state and amount in minor units."""

    refunds: Sequence[tuple[str, str, str, int | None]]


@dataclass(frozen=True)
class Export:
    """A file of a platform. `rows` by header; `above` and `below` are whole rows around the table."""

    profile: str
    headers: str
    rows: Rows
    said: Said | Back
    separator: str = ","
    encoding: str = "utf-8-sig"
    above: Sequence[Sequence[str]] = ()
    below: Sequence[Sequence[str]] = ()
    empty: str = ""
    before: str = ""  # stands before every cell
    after: str = ""  # stands behind every cell of the columns in `tabbed`
    tabbed: Sequence[str] = ()
    name: str = ""
    problems: Sequence[str] = ()

    @property
    def title(self) -> str:
        return self.name or self.profile

    def columns(self) -> list[str]:
        return self.headers.split(self.separator if self.separator == "\t" else ",")

    def table(self) -> list[list[str]]:
        columns = self.columns()
        known = {column.strip() for column in columns}
        for row in self.rows:
            assert set(row) <= known, set(row) - known
        cells = [[self._cell(column.strip(), row) for column in columns] for row in self.rows]
        return [*map(list, self.above), columns, *cells, *map(list, self.below)]

    def _cell(self, column: str, row: Mapping[str, str]) -> str:
        return self.before + row.get(column, self.empty) + (self.after if column in self.tabbed else "")

    def write(self, path: Path) -> Path:
        with open(path, "w", encoding=self.encoding, newline="") as file:
            csv.writer(file, delimiter=self.separator).writerows(self.table())
        return path

    def write_workbook(self, path: Path) -> Path:
        with xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
            sheet = book.add_worksheet()
            for place, row in enumerate(self.table()):
                sheet.write_row(place, 0, row)
        return path


TAOBAO_2018 = (
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,"
    "买家实际支付金额,买家实际支付积分,"
    "订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,"
    "宝贝种类 ,物流单号 ,"
    "物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,"
    "分阶段订单信息,特权订金订单id,"
    "是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,"
    "集分宝抵扣,是否是O2O交易,"
    "新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,"
    "确认收货时间,打款商家金额,"
    "含应开票给个人的个人红包"
)
TAOBAO_2016 = ",".join(TAOBAO_2018.split(",")[:44])

_TAOBAO_ROWS: Rows = [
    {
        "订单编号": '="1930679858170647"',
        "买家会员名": "小鱼88",
        "总金额": "110.00",
        "买家实际支付金额": "110.00",
        "订单状态": "交易成功",
        "收货人姓名": "曹河",
        "收货地址": "浙江省 杭州市 西湖区   某路1号(310000)",
        "联系电话": "'-",
        "联系手机": "'13900000001",
        "订单创建时间": "2018-12-30 15:21:11",
        "订单付款时间": "2018-12-30 15:21:17",
        "宝贝标题": "猫粮，猫砂",
        "宝贝种类": "2",
        "物流单号": "No:123",
        "宝贝总数量": "2",
        "店铺名称": "示例书店",
        "订单关闭原因": "订单未关闭",
        "买家服务费": "0元",
    },
    {  # a part went back, and the paid amount is already without it
        "订单编号": '="1930679858170648"',
        "买家会员名": "小鱼88",
        "总金额": "102.00",
        "买家实际支付金额": "64.00",
        "订单状态": "交易成功",
        "订单创建时间": "2018/12/31 8:01",
        "订单付款时间": "2018/12/31 8:02",
        "宝贝标题": "猫粮",
        "宝贝种类": "1",
        "宝贝总数量": "3",
        "店铺名称": "示例书店",
    },
    {
        "订单编号": '="1930679858170649"',
        "买家会员名": "大山",
        "总金额": "30.00",
        "买家实际支付金额": "0.00",
        "订单状态": "交易关闭",
        "订单关闭原因": "买家未付款",
        "订单创建时间": "2018-12-31 09:00:00",
        "宝贝标题": "猫砂",
        "宝贝种类": "1",
        "宝贝总数量": "1",
        "店铺名称": "示例书店",
        "联系手机": "'139****0003",
    },
]


def _with(rows: Rows, extra: Sequence[Mapping[str, str]]) -> Rows:
    return [{**row, **more} for row, more in zip(rows, extra, strict=True)]


TAOBAO_LIST_2018 = Export(
    "taobao_orders",
    TAOBAO_2018,
    _with(
        _TAOBAO_ROWS,
        [
            {"退款金额": "0.00", "确认收货时间": "2019-01-05 10:00:00", "打款商家金额": "110.00元"},
            {"退款金额": "38.00"},
            {"退款金额": "0.00"},
        ],
    ),
    # paid 110 + 64 + 0; net the same, because paid is after refunds
    Said(orders=3, lines=4, buyers=2, paid=17400, refunded=3800, net=17400, purchases=2, items=6),
    encoding="gb18030",
    name="taobao_list_2018",
)
TAOBAO_LIST_2016 = Export(
    "taobao_orders",
    TAOBAO_2016,
    _TAOBAO_ROWS,
    Said(orders=3, lines=4, buyers=2, paid=17400, refunded=0, net=17400, purchases=2, items=6),
    encoding="gb18030",
    name="taobao_list_2016",
    problems=["missing_column"],  # the refunds, which came later
)
TAOBAO_LIST_2024 = Export(
    "taobao_order_report",
    "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,"
    "商品标题,退款金额,"
    "是否主动赔付,主动赔付金额,主动赔付出账时间,商品属性SKU,C2B小额收款,确认收货打款金额,含应开票给个人红包,"
    "总金额(旧版)",
    [
        {
            "订单编号": "4000000000000000001",
            "支付详情": "支付方式：支付宝，支付单号：2024，金额：167.58；",
            "总金额": "167.58",
            "买家实付金额": "167.58",
            "订单创建时间": "2024-11-01 00:00:05",
            "订单付款时间": "2024-11-01 00:01:00",
            "商品标题": "咖啡",
            "退款金额": "0.00",
        },
        {
            "订单编号": "4000000000000000002",
            "总金额": "50.00",
            "买家实付金额": "0.00",
            "订单创建时间": "2024-11-02 10:00:00",
            "订单付款时间": "2024-11-02 10:00:09",
            "商品标题": "茶",
            "退款金额": "50.00",
        },
    ],
    # without statuses: an order of which everything went back is no purchase
    Said(orders=2, lines=2, buyers=0, paid=16758, refunded=5000, net=16758, purchases=1, items=0),
    name="taobao_list_2024",
)
TAOBAO_DETAILS = Export(
    "taobao_item_details",
    "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码",
    [
        {
            "订单编号": '="1930679858170647"',
            "标题": "猫粮",
            "价格": "80.00",
            "购买数量": "1",
            "商品属性": "口味:鱼",
            "订单状态": "交易成功",
            "商家编码": "null",
        },
        {"订单编号": '="1930679858170647"', "标题": "猫砂", "价格": "30.00", "购买数量": "1", "订单状态": "交易成功"},
        {
            "订单编号": '="1930679858170648"',
            "标题": "猫粮",
            "价格": "34.00",
            "购买数量": "3",
            "订单状态": "卖家已发货，等待买家确认",
        },
    ],
    # neither money nor buyers: no order of it is a purchase on its own
    Said(orders=2, lines=3, buyers=0, paid=0, refunded=0, net=0, purchases=0, items=5),
    encoding="gb18030",
)
TAOBAO_SUB_ORDERS = Export(
    "taobao_sub_orders",
    "子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号,商品属性,套餐信息,联系方式备注,订单状态,"
    "商家编码,支付单号,买家应付货款,"
    "买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,淘鲜达渠道,商品ID,分阶段信息,备注标签,商家备注,"
    "主订单买家留言,发货时间,物流单号,"
    "物流公司,是否主动赔付,主动赔付金额,主动赔付出账时间,应发货时间,飞猪购订单信息,免单资格,免单金额,"
    "百亿补贴超链订单信息,超链半托管订单信息",
    [
        {
            "子订单编号": "5002",
            "主订单编号": "5001",
            "商品标题": "杯子",
            "商品价格": "50.00",
            "购买数量": "2",
            "订单状态": "交易成功",
            "买家应付货款": "100.00",
            "买家实付金额": "100.00",
            "退款金额": "无退款申请",
            "订单创建时间": "2024-11-01 10:00:00",
            "订单付款时间": "2024-11-01 10:01:00",
            "商品ID": "700001",
            "发货时间": "2024-11-02 09:00:00",
        },
        {
            "子订单编号": "5003",
            "主订单编号": "5001",
            "商品标题": "盘子",
            "商品价格": "40.00",
            "购买数量": "1",
            "订单状态": "交易关闭",
            "买家应付货款": "40.00",
            "买家实付金额": "0.00",
            "退款状态": "退款成功",
            "退款金额": "40.00",
            "订单创建时间": "2024-11-01 10:00:00",
            "订单付款时间": "2024-11-01 10:01:00",
            "商品ID": "700002",
        },
        {
            "子订单编号": "5101",
            "主订单编号": "5101",
            "商品标题": "碗",
            "商品价格": "20.00",
            "购买数量": "1",
            "订单状态": "等待买家付款",
            "买家应付货款": "20.00",
            "买家实付金额": "0.00",
            "退款金额": "无退款申请",
            "订单创建时间": "2024-11-03 10:00:00",
        },
    ],
    Said(orders=2, lines=3, buyers=0, paid=10000, refunded=4000, net=10000, purchases=1, items=4),
)
JD = Export(
    "jd_orders",
    "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,"
    "订单类型,下单帐号,客户姓名,客户地址,"
    "联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,"
    "付款确认时间,增值税发票,货号,订单完成时间,"
    "订单来源,订单渠道,送装服务,服务费,仓库id,仓库名称,商家SKUID,店铺ID,店铺名称,快递单号",
    [
        {
            "订单号": "'29876543210",
            "商品ID": "'100012",
            "商品名称": "电饭煲",
            "订购数量": "1",
            "下单时间": "2026-05-01 09:00:00",
            "京东价": "200.00",
            "应付金额": "260.00",
            "订单状态": "完成",
            "下单帐号": "jd_pin_a",
            "客户姓名": "张三",
            "客户地址": "广东深圳市南山区某街1号",
            "联系电话": "13800000001",
            "付款确认时间": "2026-05-01 09:01:00",
            "订单完成时间": "2026-05-06 12:00:00",
            "店铺名称": "京东小店",
        },
        {
            "订单号": "'29876543210",
            "商品ID": "'100013",
            "商品名称": "锅",
            "订购数量": "2",
            "下单时间": "2026-05-01 09:00:00",
            "京东价": "30.00",
            "应付金额": "260.00",
            "订单状态": "完成",
            "下单帐号": "jd_pin_a",
            "客户姓名": "张三",
            "付款确认时间": "2026-05-01 09:01:00",
            "店铺名称": "京东小店",
        },
        {
            "订单号": "'29876543211",
            "商品ID": "'100013",
            "商品名称": "锅",
            "订购数量": "1",
            "下单时间": "2026-05-02 09:00:00",
            "京东价": "30.00",
            "应付金额": "30.00",
            "订单状态": "已取消",
            "下单帐号": "jd_pin_b",
            "店铺名称": "京东小店",
        },
        {
            "订单号": "'29876543212",
            "商品ID": "'100013",
            "商品名称": "锅",
            "订购数量": "1",
            "下单时间": "2026-05-03 09:00:00",
            "京东价": "30.00",
            "应付金额": "30.00",
            "订单状态": "已出库",
            "下单帐号": "jd_pin_a",
            "付款确认时间": "2026-05-03 09:01:00",
            "店铺名称": "京东小店",
        },
    ],
    # 应付金额 repeats on the rows of the first order (200 + 2 × 30): 260 + 0 (cancelled, never paid) + 30
    Said(orders=3, lines=4, buyers=2, paid=29000, refunded=0, net=29000, purchases=2, items=5),
    after="\t",
    tabbed=["订单号", "商品ID"],
)
PDD_2026 = Export(
    "pdd_orders",
    "订单成交时间,商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),"
    "多多支付立减金额(元),用户实付金额(元),"
    "商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,"
    "商家编码-商品维度,商家备注,售后状态,快递单号,快递公司",
    [
        {
            "订单成交时间": "2026-06-01 08:00:00",
            "商品": "纸巾",
            "订单号": "260601-123456789012345",
            "订单状态": "已收货",
            "用户实付金额(元)": "19.90",
            "店铺优惠折扣(元)": "2.00",
            "平台优惠折扣(元)": "1.10",
            "商品数量(件)": "2",
            "发货时间": "2026-06-01 18:00:00",
            "确认收货时间": "2026-06-04 10:00:00",
            "商品id": "600001",
            "售后状态": "无售后或售后取消",
        },
        {
            "订单成交时间": "2026-06-02 08:00:00",
            "商品": "纸巾",
            "订单号": "260602-123456789012345",
            "订单状态": "已发货",
            "用户实付金额(元)": "19.90",
            "商品数量(件)": "1",
            "商品id": "600001",
            "售后状态": "退款成功",
        },
        {
            "商品": "纸巾",
            "订单号": "260603-123456789012345",
            "订单状态": "待发货",
            "用户实付金额(元)": "1,019.90",
            "商品数量(件)": "1",
            "商品id": "600001",
            "售后状态": "无售后或售后取消",
        },
    ],
    # 19.90 + 19.90 (wholly back, because its only line is) + 1019.90 (no time of its own: that of the number)
    Said(orders=3, lines=3, buyers=0, paid=105970, refunded=1990, net=103980, purchases=2, items=4, discount=310),
    encoding="utf-8",
    after="\t",
    tabbed=["订单号", "商品id", "快递单号"],
    name="pdd_2026",
)
PDD_OLD = Export(
    "pdd_orders",
    "商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),"
    "用户实付金额(元),商家实收金额(元),"
    "商品数量(件),身份证姓名,身份证号码,支付时间,拼单成功时间,承诺发货时间,发货时间,确认收货时间,商品id,"
    "商品规格,用户购买手机号,商家编码-SKU维度,"
    "商家编码-商品维度,海淘清关订单号,支付ID,支付方式,是否抽奖或0元试用,是否顺丰加价,收货人,手机,省,市,区,"
    "街道,详细地址,买家留言,商家备注,售后状态,"
    "快递单号,快递公司,关联货品编码,货品名称,货品类型,子货品,仓库名称,仓库所在地址,是否门店自提",
    [
        {
            "商品": "米",
            "订单号": "180601-123456789012345",
            "订单状态": "已收货",
            "用户实付金额(元)": "30.00",
            "商品数量(件)": "1",
            "身份证号码": "330106199001011234",
            "支付时间": "2018-06-01 08:00:00",
            "收货人": "李四",
            "手机": "13700000001",
            "省": "浙江省",
            "市": "杭州市",
            "售后状态": "无售后或售后取消",
        },
        {
            "商品": "米",
            "订单号": "180602-123456789012345",
            "订单状态": "已收货",
            "用户实付金额(元)": "30.00",
            "商品数量(件)": "1",
            "支付时间": "2018-06-02 08:00:00",
            "收货人": "王*",
            "手机": "137****0002",
            "省": "****",
            "市": "****",
            "售后状态": "无售后或售后取消",
        },
    ],
    Said(orders=2, lines=2, buyers=1, paid=6000, refunded=0, net=6000, purchases=2, items=2),
    encoding="utf-8",
    after="\t",
    tabbed=["订单号", "手机"],
    name="pdd_old",
)
DOUYIN = Export(
    "douyin_orders",
    "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,"
    "平台优惠,商家优惠,达人优惠,商家改价,"
    "支付优惠,红包抵扣,支付方式,手续费,收件人,收件人手机号,省,市,区,街道,详细地址,是否修改过地址,地址修改时段,"
    "买家留言,订单提交时间,旗帜颜色,商家备注,"
    "订单完成时间,支付完成时间,APP渠道,流量来源,订单状态,承诺发货时间,订单类型,鲁班落地页ID,达人ID,达人昵称,"
    "所属门店ID,售后状态,取消原因,"
    "预约发货时间,仓库ID,仓库名称,是否安心购,广告渠道,流量类型,流量体裁,流量渠道,发货主体,发货主体明细,"
    "发货时间,降价类优惠,平台实际承担优惠金额,"
    "商家实际承担优惠金额,达人实际承担优惠金额,预计送达时间,是否平台仓自流转,车型,商品69码,发货SN码,"
    "发货IMEI码1,发货IMEI码2,预约送达时间,"
    "建议发货时间（起）,建议发货时间（止）,物流SN码,物流IMEI码1,物流IMEI码2",
    [
        {
            "主订单编号": "6900000000000000001",
            "子订单编号": "6900000000000000001",
            "选购商品": "口红",
            "商品规格": "正红",
            "商品数量": "1",
            "商品ID": "3001",
            "商品单价": "1,200.00",
            "订单应付金额": "1,150.00",
            "平台优惠": "20.00",
            "商家优惠": "30.00",
            "收件人": "陈**",
            "收件人手机号": "138****1234",
            "省": "四川省",
            "市": "成都市",
            "订单提交时间": "2026-06-01 20:00:00",
            "订单完成时间": "2026-06-10 20:00:00",
            "支付完成时间": "2026-06-01 20:01:00",
            "订单状态": "已完成",
        },
        {
            "主订单编号": "6900000000000000001",
            "子订单编号": "6900000000000000002",
            "选购商品": "面膜",
            "商品数量": "2",
            "商品ID": "3002",
            "商品单价": "50.00",
            "订单应付金额": "100.00",
            "收件人": "陈**",
            "收件人手机号": "138****1234",
            "省": "四川省",
            "市": "成都市",
            "订单提交时间": "2026-06-01 20:00:00",
            "支付完成时间": "2026-06-01 20:01:00",
            "订单状态": "已关闭",
            "售后状态": "退款成功",
        },
        {
            "主订单编号": "6900000000000000003",
            "子订单编号": "6900000000000000003",
            "选购商品": "面膜",
            "商品数量": "1",
            "商品ID": "3002",
            "商品单价": "50.00",
            "订单应付金额": "50.00",
            "订单提交时间": "2026-06-02 20:00:00",
            "订单状态": "已关闭",
            "取消原因": "超时未支付",
        },
        {
            "主订单编号": "6900000000000000004",
            "子订单编号": "6900000000000000004",
            "选购商品": "面膜",
            "商品数量": "1",
            "商品ID": "3002",
            "商品单价": "50.00",
            "订单应付金额": "50.00",
            "收件人": "林一",
            "收件人手机号": "13600000004",
            "订单提交时间": "2026-06-03 20:00:00",
            "支付完成时间": "2026-06-03 20:00:30",
            "订单状态": "已发货",
            "售后状态": "退款成功",
        },
    ],
    # amounts of the first order differ, so they are the sub-orders': 1150 + 100, of which 100 went back; the second
    # was never paid; the third wholly went back
    Said(orders=3, lines=4, buyers=1, paid=130000, refunded=15000, net=115000, purchases=1, items=5, discount=5000),
    before="\t",
    empty="-",
)
KUAISHOU = Export(
    "kuaishou_orders",
    "订单号,赠品订单号,活动订单编号,订单创建时间,订单支付时间,预售定金支付时间,订单状态,实付款,快递费,"
    "店铺优惠,平台补贴,主播补贴,混资活动优惠,支付优惠,"
    "支付方式,成交数量,买家留言,账号类型,账号明细,订单备注,旗帜颜色,售后状态,活动订单,预售/承诺发货时间,"
    "订单载体,商品名称,商品ID,商品规格,SKU编码,商品单价,"
    "渠道,CPS达人ID,CPS达人昵称,预估推广佣金,预估推广者分佣比例,团长ID,团长昵称,快赚客ID,快赚客昵称,"
    "授权推广者ID,授权推广者昵称,收货人姓名,收货人电话,"
    "收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号,物流信息,集运类型,"
    "直邮类型,仓库名称,仓库地址,实名姓名,服务门店ID,"
    "服务门店名称,服务门店地址,国补,类国补,消费券",
    [
        {
            "订单号": "2600100000001.0",
            "赠品订单号": "0",
            "订单创建时间": "2026/06/01 10:00:00",
            "订单支付时间": "2026/06/01 10:00:30",
            "订单状态": "交易成功",
            "实付款": "￥1,099.00",
            "店铺优惠": "￥10.00",
            "平台补贴": "￥5.00",
            "混资活动优惠": "￥1.00",
            "主播补贴": "￥3.00",
            "成交数量": "1",
            "商品名称": "手机",
            "商品ID": "8001.0",
            "商品单价": "￥1,118.00",
            "CPS达人ID": "0",
            "收货人姓名": "周舟",
            "收货人电话": "13500000001",
            "收货地址-省": "山东省",
            "收货地址-市": "青岛市",
        },
        {
            "订单号": "2600100000002.0",
            "赠品订单号": "-",
            "订单创建时间": "2026-06-02 10:00:00",
            "订单支付时间": "2026-06-02 10:00:30",
            "订单状态": "已收货",
            "实付款": "￥20.00",
            "成交数量": "2",
            "售后状态": "退款成功",
            "商品名称": "袜子",
            "商品ID": "0",
            "商品单价": "￥10.00",
            "收货人姓名": "周舟",
            "收货人电话": "13500000001",
        },
        {
            "订单号": "2600100000003.0",
            "订单创建时间": "2026-06-03 10:00:00",
            "订单状态": "交易关闭",
            "实付款": "￥20.00",
            "成交数量": "2",
            "商品名称": "袜子",
            "收货人电话": "135****0003",
        },
    ],
    Said(orders=3, lines=3, buyers=1, paid=111900, refunded=2000, net=109900, purchases=1, items=5, discount=1600),
)
XIAOHONGSHU = Export(
    "xiaohongshu_orders",
    "订单号,订单状态,售后状态,订单类型,订单标记,收件人姓名,收件人电话,收件人地址,省,市,区,区域编码,小红书编码,"
    "条形码,规格ID,达人ID,达人名称,SKU名称,SKU规格,"
    "SKU件数,是否为赠品,发票/Invoice,商品总价(元),用户应付金额(元),平台优惠(元),店铺优惠(元),支付渠道优惠(元),"
    "SKU商家改价(元),商家应收金额(元)（支付金额）,"
    "支付方式,支付渠道订单号,支付期数,利息费用,手续费承担方,支付时间,sku净重(kg),包裹总净重(kg),"
    "包裹总运费(元),快递公司,快递单号,发货链接,大头笔/Paint Marker,"
    "集包地/Express Extend 1,三段码/Express Extend 2,订购人身份证姓名/ID Name,订购人身份证号/ID Number,"
    "收件人身份证姓名,收件人身份证号,订单创建时间,"
    "预售订单开始发货时间,预售订单截止发货时间,承诺发货时间,订单发货时间,订单完成时间,发货仓库,确认收货类型,"
    "是否延迟收货,用户备注,包裹备注标记,包裹备注信息,异常原因,"
    "店铺名称,用户编号,运费模版名称,物流方案名称,第三方机构订单号,国补模式,供应商id,供应商名称,商家编码,"
    "商品ID,商品名称",
    [
        {
            "订单号": "P700000000000000001",
            "订单状态": "已完成",
            "收件人姓名": "何*",
            "收件人电话": "139****0001",
            "省": "上海市",
            "市": "上海市",
            "SKU名称": "香薰",
            "SKU规格": "木质",
            "SKU件数": "1",
            "用户应付金额(元)": "88.00",
            "平台优惠(元)": "4.00",
            "店铺优惠(元)": "8.00",
            "支付时间": "2026-06-01 12:00:30",
            "订购人身份证号/ID Number": "310101199001011234",
            "收件人身份证号": "310101199001011234",
            "订单创建时间": "2026-06-01 12:00:00",
            "店铺名称": "红薯店",
            "用户编号": "u-1",
            "商品ID": "x1",
            "商品名称": "香薰套装",
        },
        {
            "订单号": "P700000000000000001",
            "订单状态": "已完成",
            "售后状态": "无售后",
            "SKU名称": "蜡烛",
            "SKU件数": "2",
            "用户应付金额(元)": "40.00",
            "支付时间": "2026-06-01 12:00:30",
            "订单创建时间": "2026-06-01 12:00:00",
            "店铺名称": "红薯店",
            "用户编号": "u-1",
            "商品ID": "x2",
            "商品名称": "蜡烛",
        },
        {
            "订单号": "P700000000000000002",
            "订单状态": "已取消",
            "SKU名称": "蜡烛",
            "SKU件数": "1",
            "用户应付金额(元)": "20.00",
            "订单创建时间": "2026-06-02 12:00:00",
            "店铺名称": "红薯店",
            "用户编号": "u-2",
            "商品名称": "蜡烛",
        },
        {
            "订单号": "P700000000000000003",
            "订单状态": "待配货",
            "SKU名称": "蜡烛",
            "SKU件数": "1",
            "用户应付金额(元)": "20.00",
            "支付时间": "2026-06-03 12:00:30",
            "订单创建时间": "2026-06-03 12:00:00",
            "店铺名称": "红薯店",
            "用户编号": "u-1",
        },
    ],
    # 88 + 40 (they differ: amounts of the SKUs) + 0 (cancelled before it was paid) + 20
    Said(orders=3, lines=4, buyers=2, paid=14800, refunded=0, net=14800, purchases=2, items=5, discount=1200),
)
WECHAT = Export(
    "wechat_shop_orders",
    "订单号,订单下单时间,订单发货时间,订单确认收货时间,订单完成结算时间,订单状态,发货方式,收件人姓名,"
    "收件人地址,省,市,区,收件人手机,买家备注,商家备注,打标颜色,"
    "商品总价,订单实际支付金额,订单实际收款金额,订单运费,商品优惠,跨店优惠,商品改价,积分抵扣,支付方式,"
    "支付时间,交易单号,物流公司,快递单号,技术服务费,"
    "带货者类型,带货者昵称,礼物单号,商品名称,商品编码(平台),商品编码(自定义),SKU编码(自定义),商品属性,"
    "商品价格(单件),商品实际价格(单件),商品实际价格(总共),"
    "是否预售,商品数量,商品平台券优惠,商品平均运费,定制信息,定制预览图,商品发货,商品售后,商品已退款金额",
    [
        {
            "订单号": "3700000000000000001",
            "订单下单时间": "2026-06-01 09:00:00",
            "订单状态": "已完成",
            "收件人姓名": "吴迪",
            "省": "江苏省",
            "市": "苏州市",
            "收件人手机": "13400000001",
            "订单实际支付金额": "150.00",
            "商品优惠": "10.00",
            "支付时间": "2026-06-01 09:01:00",
            "商品名称": "茶叶",
            "商品编码(平台)": "w1",
            "商品价格(单件)": "100.00",
            "商品数量": "1",
            "商品已退款金额": "0",
        },
        {
            "订单号": "3700000000000000001",
            "订单下单时间": "2026-06-01 09:00:00",
            "订单状态": "已完成",
            "收件人姓名": "吴迪",
            "收件人手机": "13400000001",
            "订单实际支付金额": "150.00",
            "商品优惠": "10.00",
            "支付时间": "2026-06-01 09:01:00",
            "商品名称": "茶杯",
            "商品编码(平台)": "w2",
            "商品价格(单件)": "30.00",
            "商品数量": "2",
            "商品已退款金额": "30.00",
        },
        {
            "订单号": "3700000000000000002",
            "订单下单时间": "2026-06-02 09:00:00",
            "订单状态": "已取消",
            "收件人手机": "134****0002",
            "订单实际支付金额": "30.00",
            "商品名称": "茶杯",
            "商品价格(单件)": "30.00",
            "商品数量": "1",
        },
    ],
    # 150 stands on both rows of its order and counts once; 30 of its second line went back
    Said(orders=2, lines=3, buyers=1, paid=15000, refunded=3000, net=12000, purchases=1, items=4, discount=1000),
)
YOUZAN = Export(
    "youzan_items",
    "订单号,外部订单号,订单商品状态,交易成功时间,商品名称,商品类型,商品类目,商品规格,规格编码,商品编码,"
    "商品单价,商品成本价,商品优惠方式,商品优惠后价格,商品数量,"
    "商品金额小计,店铺优惠（分摊）,商品实际成交金额,商品抵用积分数,商品留言,收货人/提货人,"
    "收货人手机号/提货人手机号,收货人省份,收货人城市,收货人地区,"
    "详细收货地址/提货地址,买家备注,商品发货状态,商品发货方式,商品发货物流公司,商品发货物流单号,发货员工,"
    "商品发货时间,商品退款状态,商品已退款金额,商家订单备注,周期购信息",
    [
        {
            "订单号": "E20260601090000000000001",
            "订单商品状态": "交易完成",
            "交易成功时间": "2026-06-08 09:00:00",
            "商品名称": "蛋糕",
            "商品编码": "y1",
            "商品单价": "60.00",
            "商品数量": "1",
            "商品金额小计": "60.00",
            "店铺优惠（分摊）": "5.00",
            "商品实际成交金额": "55.00",
            "收货人/提货人": "郑七",
            "收货人手机号/提货人手机号": "13300000001",
            "收货人省份": "福建省",
            "收货人城市": "厦门市",
            "商品已退款金额": "0.00",
        },
        {
            "订单号": "E20260601090000000000001",
            "订单商品状态": "交易完成",
            "交易成功时间": "2026-06-08 09:00:00",
            "商品名称": "面包",
            "商品编码": "y2",
            "商品单价": "10.00",
            "商品数量": "3",
            "商品金额小计": "30.00",
            "商品实际成交金额": "30.00",
            "收货人/提货人": "郑七",
            "收货人手机号/提货人手机号": "13300000001",
            "商品退款状态": "退款成功",
            "商品已退款金额": "10.00",
        },
        {
            "订单号": "E20260602090000000000001",
            "订单商品状态": "交易关闭",
            "商品名称": "面包",
            "商品单价": "10.00",
            "商品数量": "1",
            "商品实际成交金额": "10.00",
            "收货人手机号/提货人手机号": "13300000001",
            "商品退款状态": "全额退款",
            "商品已退款金额": "10.00",
        },
    ],
    # 55 + 30, of which 10 went back; the second order wholly went back
    Said(orders=2, lines=3, buyers=1, paid=9500, refunded=2000, net=7500, purchases=1, items=5, discount=500),
)
ALIBABA = Export(
    "alibaba_orders",
    "订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费(元),涨价或折扣(元),实付款(元),"
    "订单状态,订单创建时间,订单付款时间,发货方,收货人姓名,"
    "收货地址,邮编,联系电话,联系手机,货品标题,单价(元),数量,单位,货号,型号,Offer ID,SKU ID,物料编号,单品货号,"
    "货品种类,买家留言,物流公司,运单号,"
    "发票：购货单位名称,发票：纳税人识别号,发票：地址、电话,发票：开户行及账号,发票收取地址,关联编号,"
    "代理商姓名,代理商联系方式,是否代发订单,代发服务商id,微商订单号,"
    "下单批次号,下游渠道,下游订单号,下单公司主体,发起人登录名,是否发起免密支付",
    [
        {
            "订单编号": "18000000001",
            "买家公司名": "某贸易",
            "买家会员名": "b2b_buyer",
            "货品总价(元)": "500.00",
            "运费(元)": "20.00",
            "实付款(元)": "520.00",
            "订单状态": "交易成功",
            "订单创建时间": "2026-06-01 09:00:00",
            "订单付款时间": "2026-06-01 09:05:00",
            "收货人姓名": "冯八",
            "收货地址": "浙江省 义乌市 某街",
            "联系手机": "13200000001",
            "货品标题": "袋子",
            "单价(元)": "1.00",
            "数量": "300",
            "Offer ID": "o1",
        },
        {"货品标题": "盒子", "单价(元)": "2.00", "数量": "100", "Offer ID": "o2"},
        {
            "订单编号": "18000000002",
            "买家会员名": "other",
            "实付款(元)": "10.00",
            "订单状态": "等待买家付款",
            "订单创建时间": "2026-06-02 09:00:00",
            "货品标题": "盒子",
            "单价(元)": "2.00",
            "数量": "5",
        },
    ],
    # the second line belongs to the order above it; the last order was never paid
    Said(orders=2, lines=3, buyers=2, paid=52000, refunded=0, net=52000, purchases=1, items=405),
)
SHOPIFY = Export(
    "shopify_orders",
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,"
    "Shipping,Taxes,Total,Discount Code,"
    "Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem compare at price,Lineitem sku,"
    "Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing City,"
    "Shipping Name,Shipping City,"
    "Shipping Province,Refunded Amount,Vendor,Id,Tags,Lineitem discount,Phone",
    [
        {
            "Name": "#1001",
            "Email": "Ann@Example.com",
            "Financial Status": "paid",
            "Paid at": "2025-10-22 12:58:38 +0530",
            "Currency": "USD",
            "Total": "45.00",
            "Discount Amount": "5.00",
            "Created at": "2025-10-22 12:58:30 +0530",
            "Lineitem quantity": "1",
            "Lineitem name": "Mug",
            "Lineitem price": "30.00",
            "Billing Name": "Ann Lee",
            "Id": "'5001.0",
            "Refunded Amount": "0.00",
            "Lineitem discount": "5.00",
        },
        {
            "Name": "#1001",
            "Email": "Ann@Example.com",
            "Created at": "2025-10-22 12:58:30 +0530",
            "Lineitem quantity": "2",
            "Lineitem name": "Plate",
            "Lineitem price": "10.00",
            "Lineitem discount": "0.00",
        },
        {
            "Name": "#1002",
            "Email": "bob@example.com",
            "Financial Status": "refunded",
            "Paid at": "2025-10-23 10:00:00 +0000",
            "Currency": "USD",
            "Total": "30.00",
            "Discount Amount": "0.00",
            "Created at": "2025-10-23 10:00:00 +0000",
            "Lineitem quantity": "1",
            "Lineitem name": "Mug",
            "Lineitem price": "30.00",
            "Refunded Amount": "30.00",
        },
    ],
    Said(orders=2, lines=3, buyers=2, paid=7500, refunded=3000, net=4500, purchases=1, items=4, discount=500),
    encoding="utf-8",
)
WOOCOMMERCE = Export(
    "woocommerce_orders",
    "order_id,order_number,order_date,paid_date,status,shipping_total,tax_total,discount_total,order_total,"
    "order_subtotal,order_currency,payment_method,"
    "payment_method_title,transaction_id,customer_ip_address,customer_user_agent,shipping_method,customer_id,"
    "customer_user,customer_email,"
    "billing_first_name,billing_last_name,billing_email,billing_phone,billing_city,billing_state,line_item_1",
    [
        {
            "order_id": "77",
            "order_number": "77",
            "order_date": "9/6/2016 6:29:00",
            "paid_date": "9/6/2016 6:30:00",
            "status": "completed",
            "discount_total": "2.00",
            "order_total": "28.00",
            "order_currency": "USD",
            "customer_id": "0",
            "billing_first_name": "Joe",
            "billing_last_name": "Doe",
            "billing_email": "joe@example.com",
            "line_item_1": "name:Tee|quantity:1",
        },
        {
            "order_id": "78",
            "order_number": "78",
            "order_date": "12/31/2016 23:59:00",
            "status": "cancelled",
            "order_total": "10.00",
            "order_currency": "USD",
            "customer_id": "9",
            "billing_email": "ann@example.com",
        },
    ],
    Said(orders=2, lines=0, buyers=2, paid=2800, refunded=0, net=2800, purchases=1, items=0, discount=200),
    encoding="utf-8",
)
AMAZON = Export(
    "amazon_orders",
    "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\t"
    "product-name\t"
    "quantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tship-service-level\t"
    "recipient-name\tship-address-1\t"
    "ship-address-2\tship-address-3\tship-city\tship-state\tship-postal-code\tship-country\t"
    "ship-phone-number\titem-promotion-discount\t"
    "item-promotion-id\tship-promotion-discount\tship-promotion-id\tdelivery-start-date",
    [
        {
            "order-id": "123-4567890-1234567",
            "order-item-id": "11",
            "purchase-date": "2026-06-01T10:00:00-07:00",
            "payments-date": "2026-06-01T10:00:30-07:00",
            "buyer-email": "abc@marketplace.example",
            "buyer-name": "Kim",
            "sku": "K1",
            "product-name": "Kettle",
            "quantity-purchased": "1",
            "currency": "USD",
            "item-price": "40.00",
            "item-tax": "3.20",
            "shipping-price": "5.00",
            "shipping-tax": "0.40",
            "item-promotion-discount": "-4.00",
            "ship-promotion-discount": "5.00",
        },
        {
            "order-id": "123-4567890-1234567",
            "order-item-id": "12",
            "purchase-date": "2026-06-01T10:00:00-07:00",
            "payments-date": "2026-06-01T10:00:30-07:00",
            "buyer-email": "abc@marketplace.example",
            "buyer-name": "Kim",
            "sku": "C1",
            "product-name": "Cup",
            "quantity-purchased": "2",
            "currency": "USD",
            "item-price": "20.00",
            "item-tax": "1.60",
            "shipping-price": "0.00",
            "item-promotion-discount": "0.00",
        },
    ],
    # 40 + 3.20 + 5 + 0.40 - 4 - 5 = 39.60 and 20 + 1.60 = 21.60
    Said(orders=1, lines=2, buyers=1, paid=6120, refunded=0, net=6120, purchases=1, items=3, discount=400),
    separator="\t",
    encoding="utf-8",
)
EBAY = Export(
    "ebay_orders",
    "Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer Address 1,"
    "Buyer Address 2,Buyer City,Buyer State,Buyer Zip,"
    "Buyer Country,Buyer Tax Identifier Name,Buyer Tax Identifier Value,Ship To Name,Ship To Phone,"
    "Ship To Address 1,Ship To Address 2,"
    "Item Number,Item Title,Custom Label,Quantity,Sold For,Total Price,Payment Method,Sale Date,Paid On Date",
    [
        {
            "Sales Record Number": "51",
            "Order Number": "26-00001-00001",
            "Buyer Username": "lensman",
            "Buyer Name": "Lee Ng",
            "Buyer Email": "lee@example.com",
            "Item Number": "1100",
            "Item Title": "Lens",
            "Quantity": "1",
            "Sold For": "$25.00",
            "Total Price": "$30.00",
            "Sale Date": "Sep-27-26",
            "Paid On Date": "Sep-28-26",
        },
        {
            "Sales Record Number": "52",
            "Order Number": "26-00001-00002",
            "Buyer Username": "lensman",
            "Item Number": "1101",
            "Item Title": "Cap",
            "Quantity": "2",
            "Sold For": "Â£4.00",
            "Total Price": "Â£1,008.00",
            "Sale Date": "Sep-28-26",
        },
    ],
    # both paid: the file has no status
    Said(orders=2, lines=2, buyers=1, paid=103800, refunded=0, net=103800, purchases=2, items=3),
    encoding="utf-8",
    above=[[""]],
    below=[[""], ["2", "record(s) downloaded", "from ", "Sep-01-26"], ["Seller ID : lenses"]],
)
ETSY_ORDERS = Export(
    "etsy_orders",
    "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,"
    "Date Shipped,Street 1,Street 2,Ship City,Ship State,"
    "Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,"
    "Shipping Discount,Shipping,Sales Tax,Order Total,"
    "Status,Card Processing Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,"
    "Adjusted Net Order Amount,Buyer,SKU",
    [
        {
            "Sale Date": "12/30/25",
            "Order ID": "3500000001",
            "Buyer User ID": "crafty",
            "Full Name": "Mia Fox",
            "Number of Items": "2",
            "Ship City": "Reno",
            "Ship State": "NV",
            "Currency": "USD",
            "Order Value": "50.00",
            "Discount Amount": "5.00",
            "Order Total": "52.75",
            "Status": "Completed",
            "Buyer": "Mia (crafty)",
        },
        {
            "Sale Date": "01/02/26",
            "Order ID": "3500000002",
            "Buyer User ID": "weaver",
            "Number of Items": "1",
            "Currency": "USD",
            "Discount Amount": "0.00",
            "Order Total": "10.00",
            "Status": "Canceled",
            "Buyer": "weaver",
        },
    ],
    Said(orders=2, lines=0, buyers=2, paid=5275, refunded=0, net=5275, purchases=1, items=3, discount=500),
    encoding="utf-8",
)
ETSY_ITEMS = Export(
    "etsy_items",
    "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,"
    "Order Shipping,Order Sales Tax,Item Total,"
    "Currency,Transaction ID,Listing ID,Order ID,Variations,SKU",
    [
        {
            "Sale Date": "12/30/25",
            "Item Name": "Scarf",
            "Buyer": "crafty",
            "Quantity": "1",
            "Price": "30.00",
            "Currency": "USD",
            "Transaction ID": "91",
            "Listing ID": "l1",
            "Order ID": "3500000001",
            "Variations": "Red",
        },
        {
            "Sale Date": "12/30/25",
            "Item Name": "Hat",
            "Buyer": "crafty",
            "Quantity": "1",
            "Price": "20.00",
            "Currency": "USD",
            "Transaction ID": "92",
            "Listing ID": "l2",
            "Order ID": "3500000001",
        },
    ],
    Said(orders=1, lines=2, buyers=1, paid=0, refunded=0, net=0, purchases=0, items=2),
    encoding="utf-8",
)
SHOPEE = Export(
    "shopee_orders",
    "Order ID,Order Status,Cancel reason,Tracking Number*,Shipping Option,Estimated Ship Out Date,"
    "Order Creation Date,Product Name,SKU Reference No.,"
    "Variation Name,Original Price,Deal Price,Quantity,Product Subtotal,Voucher,Buyer Paid Shipping Fee,"
    "Transaction Fee,Commission Fee,"
    "Service Fee,Grand Total,Estimated Shipping Fee,Username (Buyer),Receiver Name,Phone Number,"
    "Delivery Address,Town,District,Province,"
    "Country,Zip Code,Remark from buyer",
    [
        {
            "Order ID": "2606010001",
            "Order Status": "Completed",
            "Order Creation Date": "2026-06-01 10:00",
            "Product Name": "Fan",
            "Variation Name": "White",
            "Deal Price": "100.00",
            "Quantity": "1",
            "Grand Total": "180.00",
            "Username (Buyer)": "tan88",
            "Receiver Name": "T**n",
            "Phone Number": "******12",
        },
        {
            "Order ID": "2606010001",
            "Order Status": "Completed",
            "Order Creation Date": "2026-06-01 10:00",
            "Product Name": "Filter",
            "Deal Price": "40.00",
            "Quantity": "2",
            "Grand Total": "180.00",
            "Username (Buyer)": "tan88",
        },
        {
            "Order ID": "2606020001",
            "Order Status": "Cancelled",
            "Order Creation Date": "2026-06-02 10:00",
            "Product Name": "Fan",
            "Deal Price": "100.00",
            "Quantity": "1",
            "Grand Total": "100.00",
            "Username (Buyer)": "lim1",
        },
    ],
    # the total stands on both rows of its order and counts once
    Said(orders=2, lines=3, buyers=2, paid=18000, refunded=0, net=18000, purchases=1, items=4),
    encoding="utf-8",
    above=[["Shopee Seller Centre"], [""]],
)
LAZADA = Export(
    "lazada_orders",
    "orderItemId,orderType,lazadaId,sellerSku,lazadaSku,createTime,updateTime,orderNumber,invoiceRequired,"
    "customerName,customerEmail,shippingName,"
    "shippingAddress,shippingPhone,shippingCity,payMethod,paidPrice,unitPrice,itemName,variation,status",
    [
        {
            "orderItemId": "1",
            "sellerSku": "S1",
            "createTime": "01 Jun 2026 10:00",
            "orderNumber": "880001",
            "customerName": "Wong",
            "shippingPhone": "13100000001",
            "paidPrice": "9.00",
            "unitPrice": "10.00",
            "itemName": "Soap",
            "status": "delivered",
        },
        {
            "orderItemId": "2",
            "sellerSku": "S1",
            "createTime": "01 Jun 2026 10:00",
            "orderNumber": "880001",
            "customerName": "Wong",
            "shippingPhone": "13100000001",
            "paidPrice": "9.00",
            "unitPrice": "10.00",
            "itemName": "Soap",
            "status": "delivered",
        },
        {
            "orderItemId": "3",
            "sellerSku": "S2",
            "createTime": "01 Jun 2026 10:00",
            "orderNumber": "880001",
            "customerName": "Wong",
            "shippingPhone": "13100000001",
            "paidPrice": "5.00",
            "unitPrice": "5.00",
            "itemName": "Dish",
            "status": "returned",
        },
        {
            "orderItemId": "4",
            "sellerSku": "S2",
            "createTime": "02 Jun 2026 10:00",
            "orderNumber": "880002",
            "customerName": "Ong",
            "paidPrice": "5.00",
            "unitPrice": "5.00",
            "itemName": "Dish",
            "status": "canceled",
        },
    ],
    # three pieces of 9 + 9 + 5, of which the last went back; the second order was never paid
    Said(orders=2, lines=4, buyers=1, paid=2300, refunded=500, net=1800, purchases=1, items=4),
    encoding="utf-8",
)

ORDER_FILES = (
    TAOBAO_LIST_2018,
    TAOBAO_LIST_2016,
    TAOBAO_LIST_2024,
    TAOBAO_DETAILS,
    TAOBAO_SUB_ORDERS,
    JD,
    PDD_2026,
    PDD_OLD,
    DOUYIN,
    KUAISHOU,
    XIAOHONGSHU,
    WECHAT,
    YOUZAN,
    ALIBABA,
    SHOPIFY,
    WOOCOMMERCE,
    AMAZON,
    EBAY,
    ETSY_ORDERS,
    ETSY_ITEMS,
    SHOPEE,
    LAZADA,
)


TAOBAO_REFUNDS = Export(
    "taobao_refunds",
    "订单编号,退款编号,支付单号,订单付款时间,商品id,商品编码,退款完结时间,买家实际支付金额,宝贝标题,"
    "买家退款金额,手工退款/系统退款,售后类型,退款的申请时间,"
    "超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,卖家退货地址,卖家邮编,"
    "卖家电话,卖家手机,退货物流单号,退货物流公司,"
    "买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,商家备注,完结时间,部分退款/全部退款,退款操作人",
    [
        {
            "订单编号": '="1930679858170648"',
            "退款编号": '="7700000000000001"',
            "订单付款时间": "2018-12-31 08:02:00",
            "退款完结时间": "2019-01-03 10:00:00",
            "买家实际支付金额": "102.00",
            "宝贝标题": "猫粮",
            "买家退款金额": "38.00",
            "退款的申请时间": "2019-01-02 10:00:00",
            "退款状态": "退款成功",
            "买家退款原因": "不想要了",
        },
        {
            "订单编号": '="1930679858170647"',
            "退款编号": '="7700000000000002"',
            "买家实际支付金额": "110.00",
            "宝贝标题": "猫砂",
            "买家退款金额": "30.00",
            "退款的申请时间": "2019-01-02 11:00:00",
            "退款状态": "退款关闭",
        },
        {
            "订单编号": '="1930679858170647"',
            "退款编号": '="7700000000000003"',
            "宝贝标题": "猫粮",
            "买家退款金额": "80.00",
            "退款的申请时间": "2019-01-04 11:00:00",
            "退款状态": "买家已经申请退款，等待卖家同意",
        },
    ],
    Back(
        [
            ("1930679858170648", "7700000000000001", "refunded", 3800),
            ("1930679858170647", "7700000000000002", "closed", 3000),
            ("1930679858170647", "7700000000000003", "asked", 8000),
        ]
    ),
    encoding="gb18030",
)
TAOBAO_REFUNDS_2 = Export(
    "taobao_refunds",
    "订单编号,退款编号,支付单号,订单付款时间,商品id,退款完结时间,买家实际支付金额,宝贝标题,退款总额,"
    "退给买家金额,退给平台金额,退款的申请时间,退款状态,买家退款原因",
    [
        {
            "订单编号": "4000000000000000001",
            "退款编号": "8800000000000001",
            "退款总额": "20.00",
            "退给买家金额": "18.00",
            "退给平台金额": "2.00",
            "退款状态": "退款成功",
            "退款的申请时间": "2024-11-05 10:00:00",
        },
    ],
    Back([("4000000000000000001", "8800000000000001", "refunded", 1800)]),
    name="taobao_refunds_other_layout",
)
JD_REFUNDS = Export(
    "jd_refunds",
    "服务单号,订单号,商品编号,商品名称,退款金额,退款状态,客户期望,一级申请原因,申请时间,商家首次处理时间,"
    "审核时间,退款时间",
    [
        {
            "服务单号": "'3300001\t",
            "订单号": "'29876543212\t",
            "商品名称": "锅",
            "退款金额": "30.00",
            "退款状态": "已退款",
            "客户期望": "退货",
            "一级申请原因": "质量问题",
            "申请时间": "2026-05-05 10:00:00",
            "退款时间": "2026-05-06 10:00:00",
        },
        {
            "服务单号": "'3300002\t",
            "订单号": "'29876543210\t",
            "商品名称": "锅",
            "退款金额": "30.00",
            "退款状态": "审核不通过",
        },
    ],
    Back([("29876543212", "3300001", "refunded", 3000), ("29876543210", "3300002", "closed", 3000)]),
    above=[["申请信息", "订单信息", "", "", "", "", "", "", "", "审核信息", "", ""]],
)
PDD_REFUNDS = Export(
    "pdd_refunds",
    "售后编号,订单编号,交易金额,售后状态,退款类型,退款金额,申请时间",
    [
        {
            "售后编号": "9001\t",
            "订单编号": "260602-123456789012345\t",
            "交易金额": "19.90",
            "售后状态": "退款成功",
            "退款类型": "仅退款",
            "退款金额": "19.90",
            "申请时间": "2026-06-03 09:00:00",
        },
        {
            "售后编号": "9002\t",
            "订单编号": "260601-123456789012345\t",
            "交易金额": "19.90",
            "售后状态": "已撤销",
            "退款金额": "5.00",
            "申请时间": "2026-06-03 10:00:00",
        },
        {"售后编号": "9003\t", "订单编号": "260601-123456789012345\t", "售后状态": "售后单失败", "退款金额": "5.00"},
    ],
    Back(
        [
            ("260602-123456789012345", "9001", "refunded", 1990),
            ("260601-123456789012345", "9002", "closed", 500),
            ("260601-123456789012345", "9003", "closed", 500),
        ]
    ),
    encoding="utf-8",
    below=[["总计", "", "39.80", "", "", "29.90", ""]],
)
DOUYIN_REFUNDS = Export(
    "douyin_refunds",
    "售后单号,订单号,商品单号,商品名称,商品ID,应付金额（元）,运费（元）,退商品金额（元）,退运费金额（元）,"
    "售后状态,售后申请时间,售后原因,商家退款时间,售后完结时间",
    [
        {
            "售后单号": "7001",
            "订单号": "6900000000000000001",
            "商品名称": "面膜",
            "应付金额（元）": "100.00",
            "退商品金额（元）": "1,100.00",
            "退运费金额（元）": "6.00",
            "售后状态": "退款成功",
            "售后申请时间": "2026-06-05 09:00:00",
            "售后原因": "过敏",
            "商家退款时间": "2026-06-06 09:00:00",
        },
        {"售后单号": "7002", "订单号": "6900000000000000004", "退商品金额（元）": "50.00", "售后状态": "待商家处理"},
        {"售后单号": "7003", "订单号": "6900000000000000004", "退商品金额（元）": "-", "售后状态": "仲裁中"},
    ],
    Back(
        [
            ("6900000000000000001", "7001", "refunded", 110600),
            ("6900000000000000004", "7002", "asked", 5000),
            ("6900000000000000004", "7003", "unknown", None),
        ]
    ),
    before="\t",
    empty="-",
    problems=["unknown_refund_state"],
)

REFUND_FILES = (TAOBAO_REFUNDS, TAOBAO_REFUNDS_2, JD_REFUNDS, PDD_REFUNDS, DOUYIN_REFUNDS)
