"""Writes orders the way Taobao exports them: ExportOrderList, the classic 54 columns, in gb18030.

The columns, their trailing spaces, the `="…"` order numbers, the `'` before phones, the `No:` before
waybills and a paid amount that is net of refunds are those of real exports of 2018.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime

from local_db.sample.orders import FULLY_REFUNDED_STAGES, Order, Stage
from local_db.values import decimal_text

SHOP_NAME = "喵屋宠物食品店"
ENCODING = "gb18030"

COLUMNS = (
    "订单编号", "买家会员名", "买家支付宝账号", "买家应付货款", "买家应付邮费", "买家支付积分", "总金额", "返点积分",
    "买家实际支付金额", "买家实际支付积分", "订单状态", "买家留言", "收货人姓名", "收货地址 ", "运送方式",
    "联系电话 ", "联系手机", "订单创建时间", "订单付款时间 ", "宝贝标题 ", "宝贝种类 ", "物流单号 ", "物流公司",
    "订单备注", "宝贝总数量", "店铺Id", "店铺名称", "订单关闭原因", "卖家服务费", "买家服务费", "发票抬头",
    "是否手机订单", "分阶段订单信息", "特权订金订单id", "是否上传合同照片", "是否上传小票", "是否代付", "定金排名",
    "修改后的sku", "修改后的收货地址", "异常信息", "天猫卡券抵扣", "集分宝抵扣", "是否是O2O交易", "新零售交易类型",
    "新零售导购门店名称", "新零售导购门店id", "新零售发货门店名称", "新零售发货门店id", "退款金额", "预约门店",
    "确认收货时间", "打款商家金额", "含应开票给个人的个人红包",
)  # fmt: skip

# What the platform writes in every row of a shop like this one; columns in neither list stay empty.
_CONSTANT = {
    "买家支付积分": "0.00",
    "返点积分": "0.00",
    "买家实际支付积分": "0.00",
    "店铺Id": "0",
    "店铺名称": SHOP_NAME,
    "卖家服务费": "0.00",
    "买家服务费": "0元",
    "是否上传合同照片": "否",
    "是否上传小票": "否",
    "是否代付": "否",
    "新零售交易类型": "电商订单",
}

_STATUS = {
    Stage.AWAITING_PAYMENT: "等待买家付款",
    Stage.NEVER_PAID: "交易关闭",
    Stage.PAID: "买家已付款，等待卖家发货",
    Stage.SHIPPED: "卖家已发货，等待买家确认",
    Stage.FINISHED: "交易成功",
    Stage.PARTLY_REFUNDED: "交易成功",
    Stage.REFUNDED_BEFORE_SHIPPING: "交易关闭",
    Stage.REFUNDED_AFTER_SHIPPING: "交易关闭",
}
_NOT_CLOSED = "订单未关闭"
# The platform writes 退款 also beside a finished order of which a part was refunded.
_CLOSING_REASON = {
    Stage.NEVER_PAID: "买家未付款",
    Stage.PARTLY_REFUNDED: "退款",
    **dict.fromkeys(FULLY_REFUNDED_STAGES, "退款"),
}


def order_list(orders: Iterable[Order]) -> bytes:
    """The bytes of the export file for these orders, in their order."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_row(order) for order in orders)
    return text.getvalue().encode(ENCODING)


def _row(order: Order) -> dict[str, str]:
    return _CONSTANT | _buyer_cells(order) | _goods_cells(order) | _money_cells(order) | _progress_cells(order)


def _buyer_cells(order: Order) -> dict[str, str]:
    buyer = order.buyer
    return {
        "买家会员名": buyer.nick,
        "买家支付宝账号": buyer.account,
        "买家留言": order.message,
        "收货人姓名": order.receiver,
        "收货地址 ": order.address.text(),
        "联系电话 ": _as_text(buyer.landline),
        "联系手机": _as_text(buyer.mobile),
        "是否手机订单": "手机订单" if order.on_phone else "",
    }


def _goods_cells(order: Order) -> dict[str, str]:
    return {
        "宝贝标题 ": "，".join(line.product.title for line in order.lines),
        "宝贝种类 ": str(len(order.lines)),
        "宝贝总数量": str(sum(line.quantity for line in order.lines)),
    }


def _money_cells(order: Order) -> dict[str, str]:
    settled = order.paid if order.finished_at else 0
    return {
        "买家应付货款": decimal_text(order.goods),
        "买家应付邮费": decimal_text(order.postage),
        "总金额": decimal_text(order.goods + order.postage),
        "买家实际支付金额": decimal_text(order.paid),
        "退款金额": decimal_text(order.refunded),
        "打款商家金额": f"{decimal_text(settled)}元",
    }


def _progress_cells(order: Order) -> dict[str, str]:
    return {
        "订单编号": f'="{order.number}"',
        "订单状态": _STATUS[order.stage],
        "订单关闭原因": _CLOSING_REASON.get(order.stage, _NOT_CLOSED),
        "订单创建时间": _moment(order.created_at),
        "订单付款时间 ": _moment(order.paid_at),
        "确认收货时间": _moment(order.finished_at),
        "运送方式": "EMS" if order.parcel.carrier == "EMS" else "快递",
        "物流单号 ": order.parcel.waybill,
        "物流公司": order.parcel.carrier,
        "订单备注": order.memo,
    }


def _as_text(phone: str) -> str:
    """A phone as exported: an apostrophe keeps a spreadsheet from reading it as a number."""
    return f"'{phone}" if phone else ""


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else ""
