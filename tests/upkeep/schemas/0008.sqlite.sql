BEGIN TRANSACTION;
CREATE TABLE account (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT fk_account_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_account_owner_id_uid UNIQUE (owner_id, uid)
);
INSERT INTO "account" VALUES(1,'01a219ac-9c89-7cbc-b974-26aa1d403db3',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE answer (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	round_id INTEGER, 
	body TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	origin VARCHAR(8) NOT NULL, 
	settled_at DATETIME NOT NULL, 
	outcome VARCHAR(8), 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT fk_answer_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_answer_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_answer_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_answer_workbook_id_question_id_question FOREIGN KEY(workbook_id, question_id) REFERENCES question (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_answer_workbook_id_round_id_round FOREIGN KEY(workbook_id, round_id) REFERENCES round (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT ck_answer_version CHECK (version >= 0), 
	CONSTRAINT ck_answer_body CHECK (length(body) <= 100000), 
	CONSTRAINT ck_answer_origin CHECK (origin IN ('page', 'import', 'restore')), 
	CONSTRAINT ck_answer_outcome CHECK (outcome IN ('answered', 'evaded', 'later')), 
	CONSTRAINT uq_answer_workbook_id_id UNIQUE (workbook_id, id)
);
INSERT INTO "answer" VALUES(1,'01a219ac-9dc9-76d9-935a-16271708ed25',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,1,NULL,'Ten by now.
One leaves in spring.',2,15,15,'page','2026-11-26 21:04:32.000000',NULL);
INSERT INTO "answer" VALUES(2,'01a219ac-9e4e-7bf3-a173-917cede9395a',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,2,NULL,'The head of data — 她决定一切。',1,NULL,NULL,'page','2026-11-26 21:04:32.000000',NULL);
INSERT INTO "answer" VALUES(3,'01a219ac-a0cb-7fdc-aef9-ea6ae82713a1',1,'2026-11-26 21:04:33.000000','2026-11-27 07:30:29.000000',1,1,1,'In the round they said eleven.',1,NULL,NULL,'page','2026-11-26 21:04:33.000000','answered');
INSERT INTO "answer" VALUES(4,'01a21be9-b0da-7095-83be-0d62170df126',1,'2026-11-27 07:30:29.000000','2026-11-27 07:30:29.000000',1,2,1,'',0,NULL,NULL,'page','2026-11-27 07:30:29.000000','evaded');
CREATE TABLE "conflict" (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	noun VARCHAR(16) NOT NULL, 
	row_id INTEGER NOT NULL, 
	field VARCHAR(8) NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_conflict PRIMARY KEY (id), 
	CONSTRAINT ck_conflict_field CHECK (field IN ('body', 'evidence', 'notes', 'wording')), 
	CONSTRAINT fk_conflict_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_conflict_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_conflict_owner_id_uid UNIQUE (owner_id, uid)
);
INSERT INTO "conflict" VALUES(1,'01a21a87-5021-7aa6-b51a-6dca0404565b',1,'2026-11-27 01:03:25.000000','2026-11-27 01:03:25.000000',1,'answer',1,'body',1,'Said on the other page','');
CREATE TABLE contradiction (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	answer_id INTEGER NOT NULL, 
	other_id INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_contradiction PRIMARY KEY (id), 
	CONSTRAINT fk_contradiction_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_contradiction_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_contradiction_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_contradiction_workbook_id_answer_id_answer FOREIGN KEY(workbook_id, answer_id) REFERENCES answer (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_contradiction_workbook_id_other_id_answer FOREIGN KEY(workbook_id, other_id) REFERENCES answer (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT ck_contradiction_order CHECK (answer_id < other_id), 
	CONSTRAINT ck_contradiction_version CHECK (version >= 0), 
	CONSTRAINT ck_contradiction_note CHECK (length(note) <= 10000), 
	CONSTRAINT uq_contradiction_answer_id_other_id UNIQUE (answer_id, other_id)
);
CREATE TABLE goal (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	horizon VARCHAR(8), 
	done BOOLEAN NOT NULL, 
	done_at DATETIME, 
	due_on DATE, 
	notes TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_goal_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_goal_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_goal_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, notes_version INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_goal_notes_version CHECK (notes_version >= 0), notes_origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_goal_notes_origin CHECK (notes_origin IN ('page', 'import', 'restore')), notes_settled_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_goal PRIMARY KEY (id), 
	CONSTRAINT ck_goal_horizon CHECK (horizon IN ('short', 'mid', 'long')), 
	CONSTRAINT fk_goal_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_goal_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_goal_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_goal_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_goal_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
INSERT INTO "goal" VALUES(1,'01a219ac-9dc9-7072-8a3b-f0be948f05d8',1,'2026-11-26 21:04:32.000000','2026-11-26 22:34:39.000000',1,6,12884901888,28,28,'Learn Go','short',1,'2026-11-26 21:04:33.000000',NULL,'',2,1,'import','2026-11-26 21:04:32.000000',0,'import','2026-11-26 21:04:32.000000');
INSERT INTO "goal" VALUES(2,'01a219ac-9dc9-757f-b38e-7947eb2befc5',1,'2026-11-26 21:04:32.000000','2026-11-26 22:34:39.000000',1,6,15032385536,30,30,'Ask for references','short',1,NULL,NULL,'',2,1,'import','2026-11-26 21:04:32.000000',0,'import','2026-11-26 21:04:32.000000');
CREATE TABLE goal_reason (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	goal_id INTEGER NOT NULL, 
	requirement_id INTEGER, 
	strength_id INTEGER, 
	question_id INTEGER, 
	CONSTRAINT pk_goal_reason PRIMARY KEY (id), 
	CONSTRAINT fk_goal_reason_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_reason_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_goal_reason_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_goal_reason_workbook_id_goal_id_goal FOREIGN KEY(workbook_id, goal_id) REFERENCES goal (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_reason_workbook_id_requirement_id_requirement FOREIGN KEY(workbook_id, requirement_id) REFERENCES requirement (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_reason_workbook_id_strength_id_strength FOREIGN KEY(workbook_id, strength_id) REFERENCES strength (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_reason_workbook_id_question_id_question FOREIGN KEY(workbook_id, question_id) REFERENCES question (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT ck_goal_reason_one CHECK ((CASE WHEN requirement_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN strength_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN question_id IS NULL THEN 0 ELSE 1 END) = 1)
);
CREATE TABLE info (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	label TEXT NOT NULL, 
	value TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_info_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_info_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_info_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_info PRIMARY KEY (id), 
	CONSTRAINT fk_info_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_info_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_info_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_info_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_info_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_info_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
CREATE TABLE interviewer (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	round_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	CONSTRAINT pk_interviewer PRIMARY KEY (id), 
	CONSTRAINT fk_interviewer_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_interviewer_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_interviewer_round_id_round FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
);
CREATE TABLE mark (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	signal_id INTEGER NOT NULL, 
	round_id INTEGER, 
	checked BOOLEAN, 
	evidence TEXT NOT NULL, 
	version INTEGER NOT NULL, origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_mark_origin CHECK (origin IN ('page', 'import', 'restore')), settled_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_mark PRIMARY KEY (id), 
	CONSTRAINT fk_mark_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_mark_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT ck_mark_evidence CHECK (length(evidence) <= 10000), 
	CONSTRAINT ck_mark_version CHECK (version >= 0), 
	CONSTRAINT fk_mark_workbook_id_signal_id_signal FOREIGN KEY(workbook_id, signal_id) REFERENCES signal (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_mark_workbook_id_round_id_round FOREIGN KEY(workbook_id, round_id) REFERENCES round (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_mark_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE
);
INSERT INTO "mark" VALUES(1,'01a219ac-9de2-7d98-83d8-799f09cfa6ba',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,3,NULL,1,'',0,'import','2026-11-26 21:04:32.000000');
INSERT INTO "mark" VALUES(2,'01a219ac-a0d8-738a-9b53-307534be96c9',1,'2026-11-26 21:04:33.000000','2026-11-26 21:04:33.000000',1,1,1,1,'They asked Mina in.',1,'page','2026-11-26 21:04:33.000000');
CREATE TABLE pick (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	minutes INTEGER, 
	CONSTRAINT pk_pick PRIMARY KEY (id), 
	CONSTRAINT fk_pick_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pick_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pick_workbook_id_question_id_question FOREIGN KEY(workbook_id, question_id) REFERENCES question (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT fk_pick_workbook_id_round_id_round FOREIGN KEY(workbook_id, round_id) REFERENCES round (workbook_id, id) ON DELETE CASCADE, 
	CONSTRAINT uq_pick_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT uq_pick_round_id_question_id UNIQUE (round_id, question_id), 
	CONSTRAINT ck_pick_minutes CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440)
);
INSERT INTO "pick" VALUES(1,'01a21be9-b0c1-73d4-8510-c4f4f8e430a8',1,'2026-11-27 07:30:29.000000','2026-11-27 07:30:29.000000',1,2,1,0,NULL);
INSERT INTO "pick" VALUES(2,'01a21be9-b0c7-7bb8-b604-082a723a0e49',1,'2026-11-27 07:30:29.000000','2026-11-27 07:30:29.000000',1,1,1,1,4);
CREATE TABLE pitch_point (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	note TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_pitch_point_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_pitch_point_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_pitch_point_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_pitch_point PRIMARY KEY (id), 
	CONSTRAINT fk_pitch_point_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_pitch_point_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_pitch_point_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_pitch_point_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_pitch_point_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_pitch_point_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
CREATE TABLE question (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	number VARCHAR(64), 
	text TEXT NOT NULL, 
	direction VARCHAR(8) NOT NULL, 
	priority INTEGER, 
	audience JSON NOT NULL, 
	asked BOOLEAN, removal_id INTEGER CONSTRAINT fk_question_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_question_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_question_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (id), 
	CONSTRAINT ck_question_direction CHECK (direction IN ('ask', 'answer')), 
	CONSTRAINT ck_question_priority CHECK (priority IS NULL OR priority BETWEEN 1 AND 3), 
	CONSTRAINT fk_question_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_question_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_question_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_question_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_question_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_question_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
INSERT INTO "question" VALUES(1,'01a219ac-9dc9-70f9-a814-eba6b2263a4e',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,4,4294967296,13,13,'1','How big is the team?','ask',NULL,'[]',NULL,NULL,1,'import','2026-11-26 21:04:32.000000');
INSERT INTO "question" VALUES(2,'01a219ac-9dc9-7d7c-bb06-e5ff4c9cd831',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:33.000000',1,4,5368709120,17,17,'2','Who decides what gets built?','ask',NULL,'[]',NULL,NULL,2,'page','2026-11-26 21:04:33.000000');
INSERT INTO "question" VALUES(3,'01a219ac-9dc9-7571-8188-4132a90d53f2',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:33.000000',1,4,6442450944,18,18,'3','团队怎么做代码评审？','ask',NULL,'[]',NULL,1,1,'import','2026-11-26 21:04:32.000000');
CREATE TABLE removal (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	noun VARCHAR(16) NOT NULL, 
	label TEXT NOT NULL, 
	restored_at DATETIME, former VARCHAR(32), became JSON DEFAULT '{}' NOT NULL, section_id INTEGER CONSTRAINT fk_removal_section_id_section REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT pk_removal PRIMARY KEY (id), 
	CONSTRAINT fk_removal_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_removal_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_removal_owner_id_uid UNIQUE (owner_id, uid)
);
INSERT INTO "removal" VALUES(1,'01a219ac-a0ea-7018-a657-680c384dba90',1,'2026-11-26 21:04:33.000000','2026-11-26 21:04:33.000000',1,'question','团队怎么做代码评审？',NULL,NULL,'{}',NULL);
INSERT INTO "removal" VALUES(2,'01a219ff-1da9-7d18-9015-d54741e1292e',1,'2026-11-26 22:34:39.000000','2026-11-26 22:34:39.000000',1,'holding','Short-term goals (30 days)',NULL,'','{"01a219ac-9dc9-7072-8a3b-f0be948f05d8": "01a219ff-1ced-766e-ab5b-e7ffdbade530", "01a219ac-9dc9-757f-b38e-7947eb2befc5": "01a219ff-1ced-77c5-9585-294145f28a83"}',6);
CREATE TABLE requirement (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	status VARCHAR(16), 
	evidence TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_requirement_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_requirement_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_requirement_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_requirement PRIMARY KEY (id), 
	CONSTRAINT ck_requirement_status CHECK (status IN ('matched', 'learning', 'missing')), 
	CONSTRAINT fk_requirement_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_requirement_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_requirement_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_requirement_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_requirement_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_requirement_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
CREATE TABLE responsibility (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	note TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_responsibility_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_responsibility_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_responsibility_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_responsibility PRIMARY KEY (id), 
	CONSTRAINT fk_responsibility_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_responsibility_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_responsibility_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_responsibility_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_responsibility_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_responsibility_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
CREATE TABLE revision (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	noun VARCHAR(16) NOT NULL, 
	row_id INTEGER NOT NULL, 
	field VARCHAR(8) NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	note TEXT NOT NULL, 
	origin VARCHAR(8) NOT NULL, 
	written_at DATETIME NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (id), 
	CONSTRAINT fk_revision_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT fk_revision_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_revision_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT ck_revision_field CHECK (field IN ('body', 'evidence', 'notes', 'wording')), 
	CONSTRAINT ck_revision_origin CHECK (origin IN ('page', 'import', 'restore')), 
	CONSTRAINT uq_revision_noun_row_id_field_version UNIQUE (noun, row_id, field, version)
);
INSERT INTO "revision" VALUES(1,'01a219ac-9e42-7f26-bb45-d7f558da9297',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,'answer',1,'body',1,'Nine, says the site.','','import','2026-11-26 21:04:32.000000');
INSERT INTO "revision" VALUES(2,'01a219ac-a0f7-7b0b-a262-6186c1e51fca',1,'2026-11-26 21:04:33.000000','2026-11-26 21:04:33.000000',1,'question',2,'wording',1,'Who decides what is built?','','import','2026-11-26 21:04:32.000000');
CREATE TABLE round (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	scheduled_at DATETIME, 
	time_zone VARCHAR(64), 
	minutes INTEGER, 
	place TEXT NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	notes TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_round_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, notes_version INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_round_notes_version CHECK (notes_version >= 0), notes_origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_round_notes_origin CHECK (notes_origin IN ('page', 'import', 'restore')), notes_settled_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, started_at DATETIME, ask_minutes INTEGER CONSTRAINT ck_round_ask_minutes CHECK (ask_minutes IS NULL OR ask_minutes BETWEEN 1 AND 1440), each_minutes INTEGER CONSTRAINT ck_round_each_minutes CHECK (each_minutes IS NULL OR each_minutes BETWEEN 1 AND 1440), told TEXT DEFAULT '' NOT NULL CONSTRAINT ck_round_told CHECK (length(told) <= 10000), told_version INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_round_told_version CHECK (told_version >= 0), 
	CONSTRAINT pk_round PRIMARY KEY (id), 
	CONSTRAINT fk_round_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_round_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT ck_round_kind CHECK (kind IN ('hr', 'technical', 'manager', 'cross', 'executive', 'other')), 
	CONSTRAINT ck_round_state CHECK (state IN ('planned', 'live', 'debriefed')), 
	CONSTRAINT ck_round_minutes CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440), 
	CONSTRAINT fk_round_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT uq_round_workbook_id_id UNIQUE (workbook_id, id)
);
INSERT INTO "round" VALUES(1,'01a219ac-9e59-77be-bec0-d91c011fb608',1,'2026-11-26 21:04:32.000000','2026-11-27 07:30:29.000000',1,1024,'Second talk','technical','2026-02-03 13:00:00.000000','Europe/Zurich',NULL,'','live','Zoom',NULL,1,'page','2026-11-27 01:56:22.000000','2026-11-20 07:02:00.000000',12,3,'Notice: two months. 期望：面议',1);
CREATE TABLE section (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	parent_id INTEGER, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	level INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, removal_id INTEGER CONSTRAINT fk_section_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_section_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_section_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, direction VARCHAR(8) CONSTRAINT ck_section_direction CHECK (direction IN ('ask', 'answer')), polarity VARCHAR(8) CONSTRAINT ck_section_polarity CHECK (polarity IN ('positive', 'caution')), horizon VARCHAR(8) CONSTRAINT ck_section_horizon CHECK (horizon IN ('short', 'mid', 'long')), told VARCHAR(32), 
	CONSTRAINT pk_section PRIMARY KEY (id), 
	CONSTRAINT fk_section_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_section_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT ck_section_kind CHECK (kind IN ('document', 'info', 'responsibilities', 'requirements', 'strengths', 'transfers', 'questions', 'signals', 'pitch_points', 'goals', 'tasks', 'notes')), 
	CONSTRAINT ck_section_level CHECK (level >= 0 AND (level = 0) = (kind = 'document')), 
	CONSTRAINT ck_section_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line))), 
	CONSTRAINT fk_section_parent_id_section FOREIGN KEY(parent_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT fk_section_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE
);
INSERT INTO "section" VALUES(1,'01a219ac-9dc9-7fdc-abd4-8d88b35aa09c',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,NULL,0,'',0,'document','',NULL,NULL,NULL,1,'import','2026-11-26 21:04:32.000000',NULL,NULL,NULL,NULL);
INSERT INTO "section" VALUES(2,'01a219ac-9dc9-7514-928e-b825cd7ae76d',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,1,1073741824,'Data engineer at Lakeside',1,'notes','**Company**: Lakeside Rail
**Place**: Basel',1,1,NULL,1,'import','2026-11-26 21:04:32.000000',NULL,NULL,NULL,NULL);
INSERT INTO "section" VALUES(3,'01a219ac-9dc9-753e-801c-5e29f3ed76e0',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,2,2147483648,'What the job asks for',2,'notes','- ✅ **SQL** - nine years of it
- ❌ Kafka',6,6,NULL,1,'import','2026-11-26 21:04:32.000000',NULL,NULL,NULL,NULL);
INSERT INTO "section" VALUES(4,'01a219ac-9dc9-725b-831f-90b6746754e6',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,2,3221225472,'Questions to ask',2,'questions','',11,11,NULL,1,'import','2026-11-26 21:04:32.000000','ask',NULL,NULL,NULL);
INSERT INTO "section" VALUES(5,'01a219ac-9dc9-7d33-b0f1-ee91c0f1f1c1',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,2,7516192768,'Good signs',2,'signals','',20,20,NULL,1,'import','2026-11-26 21:04:32.000000',NULL,'positive',NULL,NULL);
INSERT INTO "section" VALUES(6,'01a219ac-9dc9-7b47-bbe4-bfe0be105863',1,'2026-11-26 21:04:32.000000','2026-11-26 22:34:39.000000',1,2,11811160064,'Short-term goals (30 days)',2,'tasks','',26,26,NULL,1,'import','2026-11-26 21:04:32.000000',NULL,NULL,NULL,'tasks');
INSERT INTO "section" VALUES(7,'01a219ac-9dc9-728b-ad7d-9adb54b9eebd',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,2,16106127360,'Notes',2,'notes','Bring the certificate.',32,32,NULL,1,'import','2026-11-26 21:04:32.000000',NULL,NULL,NULL,NULL);
CREATE TABLE signal (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	parent_id INTEGER, 
	text TEXT NOT NULL, 
	polarity VARCHAR(8) NOT NULL, 
	weight INTEGER NOT NULL, removal_id INTEGER CONSTRAINT fk_signal_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_signal_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_signal_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_signal PRIMARY KEY (id), 
	CONSTRAINT ck_signal_polarity CHECK (polarity IN ('positive', 'caution')), 
	CONSTRAINT ck_signal_weight CHECK (weight BETWEEN 0 AND 9), 
	CONSTRAINT fk_signal_parent_id_signal FOREIGN KEY(parent_id) REFERENCES signal (id) ON DELETE CASCADE, 
	CONSTRAINT fk_signal_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_signal_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_signal_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_signal_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_signal_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_signal_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
INSERT INTO "signal" VALUES(1,'01a219ac-9dc9-7021-8619-84a3745023cb',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,5,8589934592,22,22,NULL,'They let me talk to the team','positive',1,NULL,1,'import','2026-11-26 21:04:32.000000');
INSERT INTO "signal" VALUES(2,'01a219ac-9dc9-7a00-8635-0d2dc5594b7b',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,5,9663676416,23,23,1,'alone','positive',1,NULL,1,'import','2026-11-26 21:04:32.000000');
INSERT INTO "signal" VALUES(3,'01a219ac-9dc9-7ffd-b452-d59762cec60c',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,5,10737418240,24,24,NULL,'A clear process','positive',1,NULL,1,'import','2026-11-26 21:04:32.000000');
CREATE TABLE step (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	goal_id INTEGER, 
	task_id INTEGER, 
	parent_id INTEGER, 
	text TEXT NOT NULL, 
	done BOOLEAN NOT NULL, removal_id INTEGER CONSTRAINT fk_step_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_step_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_step_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_step PRIMARY KEY (id), 
	CONSTRAINT ck_step_goal_or_task CHECK ((goal_id IS NULL) <> (task_id IS NULL)), 
	CONSTRAINT fk_step_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE, 
	CONSTRAINT fk_step_parent_id_step FOREIGN KEY(parent_id) REFERENCES step (id) ON DELETE CASCADE, 
	CONSTRAINT fk_step_task_id_task FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE CASCADE, 
	CONSTRAINT fk_step_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_step_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_step_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_step_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_step_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_step_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
INSERT INTO "step" VALUES(1,'01a219ac-9dc9-722c-a09e-d9f8590502db',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000',1,6,13958643712,29,29,NULL,1,NULL,'read the tour',0,NULL,1,'import','2026-11-26 21:04:32.000000');
CREATE TABLE strength (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	note TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_strength_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_strength_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_strength_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_strength PRIMARY KEY (id), 
	CONSTRAINT fk_strength_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_strength_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_strength_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_strength_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_strength_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_strength_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
CREATE TABLE task (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	done BOOLEAN NOT NULL, removal_id INTEGER CONSTRAINT fk_task_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_task_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_task_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_task PRIMARY KEY (id), 
	CONSTRAINT fk_task_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_task_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_task_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_task_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_task_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_task_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
INSERT INTO "task" VALUES(1,'01a219ff-1ced-766e-ab5b-e7ffdbade530',1,'2026-11-26 22:34:39.000000','2026-11-26 22:34:39.000000',1,6,12884901888,28,28,'Learn Go',1,NULL,1,'import','2026-11-26 22:34:39.000000');
INSERT INTO "task" VALUES(2,'01a219ff-1ced-77c5-9585-294145f28a83',1,'2026-11-26 22:34:39.000000','2026-11-26 22:34:39.000000',1,6,15032385536,30,30,'Ask for references',1,NULL,1,'import','2026-11-26 22:34:39.000000');
CREATE TABLE transfer (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	workbook_id INTEGER NOT NULL, 
	section_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_line INTEGER, 
	last_line INTEGER, 
	text TEXT NOT NULL, 
	note TEXT NOT NULL, removal_id INTEGER CONSTRAINT fk_transfer_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE, version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_transfer_version CHECK (version >= 1), origin VARCHAR(8) DEFAULT 'page' NOT NULL CONSTRAINT ck_transfer_origin CHECK (origin IN ('page', 'import', 'restore')), worded_at DATETIME DEFAULT '1970-01-01 00:00:00' NOT NULL, 
	CONSTRAINT pk_transfer PRIMARY KEY (id), 
	CONSTRAINT fk_transfer_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_transfer_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT fk_transfer_workbook_id_workbook FOREIGN KEY(workbook_id) REFERENCES workbook (id) ON DELETE CASCADE, 
	CONSTRAINT fk_transfer_section_id_section FOREIGN KEY(section_id) REFERENCES section (id) ON DELETE CASCADE, 
	CONSTRAINT uq_transfer_workbook_id_id UNIQUE (workbook_id, id), 
	CONSTRAINT ck_transfer_first_line CHECK ((first_line IS NULL) = (last_line IS NULL) AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line)))
);
CREATE TABLE workbook (
	id INTEGER NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	owner_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	title TEXT NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	language VARCHAR(16), 
	source BLOB, 
	deleted_at DATETIME, gone JSON DEFAULT '[]' NOT NULL, encoding VARCHAR(16), 
	CONSTRAINT pk_workbook PRIMARY KEY (id), 
	CONSTRAINT fk_workbook_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_workbook_owner_id_uid UNIQUE (owner_id, uid), 
	CONSTRAINT ck_workbook_state CHECK (state IN ('preparing', 'interviewing', 'offer', 'accepted', 'declined', 'ghosted', 'archived'))
);
INSERT INTO "workbook" VALUES(1,'01a219ac-9dc9-75e7-9804-6f8895149179',1,'2026-11-26 21:04:32.000000','2026-11-26 21:04:32.000000','Data engineer at Lakeside','preparing','en',X'23204461746120656E67696E656572206174204C616B65736964650A0A2A2A436F6D70616E792A2A3A204C616B6573696465205261696C0A2A2A506C6163652A2A3A20426173656C0A0A2323205768617420746865206A6F622061736B7320666F720A0A2D20E29C85202A2A53514C2A2A202D206E696E65207965617273206F662069740A2D20E29D8C204B61666B610A0A2323205175657374696F6E7320746F2061736B0A0A312E20486F772062696720697320746865207465616D3F0A0A2020204E696E652C20736179732074686520736974652E0A0A322E2057686F20646563696465732077686174206973206275696C743F0A332E20E59BA2E9989FE6808EE4B988E5819AE4BBA3E7A081E8AF84E5AEA1EFBC9F0A0A232320476F6F64207369676E730A0A2D205B205D2054686579206C6574206D652074616C6B20746F20746865207465616D0A20202D205B205D20616C6F6E650A2D205B785D204120636C6561722070726F636573730A0A23232053686F72742D7465726D20676F616C73202833302064617973290A0A2D205B205D204C6561726E20476F0A20202D205B205D20726561642074686520746F75720A2D205B785D2041736B20666F72207265666572656E6365730A0A2323204E6F7465730A0A4272696E67207468652063657274696669636174652E0A',NULL,'[]',NULL);
CREATE INDEX ix_workbook_owner_id_deleted_at ON workbook (owner_id, deleted_at);
CREATE INDEX ix_round_owner_id_workbook_id_position ON round (owner_id, workbook_id, position);
CREATE INDEX ix_section_owner_id_workbook_id_position ON section (owner_id, workbook_id, position);
CREATE INDEX ix_goal_owner_id_workbook_id_position ON goal (owner_id, workbook_id, position);
CREATE INDEX ix_info_owner_id_workbook_id_position ON info (owner_id, workbook_id, position);
CREATE INDEX ix_interviewer_round_id ON interviewer (round_id);
CREATE INDEX ix_pitch_point_owner_id_workbook_id_position ON pitch_point (owner_id, workbook_id, position);
CREATE INDEX ix_question_owner_id_workbook_id_position ON question (owner_id, workbook_id, position);
CREATE INDEX ix_requirement_owner_id_workbook_id_position ON requirement (owner_id, workbook_id, position);
CREATE INDEX ix_responsibility_owner_id_workbook_id_position ON responsibility (owner_id, workbook_id, position);
CREATE INDEX ix_signal_owner_id_workbook_id_position ON signal (owner_id, workbook_id, position);
CREATE INDEX ix_strength_owner_id_workbook_id_position ON strength (owner_id, workbook_id, position);
CREATE INDEX ix_task_owner_id_workbook_id_position ON task (owner_id, workbook_id, position);
CREATE INDEX ix_transfer_owner_id_workbook_id_position ON transfer (owner_id, workbook_id, position);
CREATE INDEX ix_mark_owner_id_workbook_id ON mark (owner_id, workbook_id);
CREATE UNIQUE INDEX uq_mark_in_round ON mark (signal_id, round_id) WHERE round_id IS NOT NULL;
CREATE UNIQUE INDEX uq_mark_outside ON mark (signal_id) WHERE round_id IS NULL;
CREATE INDEX ix_step_owner_id_workbook_id_position ON step (owner_id, workbook_id, position);
CREATE INDEX ix_step_goal_id ON step (goal_id);
CREATE INDEX ix_step_task_id ON step (task_id);
CREATE INDEX ix_removal_owner_id_workbook_id ON removal (owner_id, workbook_id);
CREATE INDEX ix_section_removal_id ON section (removal_id);
CREATE INDEX ix_goal_removal_id ON goal (removal_id);
CREATE INDEX ix_goal_section_id_position ON goal (section_id, position);
CREATE INDEX ix_info_removal_id ON info (removal_id);
CREATE INDEX ix_info_section_id_position ON info (section_id, position);
CREATE INDEX ix_pitch_point_removal_id ON pitch_point (removal_id);
CREATE INDEX ix_pitch_point_section_id_position ON pitch_point (section_id, position);
CREATE INDEX ix_question_removal_id ON question (removal_id);
CREATE INDEX ix_question_section_id_position ON question (section_id, position);
CREATE INDEX ix_requirement_removal_id ON requirement (removal_id);
CREATE INDEX ix_requirement_section_id_position ON requirement (section_id, position);
CREATE INDEX ix_responsibility_removal_id ON responsibility (removal_id);
CREATE INDEX ix_responsibility_section_id_position ON responsibility (section_id, position);
CREATE INDEX ix_signal_removal_id ON signal (removal_id);
CREATE INDEX ix_signal_section_id_position ON signal (section_id, position);
CREATE INDEX ix_step_removal_id ON step (removal_id);
CREATE INDEX ix_step_section_id_position ON step (section_id, position);
CREATE INDEX ix_strength_removal_id ON strength (removal_id);
CREATE INDEX ix_strength_section_id_position ON strength (section_id, position);
CREATE INDEX ix_task_removal_id ON task (removal_id);
CREATE INDEX ix_task_section_id_position ON task (section_id, position);
CREATE INDEX ix_transfer_removal_id ON transfer (removal_id);
CREATE INDEX ix_transfer_section_id_position ON transfer (section_id, position);
CREATE INDEX ix_revision_owner_id_workbook_id ON revision (owner_id, workbook_id);
CREATE INDEX ix_goal_reason_goal_id ON goal_reason (goal_id);
CREATE INDEX ix_goal_reason_owner_id_workbook_id ON goal_reason (owner_id, workbook_id);
CREATE INDEX ix_removal_section_id ON removal (section_id);
CREATE INDEX ix_conflict_owner_id_workbook_id ON "conflict" (owner_id, workbook_id);
CREATE INDEX ix_conflict_workbook_id_noun_row_id ON "conflict" (workbook_id, noun, row_id);
CREATE INDEX ix_round_removal_id ON round (removal_id);
CREATE INDEX ix_answer_owner_id_workbook_id ON answer (owner_id, workbook_id);
CREATE UNIQUE INDEX uq_answer_in_round ON answer (question_id, round_id) WHERE round_id IS NOT NULL;
CREATE UNIQUE INDEX uq_answer_outside ON answer (question_id) WHERE round_id IS NULL;
CREATE INDEX ix_contradiction_owner_id_workbook_id ON contradiction (owner_id, workbook_id);
CREATE INDEX ix_contradiction_other_id ON contradiction (other_id);
CREATE INDEX ix_pick_owner_id_workbook_id ON pick (owner_id, workbook_id);
CREATE INDEX ix_pick_question_id ON pick (question_id);
COMMIT;
