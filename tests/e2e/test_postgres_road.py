"""The main road on PostgreSQL: a server with LOKMIN_DATABASE_URL reads, stores, shows and exports as on the embedded store."""

from __future__ import annotations

from pathlib import Path

import pytest

from alat import postgres_uji
from alat import server_uji as servers
from lokmin_data.store import open_store
from tests.e2e.driver import App
from tests.e2e.test_main_road import EXAMPLE, charts, save_each


@pytest.mark.basisdata
def test_from_upload_to_deck_on_postgresql(page: object, postgres_server: str, tmp_path: Path) -> None:
    report = EXAMPLE / "KIA" / "LAPORAN KIA 2026.xlsx"
    with postgres_uji.fresh_database(postgres_server) as url:
        server = servers.start(tmp_path / "server", environment={"LOKMIN_DATABASE_URL": url})
        try:
            app = App(page, server.url)  # type: ignore[arg-type]
            app.open("unggah").upload([report])
            save_each(app, [report])
            store = open_store(url)
            names = list(store.desa(1)["desa"])
            assert len(names) == 12 and not store.observations(1).empty and len(store.reports(1)) == 1
            store.close()
            app.open("gizi_ibu_hamil").page.wait_for_selector(".js-plotly-plot .barlayer path")
            assert app.lacks(names) == []
            app.open("agenda?bagian_agenda=Dokumen").download("Materi (PPTX)", tmp_path / "materi.pptx")
            assert any(len(set(chart) & set(names)) >= 10 for chart in charts(tmp_path / "materi.pptx"))
            assert not list((tmp_path / "server" / "data").glob("*.sqlite")), "something went into an embedded store"
        finally:
            server.stop()
        assert "Traceback" not in server.log, server.log
