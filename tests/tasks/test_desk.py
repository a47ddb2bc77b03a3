"""The real spare processes at work on a real sample draft."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from listening import Heard

from redactor.errors import RedactorError, UnusableInput
from redactor.publish.plan import Plan
from redactor.tasks.desk import Desk, SerialDesk, Ticket
from redactor.tasks.orders import (
    DraftRead,
    Drawn,
    Found,
    Loaded,
    LoadFile,
    LoadPdf,
    LookAtModel,
    ModelSeen,
    OpenDraft,
    Order,
    PageRead,
    Picture,
    Preview,
    Previewed,
    Progress,
    Publish,
    Published,
    Suggest,
)

AnyDesk = Desk | SerialDesk


@pytest.fixture
def pdf(sample_docs: Path) -> Path:
    return sample_docs / "child-d-overview-report.pdf"


@pytest.fixture(params=["spare processes", "this process"])
def desk(request: pytest.FixtureRequest, heard: Heard) -> Iterator[AnyDesk]:
    desk: AnyDesk = Desk(heard.calls.put) if request.param == "spare processes" else SerialDesk()
    desk.start()
    yield desk
    desk.close()


def ask(desk: AnyDesk, heard: Heard, order: Order, name: str = "") -> Ticket:
    errand = heard.errand(order, name)
    return desk.ask(order, answer=errand.answer, done=errand.done, failed=errand.failed)


def test_a_draft_is_read_and_its_pages_drawn(desk: AnyDesk, heard: Heard, pdf: Path) -> None:
    ask(desk, heard, OpenDraft(pdf), "open ")
    ask(desk, heard, LoadFile(pdf), "load ")
    ask(desk, heard, Picture(1, 0.5), "draw ")
    for name in ("open done", "draw done"):
        heard.until(name)

    (read,), (loaded,), (drawn,) = (heard.answers(kind) for kind in (DraftRead, Loaded, Drawn))
    document = read.opened.document
    assert [page.page for page in heard.answers(PageRead)] == list(document.pages)
    assert loaded.sizes == tuple((page.width, page.height) for page in document.pages)
    assert (drawn.width, drawn.height) == pytest.approx([side / 2 for side in loaded.sizes[0]], abs=1)
    assert heard.answers(Progress)


def test_a_part_of_a_page_is_drawn_where_it_stands(desk: AnyDesk, heard: Heard, pdf: Path) -> None:
    ask(desk, heard, LoadPdf(pdf.read_bytes(), "preview"))
    ask(desk, heard, Picture(2, 2.0, (100.0, 50.0, 200.0, 80.0), "preview"), "draw ")

    heard.until("draw done")

    (drawn,) = heard.answers(Drawn)
    assert (drawn.left, drawn.top, drawn.width, drawn.height) == (200, 100, 200, 60)


def test_identifiers_are_found_with_their_labels(desk: AnyDesk, heard: Heard) -> None:
    text = "Mrs Kezia Bramwell, a social worker, telephoned 07700 900123 on Monday."
    ask(desk, heard, Suggest(text))

    heard.until("done")

    *provisional, final = heard.answers(Found)
    found = {text[finding.start : finding.end] for finding in final.findings}
    assert {"Kezia Bramwell", "07700 900123"} <= {name.removeprefix("Mrs ") for name in found}
    assert final.final
    assert final.labels
    assert not any(each.final for each in provisional)


def test_a_name_model_that_is_none_is_told_in_a_sentence(desk: AnyDesk, heard: Heard, tmp_path: Path) -> None:
    ask(desk, heard, LookAtModel(tmp_path / "gone"))

    heard.until("failed")

    (error,) = heard.answers(UnusableInput)
    assert error.sentence == "The folder “gone” is not there."


def test_a_name_model_that_can_be_used_says_what_it_looks_for(heard: Heard, tmp_path: Path) -> None:
    pipeline = pytest.importorskip("spacy").blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "quennick"}])
    pipeline.to_disk(tmp_path / "model")

    ask(SerialDesk(), heard, LookAtModel(tmp_path / "model"))  # in a spare process it is the journeys'

    assert heard.answers(ModelSeen) == [ModelSeen("spaCy", ("PLACE",))]


def test_a_pdf_is_previewed_and_published(desk: AnyDesk, heard: Heard, pdf: Path, tmp_path: Path) -> None:
    plan = Plan((), (), "blackout", "Overview report")
    ask(desk, heard, Preview(pdf.read_bytes(), plan), "preview ")
    ask(desk, heard, Publish(pdf.read_bytes(), plan, tmp_path / "out.pdf"), "publish ")

    for name in ("preview done", "publish done"):
        heard.until(name)

    ((previewed,), (published,)) = (heard.answers(kind) for kind in (Previewed, Published))
    assert previewed.pdf.startswith(b"%PDF")
    assert published.path == tmp_path / "out.pdf"
    assert published.size == published.path.stat().st_size
    assert published.promises


@pytest.mark.parametrize("content", [b"", b"no PDF at all", b"%PDF-1.7 cut short"])
def test_what_is_no_pdf_is_told_in_a_sentence(
    desk: AnyDesk, heard: Heard, content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "draft.pdf").write_bytes(content)
    ask(desk, heard, OpenDraft(tmp_path / "draft.pdf"), "open ")
    ask(desk, heard, LoadFile(tmp_path / "draft.pdf"), "load ")

    for name in ("open failed", "load failed"):
        heard.until(name)

    assert all(isinstance(error, UnusableInput) for _, error in heard.said)


@pytest.mark.parametrize("order", [Picture(1, 1.0), Picture(99, 1.0), Picture(1, 64.0)])
def test_a_picture_that_cannot_be_is_told_in_a_sentence(
    desk: AnyDesk, heard: Heard, pdf: Path, order: Picture
) -> None:
    if order != Picture(1, 1.0):
        ask(desk, heard, LoadFile(pdf), "load ")
    ask(desk, heard, order, "draw ")

    heard.until("draw failed")

    assert isinstance(heard.said[-1][1], RedactorError)


def test_what_is_asked_before_there_is_a_loop_is_answered_once_there_is(heard: Heard, pdf: Path) -> None:
    desk = Desk()
    desk.start(ahead=pdf)
    ask(desk, heard, LoadFile(pdf))

    desk.deliver_by(heard.calls.put)
    heard.until("done")
    desk.close()

    assert heard.answers(Loaded)


def test_a_desk_that_was_never_delivered_by_can_be_closed(pdf: Path) -> None:
    desk = Desk()
    desk.start(ahead=pdf)
    desk.close()

    assert not [child for child in psutil.Process().children() if child.name() == "pictures"]


def test_a_cancelled_ticket_is_not_heard_of_again(heard: Heard, pdf: Path) -> None:
    desk = Desk(heard.calls.put)
    desk.start()
    ticket = ask(desk, heard, OpenDraft(pdf), "first ")
    heard.until("first answer")
    before = len(heard.said)

    ticket.cancel()
    ask(desk, heard, OpenDraft(pdf), "second ")
    heard.until("second done")
    desk.close()

    assert not [name for name, _ in heard.said[before:] if name.startswith("first")]


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )


def test_the_window_process_loads_none_of_what_the_spare_ones_need() -> None:
    code = (
        "import sys, redactor.tasks.desk, redactor.tasks.courier, redactor.tasks.orders, redactor.tasks.worker;"
        "heavy = ['pymupdf', 'numpy', 'presidio_analyzer', 'spacy', 'onnxruntime', 'tokenizers', 'lxml'];"
        "print(*(name for name in heavy if sys.modules.get(name)))"
    )

    done = run_python("-c", code)

    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_spare_process_ends_with_the_window(tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(
        "import os, queue\n"
        "if __name__ == '__main__':\n"
        "    from redactor.tasks.desk import Desk\n"
        "    calls = queue.Queue()\n"
        "    desk = Desk(calls.put)\n"
        "    desk.start()\n"
        "    desk.get_ready()\n"
        "    calls.get()()\n"
        "    while any(c._process.pid is None for c in desk._couriers.values()):\n"
        "        pass\n"
        "    print(*(c._process.pid for c in desk._couriers.values()), flush=True)\n"
        "    os._exit(1)\n",
        "utf-8",
    )

    done = run_python(str(script))

    spare = [int(pid) for pid in done.stdout.split()]
    assert len(spare) == 2
    _, alive = psutil.wait_procs([psutil.Process(pid) for pid in spare if psutil.pid_exists(pid)], timeout=20)
    assert alive == []
