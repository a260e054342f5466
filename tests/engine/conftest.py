import pytest
import torch


@pytest.fixture(autouse=True)
def one_thread():
    """Use one thread, for the same bits on every machine and no fight for cores between tests."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
