"""What the files for Windows call of it, with the types a 64-bit system needs. Loads anywhere, works there only."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

# What the functions below take and give; without it ctypes would cut handles to 32 bits.
_USER32: dict[str, tuple[object, list[object]]] = {
    "RegisterHotKey": (wintypes.BOOL, [wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT]),
    "UnregisterHotKey": (wintypes.BOOL, [wintypes.HWND, ctypes.c_int]),
    "GetMessageW": (ctypes.c_int, [ctypes.c_void_p, wintypes.HWND, wintypes.UINT, wintypes.UINT]),
    "PeekMessageW": (wintypes.BOOL, [ctypes.c_void_p, wintypes.HWND, wintypes.UINT, wintypes.UINT, wintypes.UINT]),
    "PostThreadMessageW": (wintypes.BOOL, [wintypes.DWORD, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM]),
    "GetForegroundWindow": (wintypes.HWND, []),
    "SetForegroundWindow": (wintypes.BOOL, [wintypes.HWND]),
    "IsWindow": (wintypes.BOOL, [wintypes.HWND]),
    "IsIconic": (wintypes.BOOL, [wintypes.HWND]),
    "ShowWindow": (wintypes.BOOL, [wintypes.HWND, ctypes.c_int]),
    "GetWindowThreadProcessId": (wintypes.DWORD, [wintypes.HWND, ctypes.POINTER(wintypes.DWORD)]),
    "GetAsyncKeyState": (ctypes.c_short, [ctypes.c_int]),
    "SendInput": (wintypes.UINT, [wintypes.UINT, ctypes.c_void_p, ctypes.c_int]),
    "OpenClipboard": (wintypes.BOOL, [wintypes.HWND]),
    "CloseClipboard": (wintypes.BOOL, []),
    "EmptyClipboard": (wintypes.BOOL, []),
    "EnumClipboardFormats": (wintypes.UINT, [wintypes.UINT]),
    "GetClipboardFormatNameW": (ctypes.c_int, [wintypes.UINT, wintypes.LPWSTR, ctypes.c_int]),
    "RegisterClipboardFormatW": (wintypes.UINT, [wintypes.LPCWSTR]),
    "GetClipboardData": (wintypes.HANDLE, [wintypes.UINT]),
    "SetClipboardData": (wintypes.HANDLE, [wintypes.UINT, wintypes.HANDLE]),
}
_KERNEL32: dict[str, tuple[object, list[object]]] = {
    "GetCurrentThreadId": (wintypes.DWORD, []),
    "GlobalAlloc": (wintypes.HGLOBAL, [wintypes.UINT, ctypes.c_size_t]),
    "GlobalFree": (wintypes.HGLOBAL, [wintypes.HGLOBAL]),
    "GlobalLock": (ctypes.c_void_p, [wintypes.HGLOBAL]),
    "GlobalUnlock": (wintypes.BOOL, [wintypes.HGLOBAL]),
    "GlobalSize": (ctypes.c_size_t, [wintypes.HGLOBAL]),
}


def user32() -> ctypes.CDLL:
    """Windows, keys and the clipboard."""
    return _library("user32", _USER32)


def kernel32() -> ctypes.CDLL:
    """Memory that programs hand to each other."""
    return _library("kernel32", _KERNEL32)


def _library(name: str, functions: dict[str, tuple[object, list[object]]]) -> ctypes.CDLL:
    if sys.platform == "win32":
        # An object of our own: the types set on it are nobody else's business.
        library = ctypes.WinDLL(name, use_last_error=True)
        for function, (result, arguments) in functions.items():
            found = getattr(library, function)
            found.restype, found.argtypes = result, arguments
        return library
    raise OSError(f"{name} is a part of Windows")
