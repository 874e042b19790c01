BEGIN TRANSACTION;
CREATE TABLE desk_articles (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	digest VARCHAR(64) NOT NULL, 
	title TEXT NOT NULL, 
	author TEXT NOT NULL, 
	section TEXT NOT NULL, 
	outlet TEXT NOT NULL, 
	published TEXT NOT NULL, 
	url TEXT NOT NULL, 
	source TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	language VARCHAR(10) NOT NULL, 
	words INTEGER NOT NULL, 
	model INTEGER NOT NULL, 
	added DATETIME NOT NULL, 
	added_by INTEGER NOT NULL, 
	removed BOOLEAN NOT NULL, 
	notices TEXT NOT NULL, 
	sentences TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT fk_desk_articles_model FOREIGN KEY(model) REFERENCES desk_models (id), 
	CONSTRAINT fk_desk_articles_added_by FOREIGN KEY(added_by) REFERENCES desk_editors (id)
);
INSERT INTO "desk_articles" VALUES(2,'0d6f9a3a1c5b7e9f00112233445566778899aabbccddeeff0123456789abcdef','Tram “12”','','Local','Invented Post','2026-11-29','','tram.txt','text','en',6,1,'2026-11-30 03:05:00.000000',1,0,'[]','[[0, 15, 0, "body", "outlet", 0.25], [16, 29, 0, "body", "outlet", null]]','The tram stops. It shames us.');
CREATE TABLE desk_decisions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	flag INTEGER NOT NULL, 
	seq INTEGER, 
	act VARCHAR(10) NOT NULL, 
	reason VARCHAR(20) NOT NULL, 
	wording TEXT NOT NULL, 
	note TEXT NOT NULL, 
	editor INTEGER NOT NULL, 
	made DATETIME NOT NULL, 
	second BOOLEAN NOT NULL, 
	request VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_desk_decisions_flag FOREIGN KEY(flag) REFERENCES desk_flags (id), 
	CONSTRAINT fk_desk_decisions_editor FOREIGN KEY(editor) REFERENCES desk_editors (id), 
	CONSTRAINT uq_desk_decisions_request UNIQUE (request), 
	CONSTRAINT uq_desk_decisions_flag_seq UNIQUE (flag, seq)
);
INSERT INTO "desk_decisions" VALUES(1,7,1,'dismiss','other','','Said so by all.',1,'2026-11-30 03:06:00.123456',0,'r1');
INSERT INTO "desk_decisions" VALUES(2,7,2,'undo','','','',1,'2026-11-30 03:07:00.000000',0,'r2');
INSERT INTO "desk_decisions" VALUES(3,7,3,'reword','','disappoints','',1,'2026-11-30 03:08:00.000000',0,'r3');
INSERT INTO "desk_decisions" VALUES(4,7,NULL,'accept','','','',3,'2026-11-30 03:09:00.000000',1,'r4');
CREATE TABLE desk_editors (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR(80) NOT NULL, 
	name_key VARCHAR(240), 
	subject VARCHAR(64), 
	verified BOOLEAN NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	admin_by_settings BOOLEAN NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT uq_desk_editors_name_key UNIQUE (name_key), 
	CONSTRAINT uq_desk_editors_subject UNIQUE (subject)
);
INSERT INTO "desk_editors" VALUES(1,'Ann Lee','ann lee',NULL,0,'admin',0,'2026-11-30 03:04:05.000006');
INSERT INTO "desk_editors" VALUES(3,'Zoë Ødegård ✓',NULL,'5f0c0b8a3c2a3f0e8f4c1d2b6a7988771122334455667788990011223344556a',1,'waiting',0,'2026-12-01 03:04:05.000000');
CREATE TABLE desk_fits (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	said TEXT NOT NULL, 
	editor INTEGER NOT NULL, 
	made DATETIME NOT NULL, 
	CONSTRAINT fk_desk_fits_editor FOREIGN KEY(editor) REFERENCES desk_editors (id)
);
INSERT INTO "desk_fits" VALUES(1,'{"threshold": 0.5}',1,'2026-11-30 03:12:00.000000');
CREATE TABLE desk_fits_used (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	fit INTEGER, 
	editor INTEGER NOT NULL, 
	made DATETIME NOT NULL, 
	CONSTRAINT fk_desk_fits_used_fit FOREIGN KEY(fit) REFERENCES desk_fits (id), 
	CONSTRAINT fk_desk_fits_used_editor FOREIGN KEY(editor) REFERENCES desk_editors (id)
);
INSERT INTO "desk_fits_used" VALUES(1,1,1,'2026-11-30 03:13:00.000000');
INSERT INTO "desk_fits_used" VALUES(2,NULL,1,'2026-11-30 03:14:00.000000');
CREATE TABLE desk_flags (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	article INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	"check" VARCHAR(80) NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	kind_rank INTEGER NOT NULL, 
	severity VARCHAR(10) NOT NULL, 
	severity_rank INTEGER NOT NULL, 
	message TEXT NOT NULL, 
	plainer TEXT NOT NULL, 
	voice VARCHAR(10) NOT NULL, 
	part VARCHAR(10) NOT NULL, 
	reason TEXT NOT NULL, 
	link TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	probability FLOAT, 
	fingerprint VARCHAR(32) NOT NULL, 
	sentence INTEGER NOT NULL, 
	sentence_start INTEGER NOT NULL, 
	sentence_end INTEGER NOT NULL, 
	sentence_probability FLOAT, 
	house_probability FLOAT, 
	held_back BOOLEAN NOT NULL, 
	certainty FLOAT NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	seq INTEGER NOT NULL, 
	standing INTEGER, 
	CONSTRAINT fk_desk_flags_article FOREIGN KEY(article) REFERENCES desk_articles (id)
);
INSERT INTO "desk_flags" VALUES(7,2,19,25,'shames','house.shame','rule',0,'warning',1,'Whom does it shame?','["disappoints"]','outlet','body','','',2,0.875,'f1',1,16,29,NULL,0.5,0,0.5,'reword',3,3);
CREATE TABLE desk_models (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	version TEXT NOT NULL, 
	CONSTRAINT uq_desk_models_name_version UNIQUE (name, version)
);
INSERT INTO "desk_models" VALUES(1,'slant-minilm','4');
CREATE TABLE desk_notes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	article INTEGER NOT NULL, 
	flag INTEGER, 
	text TEXT NOT NULL, 
	editor INTEGER NOT NULL, 
	made DATETIME NOT NULL, 
	request VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_desk_notes_article FOREIGN KEY(article) REFERENCES desk_articles (id), 
	CONSTRAINT fk_desk_notes_flag FOREIGN KEY(flag) REFERENCES desk_flags (id), 
	CONSTRAINT fk_desk_notes_editor FOREIGN KEY(editor) REFERENCES desk_editors (id), 
	CONSTRAINT uq_desk_notes_request UNIQUE (request)
);
INSERT INTO "desk_notes" VALUES(1,2,NULL,'Ask the tram’s owner.',1,'2026-11-30 03:10:00.000000','n1');
INSERT INTO "desk_notes" VALUES(2,2,7,'100 % sure',3,'2026-11-30 03:11:00.000000','n2');
CREATE TABLE desk_rules (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rule VARCHAR(80) NOT NULL, 
	revision INTEGER NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	said TEXT NOT NULL, 
	seen DATETIME NOT NULL, 
	CONSTRAINT uq_desk_rules_rule_revision_digest UNIQUE (rule, revision, digest)
);
INSERT INTO "desk_rules" VALUES(1,'house.shame',2,'4d6f9a3a1c5b7e9f00112233445566778899aabbccddeeff0123456789abcdef','{"rule": "house.shame"}','2026-11-30 03:05:00.000000');
CREATE TABLE desk_sessions (
	token_digest VARCHAR(64) NOT NULL, 
	editor INTEGER NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT pk_desk_sessions PRIMARY KEY (token_digest), 
	CONSTRAINT fk_desk_sessions_editor FOREIGN KEY(editor) REFERENCES desk_editors (id)
);
INSERT INTO "desk_sessions" VALUES('a72aeacca14112312c0b517396a4fcbfc87504876065d9d6de85a07eb3465278',1,'2999-01-02 03:04:05.000000');
CREATE TABLE desk_statements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	article INTEGER NOT NULL, 
	speaker TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	form TEXT NOT NULL, 
	act TEXT NOT NULL, 
	verb TEXT NOT NULL, 
	manner TEXT NOT NULL, 
	words INTEGER NOT NULL, 
	quoted_words INTEGER NOT NULL, 
	sentence INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	CONSTRAINT fk_desk_statements_article FOREIGN KEY(article) REFERENCES desk_articles (id)
);
INSERT INTO "desk_statements" VALUES(1,2,'the mayor','','reported','said','say','neutral',3,0,1,16,29);
CREATE TABLE desk_trail (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	editor INTEGER, 
	act VARCHAR(30) NOT NULL, 
	subject VARCHAR(60) NOT NULL, 
	detail TEXT NOT NULL, 
	CONSTRAINT fk_desk_trail_editor FOREIGN KEY(editor) REFERENCES desk_editors (id)
);
INSERT INTO "desk_trail" VALUES(1,'2026-11-30 03:04:05.000006',1,'joined','editor:1','{"role": "admin"}');
INSERT INTO "desk_trail" VALUES(5,'2026-11-30 03:14:00.000000',NULL,'role','editor:3','{"role": "waiting"}');
CREATE TABLE slant_desk_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT slant_desk_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "slant_desk_version" VALUES('0001');
CREATE UNIQUE INDEX uq_desk_articles_digest ON desk_articles (digest) WHERE NOT removed;
CREATE INDEX ix_desk_statements_article ON desk_statements (article);
CREATE INDEX ix_desk_notes_article ON desk_notes (article);
CREATE INDEX ix_desk_flags_article ON desk_flags (article, start, state);
CREATE INDEX ix_desk_flags_queue ON desk_flags (state, kind_rank, severity_rank, certainty DESC, article, start, id, held_back);
CREATE INDEX ix_desk_flags_check ON desk_flags ("check", state, severity_rank, certainty DESC, article, start, id, held_back);
CREATE TRIGGER desk_decisions_no_update BEFORE UPDATE ON desk_decisions BEGIN SELECT RAISE(ABORT, 'rows of desk_decisions are only ever added'); END;
CREATE TRIGGER desk_decisions_no_delete BEFORE DELETE ON desk_decisions BEGIN SELECT RAISE(ABORT, 'rows of desk_decisions are only ever added'); END;
CREATE TRIGGER desk_trail_no_update BEFORE UPDATE ON desk_trail BEGIN SELECT RAISE(ABORT, 'rows of desk_trail are only ever added'); END;
CREATE TRIGGER desk_trail_no_delete BEFORE DELETE ON desk_trail BEGIN SELECT RAISE(ABORT, 'rows of desk_trail are only ever added'); END;
CREATE TRIGGER desk_fits_no_update BEFORE UPDATE ON desk_fits BEGIN SELECT RAISE(ABORT, 'rows of desk_fits are only ever added'); END;
CREATE TRIGGER desk_fits_no_delete BEFORE DELETE ON desk_fits BEGIN SELECT RAISE(ABORT, 'rows of desk_fits are only ever added'); END;
CREATE TRIGGER desk_fits_used_no_update BEFORE UPDATE ON desk_fits_used BEGIN SELECT RAISE(ABORT, 'rows of desk_fits_used are only ever added'); END;
CREATE TRIGGER desk_fits_used_no_delete BEFORE DELETE ON desk_fits_used BEGIN SELECT RAISE(ABORT, 'rows of desk_fits_used are only ever added'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('desk_editors',3);
INSERT INTO "sqlite_sequence" VALUES('desk_models',1);
INSERT INTO "sqlite_sequence" VALUES('desk_articles',2);
INSERT INTO "sqlite_sequence" VALUES('desk_statements',1);
INSERT INTO "sqlite_sequence" VALUES('desk_rules',1);
INSERT INTO "sqlite_sequence" VALUES('desk_flags',7);
INSERT INTO "sqlite_sequence" VALUES('desk_decisions',4);
INSERT INTO "sqlite_sequence" VALUES('desk_notes',2);
INSERT INTO "sqlite_sequence" VALUES('desk_fits',1);
INSERT INTO "sqlite_sequence" VALUES('desk_fits_used',2);
INSERT INTO "sqlite_sequence" VALUES('desk_trail',5);
COMMIT;
