"""The bytes that a patch from elsewhere brings: kept first, so that no record names what is not."""

from collections.abc import Mapping

from motwall.document.document import Document
from motwall.model.errors import WallFileError
from motwall.model.patch import Patch
from motwall.model.pictures import digests_in


def kept(document: Document, patch: Patch, pictures: Mapping[str, bytes]) -> bool:
    """Keep the bytes of the pictures that a patch names, before it is pushed.

    Args:
        document: The wall.
        patch: To be pushed next.
        pictures: Bytes by digest; those of pictures on the wall need not be there.

    Returns:
        Whether they are kept. False: `write_failed` told why, and the patch must not be pushed.

    Raises:
        PhotoTooLarge: One of them has more bytes than a note may carry.
    """
    try:
        for digest in sorted(digests_in(patch) & pictures.keys()):
            document.keep_picture(pictures[digest])
    except WallFileError as error:
        document.write_failed.emit(error)
        return False
    return True
