BEGIN TRANSACTION;
CREATE TABLE classes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	code VARCHAR(6) NOT NULL, 
	word VARCHAR(20) NOT NULL, 
	key_digest VARCHAR(64) NOT NULL, 
	joining BOOLEAN NOT NULL, 
	wrong_words INTEGER NOT NULL, 
	seats_given INTEGER NOT NULL, 
	nickname_seed INTEGER NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	round INTEGER, 
	version INTEGER NOT NULL, 
	marks_version INTEGER NOT NULL, 
	opened DATETIME NOT NULL, 
	CONSTRAINT uq_classes_code UNIQUE (code)
);
INSERT INTO "classes" VALUES(3,'H7K2M9','pebble','a72aeacca14112312c0b517396a4fcbfc87504876065d9d6de85a07eb3465278',0,2,2,12345,'revealed',1,3,6,'2999-01-02 03:04:05.000000');
CREATE TABLE marked (
	class_id INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	pupil INTEGER NOT NULL, 
	sentence INTEGER NOT NULL, 
	loaded BOOLEAN NOT NULL, 
	reason VARCHAR(20) NOT NULL, 
	words TEXT NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_marked PRIMARY KEY (class_id, round, pupil, sentence), 
	CONSTRAINT fk_marked_pupils FOREIGN KEY(class_id, pupil) REFERENCES pupils (class_id, number) ON DELETE CASCADE, 
	CONSTRAINT fk_marked_rounds FOREIGN KEY(class_id, round) REFERENCES rounds (class_id, number) ON DELETE CASCADE
);
INSERT INTO "marked" VALUES(3,1,2,0,0,'','[]',4);
INSERT INTO "marked" VALUES(3,1,2,1,1,'hint','[[10, 15]]',5);
CREATE TABLE progress (
	class_id INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	pupil INTEGER NOT NULL, 
	finished BOOLEAN NOT NULL, 
	seen BOOLEAN NOT NULL, 
	CONSTRAINT pk_progress PRIMARY KEY (class_id, round, pupil), 
	CONSTRAINT fk_progress_pupils FOREIGN KEY(class_id, pupil) REFERENCES pupils (class_id, number) ON DELETE CASCADE, 
	CONSTRAINT fk_progress_rounds FOREIGN KEY(class_id, round) REFERENCES rounds (class_id, number) ON DELETE CASCADE
);
INSERT INTO "progress" VALUES(3,1,2,1,1);
CREATE TABLE pupils (
	class_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	nickname VARCHAR(40) NOT NULL, 
	token_digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_pupils PRIMARY KEY (class_id, number), 
	CONSTRAINT fk_pupils_classes FOREIGN KEY(class_id) REFERENCES classes (id) ON DELETE CASCADE, 
	CONSTRAINT uq_pupils_token_digest UNIQUE (token_digest)
);
INSERT INTO "pupils" VALUES(3,1,'Merry Heron','32c88f14c2dbae71da0cce92947ad2186e05f7e80fe31dd98da67d01942ee41e');
INSERT INTO "pupils" VALUES(3,2,'Patient Otter','35cd636e8867f0eb437685f97585e819937b2ebecefad9688e25f19f4158d9b1');
CREATE TABLE rounds (
	class_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	revealed BOOLEAN NOT NULL, 
	material TEXT NOT NULL, 
	CONSTRAINT pk_rounds PRIMARY KEY (class_id, number), 
	CONSTRAINT fk_rounds_classes FOREIGN KEY(class_id) REFERENCES classes (id) ON DELETE CASCADE
);
INSERT INTO "rounds" VALUES(3,1,'marking',1,'{"title":"Tram \u201c12\u201d \ud800","text":"The tram stops. It shames us. \u2713","lines":[[0,15,0,true],[16,29,0,true],[30,31,0,false]],"views":[]}');
CREATE TABLE slant_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT slant_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "slant_version" VALUES('0001');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('classes',3);
COMMIT;
