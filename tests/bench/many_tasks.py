"""An upper office with plans of many units and as many tasks as asked for, written by the database itself."""

from __future__ import annotations

from desktop.usecases.office import Office

UNITS_OF_DISTRICT, UNITS_OF_PROVINCE = 13, 200

_COUNT = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :last - 1)"
_PLANS = f"""
INSERT INTO plan (id, scope, year, title) {_COUNT}
SELECT printf('%08xaa%022d', i, 0), printf('%05d-19840306', 30000 + i), 2022, 'Kế hoạch' FROM n
"""
_PEOPLE = f"""
INSERT INTO person (id, scope, full_name, search_key) {_COUNT}
SELECT printf('%08xbb%022d', i / 8, i % 8), printf('%05d-19840306', 30000 + i / 8),
       'Nguyễn Văn ' || char(65 + i % 23), 'nguyen van ' || char(97 + i % 23) FROM n
"""
_TASKS = f"""
INSERT INTO task (id, scope, plan_id, code, "order", title, search_key, lead_person_id, due_on, state,
                  completed_on, percent, is_blocked, stamps)
{_COUNT}, u (i, unit, code, day) AS (
    SELECT i, i * :units / :last, i % 40 || '.' || i % 7, printf('2022-%02d-%02d', i % 12 + 1, i % 28 + 1)
    FROM n)
SELECT printf('%08xcc%022d', unit, i), printf('%05d-19840306', 30000 + unit), printf('%08xaa%022d', unit, 0),
       code, i, 'Rà soát tiến độ giải ngân vốn đầu tư công tuyến đường trục ấp Mỹ Điền đợt ' || i,
       code || ' ra soat tien do giai ngan von dau tu cong tuyen duong truc ap my dien dot ' || i,
       printf('%08xbb%022d', unit, i % 8), day,
       CASE WHEN i % 7 = 0 THEN 'completed' WHEN i % 7 < 3 THEN 'not_started' ELSE 'in_progress' END,
       CASE WHEN i % 7 = 0 THEN day END, i % 100, i % 50 = 1,
       '[[13,26,1655559550844,[".","code","due_on","order","title"]]]' FROM u
"""


def write_many(office: Office, tasks: int, units: int) -> None:
    """Plans of ``units`` units with ``tasks`` tasks in all: states, deadlines and leads all differ."""
    with office.store.writing() as connection:
        connection.execute(_PLANS, {"last": units})
        connection.execute(_PEOPLE, {"last": units * 8})
        connection.execute(_TASKS, {"last": tasks, "units": units})
    office.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
