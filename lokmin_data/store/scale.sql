-- Spreading the tables over the workers of a Citus cluster, by Puskesmas. Run once, on an empty database whose
-- schema exists (open the app once, or run lokmin_data.store.scale for partitions by year first).
-- Not tried here on a real cluster: what was tried is PostgreSQL 15 with the partitions of scale.py.

-- Small tables that every worker holds.
SELECT create_reference_table('account');
SELECT create_reference_table('account_role');
SELECT create_reference_table('login');

-- All of one Puskesmas on one worker, so that a report is stored in one place and a page reads from one.
SELECT create_distributed_table('puskesmas', 'puskesmas_id');
SELECT create_distributed_table('desa', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('alias', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('sasaran', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('target', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('record', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('attachment', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('report', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('observation', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('current_value', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('area_sum', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('reported', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('report_sasaran', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('document', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('rtl', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('rtl_history', 'puskesmas_id', colocate_with => 'puskesmas');
SELECT create_distributed_table('audit', 'puskesmas_id', colocate_with => 'puskesmas');
