"""Values that take long to make, kept for every session of this process.

Apart from st.cache_resource, which works out a digest of loose text and inspects the function at each call: a page
asks a dozen times a rerun. Here keys are compared exactly, so two workspaces cannot collide either.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class Kept:
    """Values by key; nobody writes to a value, so all sessions share it. The least recently asked for go first.

    most : how many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The value of that key, made now if nobody has asked for it; what `make` raises is raised and not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            # After a load every session asks the same at once; all but the first wait for its answer.
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                return self._values[key] if key in self._values else self._add(key, make())
            finally:
                self._making.pop(key, None)

    def _add(self, key: Hashable, value: Any) -> Any:
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
