"""Where it is afternoon now, so that a test at any hour meets two people who are awake."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONES = (
    "Pacific/Auckland", "Australia/Brisbane", "Asia/Tokyo", "Asia/Bangkok", "Asia/Karachi",
    "Asia/Dubai", "Europe/Athens", "Europe/Berlin", "Europe/Lisbon", "America/Sao_Paulo",
    "America/New_York", "America/Denver", "America/Los_Angeles", "Pacific/Honolulu",
)


def afternoon_zone():
    def minutes_from_four(zone):
        now = datetime.now(ZoneInfo(zone))
        return abs(now.hour * 60 + now.minute - 16 * 60)

    return min(ZONES, key=minutes_from_four)
