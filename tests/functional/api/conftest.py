"""Pages beside the API are drawn without collected styles."""

from tests.functional.public.conftest import _plain_static  # noqa: F401 a fixture
