"""What an export costs before anything is exported: nothing."""

import subprocess
import sys


def test_asking_for_options_does_not_import_reportlab() -> None:
    code = (
        "import sys, motwall.export.options, motwall.export.json_file;"
        "sys.exit(any(name.split('.')[0] == 'reportlab' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
