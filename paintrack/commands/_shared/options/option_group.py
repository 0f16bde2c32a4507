"""Option groups: dataclasses whose fields are options that commands share."""

from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

Group = TypeVar("Group")


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
def option_group(cls: type[Group]) -> type[Group]:
    """The class as a dataclass that is created with keyword arguments and compared by its values.

    All groups share one constructor and one comparison: those that a dataclass generates are compiled at each start,
    and those of the options of `log` took a fortieth of its time.
    """
    group_class: Any = cls
    group_class.__init__, group_class.__eq__, group_class.__hash__ = _set_options, _has_equal_values, None
    return dataclass(kw_only=True, repr=False, eq=False, init=False)(cls)


def options_of(group: Any) -> list[Field[Any]]:
    """The fields of a group, or of its class, that are options."""
    return [each for each in fields(group) if each.init]


def _has_equal_values(self: Any, other: object) -> bool:
    return type(other) is type(self) and vars(other) == vars(self)


def _set_options(self: Any, **values: Any) -> None:
    """Set the fields of a group: each of `values`, else its default. Raises TypeError for one that is no field."""
    for each in fields(self):
        if each.name in values:
            setattr(self, each.name, values.pop(each.name))
        elif each.default_factory is not MISSING:
            setattr(self, each.name, each.default_factory())
        elif each.default is not MISSING:
            setattr(self, each.name, each.default)
        elif each.init:
            raise TypeError(each.name)
    if values:
        raise TypeError(", ".join(values))
    if hasattr(self, "__post_init__"):
        self.__post_init__()
