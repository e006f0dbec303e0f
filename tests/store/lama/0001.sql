BEGIN TRANSACTION;
CREATE TABLE account (
	account_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	full_name TEXT DEFAULT '' NOT NULL, 
	password_hash TEXT DEFAULT '' NOT NULL, 
	active INTEGER DEFAULT '1' NOT NULL, 
	failed INTEGER DEFAULT '0' NOT NULL, 
	locked_until TEXT DEFAULT '' NOT NULL, 
	created_at TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (account_id), 
	UNIQUE (name)
)
 WITHOUT ROWID

;
INSERT INTO "account" VALUES(1,'kepala','','$argon2id$v=19$m=65536,t=3,p=4$t+XrOFNYdyCm2Fl+YZ1KUQ$Q15pnMQAxYB3VqtTMaeGqTfIqZh8TszOBLqtLfgk5iw',1,0,'','2026-03-01T08:00:00.000000+00:00');
CREATE TABLE account_role (
	account_id INTEGER NOT NULL, 
	puskesmas_id INTEGER NOT NULL, 
	role TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (account_id, puskesmas_id), 
	FOREIGN KEY(account_id) REFERENCES account (account_id)
)
 WITHOUT ROWID

;
INSERT INTO "account_role" VALUES(1,0,'pengelola');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE alias (
	puskesmas_id INTEGER NOT NULL, 
	folded TEXT NOT NULL, 
	alias TEXT DEFAULT '' NOT NULL, 
	desa_id INTEGER NOT NULL, 
	PRIMARY KEY (puskesmas_id, folded), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
CREATE TABLE area_sum (
	puskesmas_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	month INTEGER NOT NULL, 
	basis TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	numerator DOUBLE, 
	denominator DOUBLE, 
	measured DOUBLE, 
	areas INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (puskesmas_id, year, indicator, month, basis, sex)
)
 WITHOUT ROWID

;
INSERT INTO "area_sum" VALUES(1,2026,'idl',1,'month','T',NULL,NULL,2.0,1);
INSERT INTO "area_sum" VALUES(1,2026,'k1',1,'month','T',16.0,180.5,16.0,2);
CREATE TABLE attachment (
	puskesmas_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	media_type TEXT DEFAULT '' NOT NULL, 
	body BLOB NOT NULL, 
	PRIMARY KEY (puskesmas_id, kind), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
CREATE TABLE audit (
	puskesmas_id INTEGER NOT NULL, 
	audit_id INTEGER NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	who TEXT DEFAULT '' NOT NULL, 
	what TEXT DEFAULT '' NOT NULL, 
	detail TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, audit_id)
)
 WITHOUT ROWID

;
INSERT INTO "audit" VALUES(0,8,'2026-03-01T08:00:00.000000+00:00','uji','buat akun','kepala: pengelola (semua)');
INSERT INTO "audit" VALUES(1,1,'2026-03-01T08:00:00.000000+00:00','uji','tambah puskesmas','Melati');
INSERT INTO "audit" VALUES(1,2,'2026-03-01T08:00:00.000000+00:00','uji','simpan daftar desa','Sukamaju, Karangsari');
INSERT INTO "audit" VALUES(1,3,'2026-03-01T08:00:00.000000+00:00','dewi','simpan laporan','kia.xlsx (laporan 1)');
INSERT INTO "audit" VALUES(1,4,'2026-03-01T08:00:00.000000+00:00','dewi','simpan laporan','salah.xlsx (laporan 2)');
INSERT INTO "audit" VALUES(1,5,'2026-03-01T08:00:00.000000+00:00','dewi','batalkan laporan','salah.xlsx (laporan 2)');
INSERT INTO "audit" VALUES(1,6,'2026-03-01T08:00:00.000000+00:00','dewi','simpan agenda','2026-01 (revisi 1)');
INSERT INTO "audit" VALUES(1,7,'2026-03-01T08:00:00.000000+00:00','dewi','tambah RTL','RTL 1 (revisi 1)');
CREATE TABLE counter (
	name TEXT NOT NULL, 
	value BIGINT NOT NULL, 
	PRIMARY KEY (name)
)
 WITHOUT ROWID

;
INSERT INTO "counter" VALUES('account',1);
INSERT INTO "counter" VALUES('audit',8);
INSERT INTO "counter" VALUES('desa',2);
INSERT INTO "counter" VALUES('puskesmas',1);
INSERT INTO "counter" VALUES('report',2);
INSERT INTO "counter" VALUES('rtl',1);
CREATE TABLE current_value (
	puskesmas_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	month INTEGER NOT NULL, 
	desa_id INTEGER NOT NULL, 
	basis TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	report_id INTEGER NOT NULL, 
	level TEXT DEFAULT '' NOT NULL, 
	numerator DOUBLE, 
	denominator DOUBLE, 
	percent DOUBLE, 
	sheet TEXT DEFAULT '' NOT NULL, 
	cell TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, year, indicator, month, desa_id, basis, sex)
)
 WITHOUT ROWID

