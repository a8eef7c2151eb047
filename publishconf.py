"""Settings of the public build (``make publish``): no drafts, nothing of the future."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

PUBLIC_BUILD = True
# release: which build this is (release.json). gate: nothing wrong, injected or private passes.
PLUGINS = [*PLUGINS, "plugins.release", "plugins.gate"]
# Absolute addresses (canonical links) begin with it. A department writes its own here.
SITEURL = "https://bantin.example"
OUTPUT_PATH = "public"
# Compressed copies, for a server that sends them as they are.
ENGINE_COMPRESS = True
