"""One log shared by threads."""

from concurrent.futures import ThreadPoolExecutor

from store_kit import NOW, note, texts

STREAM = "interview/a"


def test_readers_see_whole_steps_while_another_thread_writes(log):
    def write():
        for number in range(0, 60, 3):
            log.append(STREAM, number, [note("x")] * 3, actor="x", at=NOW)

    with ThreadPoolExecutor(3) as pool:
        writing = pool.submit(write)
        lengths = []
        while not writing.done():
            lengths += pool.map(lambda _: len(texts(log, STREAM)), range(2))
        writing.result()
    assert all(length % 3 == 0 for length in lengths)
    assert len(texts(log, STREAM)) == 60
    assert log.verify() == ()