;
INSERT INTO "current_value" VALUES(1,2026,'idl',1,1,'month','T',1,'desa',2.0,NULL,NULL,'PWS','C5');
INSERT INTO "current_value" VALUES(1,2026,'k1',1,1,'month','T',1,'desa',7.0,100.5,NULL,'PWS','C5');
INSERT INTO "current_value" VALUES(1,2026,'k1',1,2,'month','T',1,'desa',9.0,80.0,NULL,'PWS','C6');
CREATE TABLE desa (
	puskesmas_id INTEGER NOT NULL, 
	desa_id INTEGER NOT NULL, 
	desa TEXT DEFAULT '' NOT NULL, 
	code TEXT DEFAULT '' NOT NULL, 
	kecamatan TEXT DEFAULT '' NOT NULL, 
	active INTEGER DEFAULT '1' NOT NULL, 
	penduduk DOUBLE, 
	position INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (puskesmas_id, desa_id), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
INSERT INTO "desa" VALUES(1,1,'Sukamaju','','',1,NULL,0);
INSERT INTO "desa" VALUES(1,2,'Karangsari','','',1,NULL,1);
CREATE TABLE document (
	puskesmas_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	revision INTEGER DEFAULT '1' NOT NULL, 
	changed_at TEXT DEFAULT '' NOT NULL, 
	changed_by TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, kind, "key"), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
INSERT INTO "document" VALUES(1,'agenda','2026-01','{"isi": "lama"}',1,'2026-03-01T08:00:00.000000+00:00','dewi');
CREATE TABLE login (
	token_hash TEXT NOT NULL, 
	account_id INTEGER NOT NULL, 
	created_at TEXT DEFAULT '' NOT NULL, 
	expires_at TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (token_hash), 
	FOREIGN KEY(account_id) REFERENCES account (account_id)
)
 WITHOUT ROWID

;
CREATE TABLE observation (
	puskesmas_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	month INTEGER NOT NULL, 
	desa_id INTEGER NOT NULL, 
	basis TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	report_id INTEGER NOT NULL, 
	level TEXT DEFAULT '' NOT NULL, 
	numerator DOUBLE, 
	denominator DOUBLE, 
	percent DOUBLE, 
	sheet TEXT DEFAULT '' NOT NULL, 
	cell TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, year, indicator, month, desa_id, basis, sex, report_id), 
	FOREIGN KEY(puskesmas_id, report_id) REFERENCES report (puskesmas_id, report_id)
)
 WITHOUT ROWID

;
INSERT INTO "observation" VALUES(1,2026,'idl',1,1,'month','T',1,'desa',2.0,NULL,NULL,'PWS','C5');
INSERT INTO "observation" VALUES(1,2026,'k1',1,1,'month','T',1,'desa',7.0,100.5,NULL,'PWS','C5');
INSERT INTO "observation" VALUES(1,2026,'k1',1,1,'month','T',2,'desa',70.0,NULL,NULL,'PWS','C5');
INSERT INTO "observation" VALUES(1,2026,'k1',1,2,'month','T',1,'desa',9.0,80.0,NULL,'PWS','C6');
CREATE TABLE puskesmas (
	puskesmas_id INTEGER NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	kecamatan TEXT DEFAULT '' NOT NULL, 
	kabupaten TEXT DEFAULT '' NOT NULL, 
	provinsi TEXT DEFAULT '' NOT NULL, 
	code TEXT DEFAULT '' NOT NULL, 
	identity TEXT DEFAULT '' NOT NULL, 
	data_version INTEGER DEFAULT '1' NOT NULL, 
	work_version INTEGER DEFAULT '1' NOT NULL, 
	created_at TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id)
)
 WITHOUT ROWID

;
INSERT INTO "puskesmas" VALUES(1,'Melati','Sari','','','','',5,3,'2026-03-01T08:00:00.000000+00:00');
CREATE TABLE record (
	puskesmas_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	changed_at TEXT DEFAULT '' NOT NULL, 
	changed_by TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, kind, "key"), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
