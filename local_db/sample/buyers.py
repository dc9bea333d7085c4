"""The sample shop's buyers: who they are, what they keep, how one could reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from local_db.sample.dice import Dice
from local_db.sample.people_words import GIVEN_NAMES, NICK_ENDS, NICK_LATIN, NICK_STARTS, SURNAMES, TITLES
from local_db.sample.places import CITIES, City
from local_db.sample.products import PRODUCTS, STAPLES, Pet, Product

BUYERS = 3000


class Habit(StrEnum):
    """How a buyer shops."""

    ONCE = "once"
    NOW_AND_THEN = "now and then"
    LOYAL = "loyal"
    PROMOTIONS_ONLY = "promotions only"
    GIFTS = "gifts"


HABIT_WEIGHTS = {
    Habit.ONCE: 350,
    Habit.NOW_AND_THEN: 420,
    Habit.LOYAL: 80,
    Habit.PROMOTIONS_ONLY: 110,
    Habit.GIFTS: 40,
}
_CITY_WEIGHTS = tuple(city.weight for city in CITIES)
PET_WEIGHTS = {Pet.CAT: 62, Pet.DOG: 33, Pet.BOTH: 5}


@dataclass(frozen=True, slots=True)
class Address:
    """A place on an invented street."""

    city: City
    district: str
    street_number: int

    def text(self) -> str:
        """The address as the export writes it, with a postcode of zeros."""
        city = self.city
        return f"{city.province} {city.name} {self.district}   示例路{self.street_number}号(000000)"


@dataclass(frozen=True, slots=True)
class Buyer:
    """One invented buyer; `mobile` and `landline` are cells of the export and may be empty."""

    number: int
    nick: str
    account: str
    receiver: str
    address: Address
    mobile: str
    landline: str
    pet: Pet
    habit: Habit
    staple: Product


def all_buyers() -> tuple[Buyer, ...]:
    """Every buyer of the sample shop."""
    taken: set[str] = set()
    return tuple(_buyer(number, taken) for number in range(BUYERS))


def address(dice: Dice) -> Address:
    """An address where buyers live."""
    city = dice.pick_by_weight(CITIES, _CITY_WEIGHTS)
    return Address(city, dice.pick(city.districts), dice.between(1, 399))


def receiver(dice: Dice) -> str:
    """An invented receiver: a family name with a title or with a word that is no usual given name."""
    return dice.pick(SURNAMES) + dice.pick(TITLES if dice.chance(180) else GIVEN_NAMES)


def _buyer(number: int, taken: set[str]) -> Buyer:
    dice = Dice(f"buyer {number}")
    home = address(dice)
    mobile, landline = _phone_cells(dice, number, home.city)
    pet = dice.pick_by_weight(list(PET_WEIGHTS), list(PET_WEIGHTS.values()))
    return Buyer(
        number=number,
        nick=free_nick(dice, taken),
        account=f"b{number * 3779 % 10_000:04d}@example.com",
        receiver=receiver(dice),
        address=home,
        mobile=mobile,
        landline=landline,
        pet=pet,
        habit=dice.pick_by_weight(list(HABIT_WEIGHTS), list(HABIT_WEIGHTS.values())),
        staple=_staple(dice, pet),
    )


def _staple(dice: Dice, pet: Pet) -> Product:
    foods = [food for food in PRODUCTS if food.category in STAPLES and pet in {food.pet, Pet.BOTH}]
    return dice.pick_by_weight(foods, [food.weight for food in foods])


def mobile_number(number: int) -> str:
    """The mobile of a buyer; the range 1990000xxxx is used for invented people only.

    The step is coprime to 10,000, so that no two buyers meet and neighbours do not look alike.
    """
    return f"1990000{number * 3779 % 10_000:04d}"


def _phone_cells(dice: Dice, number: int, city: City) -> tuple[str, str]:
    """The cells of 联系手机 and 联系电话: mostly a mobile, and what real exports hold instead of one."""
    mobile = mobile_number(number)
    roll = dice.below(1000)
    if roll < 60:
        return f"{mobile[:3]}****{mobile[-4:]}", ""
    if roll < 80:
        return "", f"{city.area_code}-0000{dice.digits(4)}"
    if roll < 100:
        return "", ""
    if roll < 130:
        return f"{mobile}-{dice.digits(4)}", ""
    if roll < 150 and number > 0:  # a family orders under several nicks
        return mobile_number(dice.below(number)), ""
    return mobile, ""


def free_nick(dice: Dice, taken: set[str]) -> str:
    """An invented nick that nobody has taken yet; it is taken then."""
    nick = next(nick for nick in _nicks(dice) if nick not in taken)
    taken.add(nick)
    return nick


def _nicks(dice: Dice) -> Iterator[str]:
    while True:
        yield dice.pick_by_weight(_NICK_STYLES, _NICK_WEIGHTS)(dice)


def _phrase(dice: Dice) -> str:
    return dice.pick(NICK_STARTS) + dice.pick(NICK_ENDS)


def _phrase_with_number(dice: Dice) -> str:
    return dice.pick(NICK_STARTS) + dice.pick(("", "_", "-")) + dice.digits(dice.between(2, 4))


def _latin(dice: Dice) -> str:
    return dice.pick(NICK_LATIN) + dice.pick(("", "_")) + dice.digits(dice.between(2, 5))


def _mixed(dice: Dice) -> str:
    return dice.pick(NICK_LATIN) + dice.pick(NICK_STARTS) + dice.pick(("", dice.digits(2)))


def _registered(dice: Dice) -> str:
    return "tb" + dice.digits(dice.between(7, 9))


_NICK_STYLES: tuple[Callable[[Dice], str], ...] = (_phrase, _phrase_with_number, _latin, _mixed, _registered)
_NICK_WEIGHTS = (28, 18, 18, 10, 26)
