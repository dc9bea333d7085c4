"""What the files for macOS call of it: C functions of its frameworks, and messages to its objects."""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_FRAMEWORKS = "/System/Library/Frameworks/{name}.framework/{name}"
_UTF8 = 4

Object = int | None


@cache
def framework(name: str) -> ctypes.CDLL:
    """A framework of the system, such as Carbon."""
    return _load(_FRAMEWORKS.format(name=name))


@cache
def _runtime() -> ctypes.CDLL:
    framework("AppKit")
    runtime = _load("/usr/lib/libobjc.A.dylib")
    runtime.objc_getClass.restype = ctypes.c_void_p
    runtime.objc_getClass.argtypes = [ctypes.c_char_p]
    runtime.sel_registerName.restype = ctypes.c_void_p
    runtime.sel_registerName.argtypes = [ctypes.c_char_p]
    return runtime


def _load(path: str) -> ctypes.CDLL:
    if sys.platform == "darwin":
        return ctypes.CDLL(path)
    raise OSError(f"{path} is a part of macOS")


def class_named(name: str) -> Object:
    """A class, to be sent messages."""
    found: Object = _runtime().objc_getClass(name.encode())
    return found


def send(receiver: Object, message: str, *arguments: Object) -> Object:
    """Send a message whose arguments are objects or numbers as wide as one; the answer likewise."""
    # The call must have exactly the method's types: on ARM a call with variable arguments passes them elsewhere.
    types = [ctypes.c_void_p] * (2 + len(arguments))
    call = ctypes.CFUNCTYPE(ctypes.c_void_p, *types)(("objc_msgSend", _runtime()))
    answer: Object = call(receiver, _runtime().sel_registerName(message.encode()), *arguments)
    return answer


def send_for_number(receiver: Object, message: str) -> int:
    """Send a message that is answered with a number."""
    return send(receiver, message) or 0


def text_of(string: Object) -> str:
    """An NSString as text."""
    place = send(string, "UTF8String")
    return ctypes.string_at(place).decode() if place else ""


def string(text: str) -> Object:
    """A text as NSString."""
    # The bytes must outlive the call, which copies them.
    data = text.encode()
    held = ctypes.create_string_buffer(data, len(data) + 1)
    made = send(class_named("NSString"), "alloc")
    return send(send(made, "initWithBytes:length:encoding:", ctypes.addressof(held), len(data), _UTF8), "autorelease")


def bytes_of(data: Object) -> bytes:
    """What is in an NSData."""
    size = send_for_number(data, "length")
    place = send(data, "bytes")
    return ctypes.string_at(place, size) if place and size else b""


def data(content: bytes) -> Object:
    """Bytes as NSData."""
    held = ctypes.create_string_buffer(content, max(len(content), 1))
    return send(class_named("NSData"), "dataWithBytes:length:", ctypes.addressof(held), len(content))


def items(array: Object) -> list[Object]:
    """The objects in an NSArray."""
    return [send(array, "objectAtIndex:", place) for place in range(send_for_number(array, "count"))]