CREATE TABLE report (
	puskesmas_id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	file_name TEXT DEFAULT '' NOT NULL, 
	sha256 TEXT DEFAULT '' NOT NULL, 
	content TEXT DEFAULT '' NOT NULL, 
	layout TEXT DEFAULT '' NOT NULL, 
	programme TEXT DEFAULT '' NOT NULL, 
	months TEXT DEFAULT '' NOT NULL, 
	cover TEXT DEFAULT '' NOT NULL, 
	problems TEXT DEFAULT '' NOT NULL, 
	rows INTEGER DEFAULT '0' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	stored_at TEXT DEFAULT '' NOT NULL, 
	stored_by TEXT DEFAULT '' NOT NULL, 
	undone_at TEXT DEFAULT '' NOT NULL, 
	undone_by TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, report_id), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
INSERT INTO "report" VALUES(1,1,'kia.xlsx','3ec0189efd858a70d2e2d7eea671778722f27b8fdff76fef7c5613eaeddbdb39','b5976fbcf41f2ab2eccdefc84d58599278ba4c526bd96282f1f7e9309718d3b9','','imunisasi,gizi_ibu_hamil','2026-01','{"sasaran": [], "slices": {"2026": {"idl": [1], "k1": [1]}}}','[]',3,'diterima','2026-03-01T08:00:00.000000+00:00','dewi','','');
INSERT INTO "report" VALUES(1,2,'salah.xlsx','8692afae8c8aa976bb223fe89775c37282c8218222bd9401a46de4301ac338b9','c9a5df896ca60c4acf6accedb98285538d31b4db2ab87b8bbaadcd509d0a037f','','gizi_ibu_hamil','2026-01','{"sasaran": [], "slices": {"2026": {"k1": [1]}}}','[]',1,'dibatalkan','2026-03-01T08:00:00.000000+00:00','dewi','2026-03-01T08:00:00.000000+00:00','dewi');
CREATE TABLE report_sasaran (
	puskesmas_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	population TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	desa_id INTEGER NOT NULL, 
	report_id INTEGER NOT NULL, 
	value DOUBLE NOT NULL, 
	sheet TEXT DEFAULT '' NOT NULL, 
	cell TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, year, population, sex, desa_id, report_id), 
	FOREIGN KEY(puskesmas_id, report_id) REFERENCES report (puskesmas_id, report_id)
)
 WITHOUT ROWID

;
CREATE TABLE reported (
	puskesmas_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	month INTEGER NOT NULL, 
	programme TEXT NOT NULL, 
	desa_id INTEGER NOT NULL, 
	rows INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (puskesmas_id, year, month, programme, desa_id)
)
 WITHOUT ROWID

;
INSERT INTO "reported" VALUES(1,2026,1,'gizi_ibu_hamil',1,1);
INSERT INTO "reported" VALUES(1,2026,1,'gizi_ibu_hamil',2,1);
INSERT INTO "reported" VALUES(1,2026,1,'imunisasi',1,1);
CREATE TABLE rtl (
	puskesmas_id INTEGER NOT NULL, 
	rtl_id INTEGER NOT NULL, 
	revision INTEGER DEFAULT '1' NOT NULL, 
	lokmin TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	selesai TEXT DEFAULT '' NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	changed_at TEXT DEFAULT '' NOT NULL, 
	changed_by TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, rtl_id), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
INSERT INTO "rtl" VALUES(1,1,1,'','belum','','{"kegiatan": "Sweeping", "status": "belum"}','2026-03-01T08:00:00.000000+00:00','dewi');
CREATE TABLE rtl_history (
	puskesmas_id INTEGER NOT NULL, 
	rtl_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	lokmin TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	selesai TEXT DEFAULT '' NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	changed_at TEXT DEFAULT '' NOT NULL, 
	changed_by TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, rtl_id, revision), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
INSERT INTO "rtl_history" VALUES(1,1,1,'','belum','','{"kegiatan": "Sweeping", "status": "belum"}','2026-03-01T08:00:00.000000+00:00','dewi');
CREATE TABLE sasaran (
	puskesmas_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	population TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	desa_id INTEGER NOT NULL, 
	value DOUBLE NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (puskesmas_id, year, population, kind, sex, desa_id), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
CREATE TABLE target (
	puskesmas_id INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	value DOUBLE NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	grade TEXT DEFAULT '' NOT NULL, 
	confirmed INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (puskesmas_id, indicator, year), 
	FOREIGN KEY(puskesmas_id) REFERENCES puskesmas (puskesmas_id)
)
 WITHOUT ROWID

;
CREATE INDEX current_by_desa ON current_value (puskesmas_id, desa_id, year);
CREATE INDEX area_sum_by_indicator ON area_sum (indicator, year, month);
CREATE INDEX report_by_id ON report (report_id);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'catatan audit tidak boleh diubah atau dihapus'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'catatan audit tidak boleh diubah atau dihapus'); END;
COMMIT;
