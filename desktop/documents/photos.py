"""Photographs made small enough for a stick, without what they tell of the place and the telephone."""

from __future__ import annotations

import errno
import struct
import warnings
from pathlib import Path

from desktop.domain.errors import Code, SoSenError

LONGEST_SIDE = 2_000
"""Pixels; enough to print a photograph over a whole page."""
_QUALITY = 85
_MOST_PIXELS = 100_000_000


def shrink_photo(source: Path, target: Path) -> bool:
    """Write a JPEG or PNG smaller to ``target``; False when it is small already, and nothing is written.

    It is turned upright first, and its description (place, camera, owner) is left out: what a photograph
    proves is seen in it. Raises SoSenError E_FILE for one that cannot be read or is beyond 100 million
    pixels, E_SPACE, E_IO.
    """
    # Heavy, and needed only when somebody attaches a photograph.
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of spoilt descriptions, and of a lower limit
            with Image.open(source) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    raise SoSenError(Code.E_FILE, f"{opened.size} pixels", path=str(source), reason="photo")
                if max(opened.size) <= LONGEST_SIDE and not opened.getexif():
                    return False
                opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # first: it is all that has to be turned
                upright = ImageOps.exif_transpose(opened)
                bare = Image.new(upright.mode, upright.size)
                bare.paste(upright)
                bare.save(target, format=opened.format, quality=_QUALITY, optimize=True)
    except OSError as error:
        if isinstance(error, UnidentifiedImageError) or error.errno is None:
            raise SoSenError(Code.E_FILE, str(error), path=str(source), reason="photo") from error
        code = Code.E_SPACE if error.errno == errno.ENOSPC else Code.E_IO
        raise SoSenError(code, str(error), path=str(source)) from error
    except (ValueError, SyntaxError, struct.error, Image.DecompressionBombError) as error:
        raise SoSenError(Code.E_FILE, str(error), path=str(source), reason="photo") from error
    return True
