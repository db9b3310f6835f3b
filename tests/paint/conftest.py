import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _fonts_need_an_application(qapp: QGuiApplication) -> None:
    del qapp
