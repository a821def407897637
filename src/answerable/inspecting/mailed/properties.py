"""The numbers of the properties of Outlook's messages (MS-OXPROPS): which are shown, and which are a finding."""

SHOWN_NUMBERS = frozenset(
    (
        0x0037,
        0x003D,
        0x0E1D,
        0x1000,
        0x1009,
        0x1013,
        0x0C1A,
        0x0042,
        0x0E04,
        0x0C1F,
        0x0065,
        0x5D01,
        0x5D02,
    )
)
"""Subject, text, and from whom to whom."""

# Class, search keys and entries of senders and receivers, and of which kind addresses are.
_TECHNICAL = frozenset(
    int(one, 16)
    for one in (
        "001A 003B 003F 0040 0041 0043 0044 0051 0052 0053 0064 0075 0076 0077 0078 0079 007F 0C19 0C1D 0C1E"
        " 0C24 0C25 0E0A 0E28 0E29 300B 0E4B 0E4C 0E58 0E59 0031 0071 3013 3014 340D 3FDE 3FF1 3FF8 3FF9 3FFA"
        " 3FFB 4022 4023 4024 4025 4030 4031 4038 4039 1035 1039 1042 1046 10F3 5D07 5D08 5D0A 5D0B 5D09 59E1"
        " 0E79 0E9A 65E0 65E1 65E2 65E3 0FF9 0FFF 0FF6 120B 300A 8000 1096 0E99 6619 3656 0E2B 401A 4029 402A"
        " 402B 402C 1044 0E05 3003 3002 39FE 3A20 0FFE 0E96 7001"
    ).split()
)
CODES = {
    0x0050: "mail.unshown-address",
    0x004F: "mail.unshown-address",
    0x0E02: "mail.blind-copy",
    0x0072: "mail.blind-copy",
}


def is_technical(number: int) -> bool:
    """Return whether a property is one of those that Outlook writes itself: accounts, keys, times."""
    return number in _TECHNICAL
