"""Write a bundle again that was written before, from its sealed copy: to another stick, byte for byte."""

from __future__ import annotations

from pathlib import Path

from desktop.bundle.files import Progress
from desktop.bundle.names import BUNDLE_SUFFIX, file_name
from desktop.bundle.safe_write import free_name
from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import shown_name
from desktop.domain.scopes import unit_code
from desktop.store.peers import logged
from desktop.store.receipts import add_name, sent_line
from desktop.usecases.export_bundle import SentBundle
from desktop.usecases.office import Office
from desktop.usecases.outbox import copy_of
from desktop.usecases.read_bundle_log import unit_names
from desktop.usecases.registry import current_registry
from desktop.usecases.write_out import is_whole, make_folder, own_label, tidy_stick, write_out


def rewrite_bundle(
    office: Office, bundle: str, folder: Path, progress: Progress, *, is_stick: bool = False
) -> SentBundle:
    """Write a bundle of the log again into ``folder``, under a name that it never had; its number stays.

    Raises SoSenError E_MISSING when it was not written here or its copy is gone, E_SPACE, E_IO, E_PROFILE.
    """
    registry = current_registry(office.store)
    label = own_label(office, registry)
    line, copy = logged(office.store, bundle), copy_of(office, bundle)
    if line is None or not line.is_outgoing or not is_whole(copy, line.size, line.sha256):
        raise SoSenError(Code.E_MISSING, f"no copy of {bundle}", reason="no_copy")
    make_folder(folder)
    written = len(sent_line(line).names)
    stem = file_name(unit_code(office.unit_id), label, line.n).removesuffix(BUNDLE_SUFFIX)
    path = free_name(folder, f"{stem}-{written + 1}{BUNDLE_SUFFIX}")
    file = write_out(office, registry, copy, path, line.sha256, progress)
    with office.store.writing():
        add_name(office.store, bundle, shown_name(path))
    if is_stick:
        tidy_stick(office, folder, line.unit, label)
    name = unit_names(office).get(line.unit, line.unit)
    return SentBundle(line.unit, name, path, bundle, line.n, line.row_count, file.size, file.sha256)
