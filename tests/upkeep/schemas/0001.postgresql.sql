CREATE TABLE public.account (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.account_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.account_id_seq OWNED BY public.account.id;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.answer (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    question_id integer NOT NULL,
    round_id integer,
    body text NOT NULL,
    version integer NOT NULL,
    first_line integer,
    last_line integer,
    CONSTRAINT ck_answer_body CHECK ((length(body) <= 100000)),
    CONSTRAINT ck_answer_version CHECK ((version >= 1))
);
CREATE SEQUENCE public.answer_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.answer_id_seq OWNED BY public.answer.id;
CREATE TABLE public.answer_revision (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    answer_id integer NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    origin character varying(8) NOT NULL,
    CONSTRAINT ck_answer_revision_origin CHECK (((origin)::text = ANY ((ARRAY['page'::character varying, 'import'::character varying, 'restore'::character varying])::text[])))
);
CREATE SEQUENCE public.answer_revision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.answer_revision_id_seq OWNED BY public.answer_revision.id;
CREATE TABLE public.goal (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    horizon character varying(8),
    done boolean NOT NULL,
    done_at timestamp with time zone,
    due_on date,
    notes text NOT NULL,
    CONSTRAINT ck_goal_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_goal_horizon CHECK (((horizon)::text = ANY ((ARRAY['short'::character varying, 'mid'::character varying, 'long'::character varying])::text[])))
);
CREATE SEQUENCE public.goal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.goal_id_seq OWNED BY public.goal.id;
CREATE TABLE public.info (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    label text NOT NULL,
    value text NOT NULL,
    CONSTRAINT ck_info_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line)))))
);
CREATE SEQUENCE public.info_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.info_id_seq OWNED BY public.info.id;
CREATE TABLE public.interviewer (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    round_id integer NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    role text NOT NULL
);
CREATE SEQUENCE public.interviewer_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.interviewer_id_seq OWNED BY public.interviewer.id;
CREATE TABLE public.mark (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    signal_id integer NOT NULL,
    round_id integer,
    checked boolean,
    evidence text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT ck_mark_evidence CHECK ((length(evidence) <= 10000)),
    CONSTRAINT ck_mark_version CHECK ((version >= 0))
);
CREATE SEQUENCE public.mark_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mark_id_seq OWNED BY public.mark.id;
CREATE TABLE public.pitch_point (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    CONSTRAINT ck_pitch_point_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line)))))
);
CREATE SEQUENCE public.pitch_point_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.pitch_point_id_seq OWNED BY public.pitch_point.id;
CREATE TABLE public.question (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    number character varying(64),
    text text NOT NULL,
    direction character varying(8) NOT NULL,
    priority integer,
    audience json NOT NULL,
    asked boolean,
    CONSTRAINT ck_question_direction CHECK (((direction)::text = ANY ((ARRAY['ask'::character varying, 'answer'::character varying])::text[]))),
    CONSTRAINT ck_question_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_question_priority CHECK (((priority IS NULL) OR ((priority >= 1) AND (priority <= 3))))
);
CREATE SEQUENCE public.question_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.question_id_seq OWNED BY public.question.id;
CREATE TABLE public.requirement (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    status character varying(16),
    evidence text NOT NULL,
    CONSTRAINT ck_requirement_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_requirement_status CHECK (((status)::text = ANY ((ARRAY['matched'::character varying, 'learning'::character varying, 'missing'::character varying])::text[])))
);
CREATE SEQUENCE public.requirement_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.requirement_id_seq OWNED BY public.requirement.id;
CREATE TABLE public.responsibility (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    CONSTRAINT ck_responsibility_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line)))))
);
CREATE SEQUENCE public.responsibility_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.responsibility_id_seq OWNED BY public.responsibility.id;
CREATE TABLE public.round (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    kind character varying(16) NOT NULL,
    scheduled_at timestamp with time zone,
    time_zone character varying(64),
    minutes integer,
    place text NOT NULL,
    state character varying(16) NOT NULL,
    notes text NOT NULL,
    CONSTRAINT ck_round_kind CHECK (((kind)::text = ANY ((ARRAY['hr'::character varying, 'technical'::character varying, 'manager'::character varying, 'cross'::character varying, 'executive'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT ck_round_minutes CHECK (((minutes IS NULL) OR ((minutes >= 1) AND (minutes <= 1440)))),
    CONSTRAINT ck_round_state CHECK (((state)::text = ANY ((ARRAY['planned'::character varying, 'live'::character varying, 'debriefed'::character varying])::text[])))
);
CREATE SEQUENCE public.round_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.round_id_seq OWNED BY public.round.id;
CREATE TABLE public.section (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    parent_id integer,
    "position" integer NOT NULL,
    title text NOT NULL,
    level integer NOT NULL,
    kind character varying(16) NOT NULL,
    text text NOT NULL,
    first_line integer,
    last_line integer,
    CONSTRAINT ck_section_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_section_kind CHECK (((kind)::text = ANY ((ARRAY['document'::character varying, 'info'::character varying, 'responsibilities'::character varying, 'requirements'::character varying, 'strengths'::character varying, 'transfers'::character varying, 'questions'::character varying, 'signals'::character varying, 'pitch_points'::character varying, 'goals'::character varying, 'tasks'::character varying, 'notes'::character varying])::text[]))),
    CONSTRAINT ck_section_level CHECK (((level >= 0) AND ((level = 0) = ((kind)::text = 'document'::text))))
);
CREATE SEQUENCE public.section_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.section_id_seq OWNED BY public.section.id;
CREATE TABLE public.signal (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    parent_id integer,
    text text NOT NULL,
    polarity character varying(8) NOT NULL,
    weight integer NOT NULL,
    CONSTRAINT ck_signal_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_signal_polarity CHECK (((polarity)::text = ANY ((ARRAY['positive'::character varying, 'caution'::character varying])::text[]))),
    CONSTRAINT ck_signal_weight CHECK (((weight >= 0) AND (weight <= 9)))
);
CREATE SEQUENCE public.signal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.signal_id_seq OWNED BY public.signal.id;
CREATE TABLE public.step (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    goal_id integer,
    task_id integer,
    parent_id integer,
    text text NOT NULL,
    done boolean NOT NULL,
    CONSTRAINT ck_step_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_step_goal_or_task CHECK (((goal_id IS NULL) <> (task_id IS NULL)))
);
CREATE SEQUENCE public.step_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.step_id_seq OWNED BY public.step.id;
CREATE TABLE public.strength (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    CONSTRAINT ck_strength_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line)))))
);
CREATE SEQUENCE public.strength_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.strength_id_seq OWNED BY public.strength.id;
CREATE TABLE public.task (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    done boolean NOT NULL,
    CONSTRAINT ck_task_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line)))))
);
CREATE SEQUENCE public.task_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.task_id_seq OWNED BY public.task.id;
CREATE TABLE public.transfer (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" integer NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    CONSTRAINT ck_transfer_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line)))))
);
CREATE SEQUENCE public.transfer_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.transfer_id_seq OWNED BY public.transfer.id;
CREATE TABLE public.workbook (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    title text NOT NULL,
    state character varying(16) NOT NULL,
    language character varying(16),
    source bytea,
    deleted_at timestamp with time zone,
    CONSTRAINT ck_workbook_state CHECK (((state)::text = ANY ((ARRAY['preparing'::character varying, 'interviewing'::character varying, 'offer'::character varying, 'accepted'::character varying, 'declined'::character varying, 'ghosted'::character varying, 'archived'::character varying])::text[])))
);
CREATE SEQUENCE public.workbook_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.workbook_id_seq OWNED BY public.workbook.id;
ALTER TABLE ONLY public.account ALTER COLUMN id SET DEFAULT nextval('public.account_id_seq'::regclass);
ALTER TABLE ONLY public.answer ALTER COLUMN id SET DEFAULT nextval('public.answer_id_seq'::regclass);
ALTER TABLE ONLY public.answer_revision ALTER COLUMN id SET DEFAULT nextval('public.answer_revision_id_seq'::regclass);
ALTER TABLE ONLY public.goal ALTER COLUMN id SET DEFAULT nextval('public.goal_id_seq'::regclass);
ALTER TABLE ONLY public.info ALTER COLUMN id SET DEFAULT nextval('public.info_id_seq'::regclass);
ALTER TABLE ONLY public.interviewer ALTER COLUMN id SET DEFAULT nextval('public.interviewer_id_seq'::regclass);
ALTER TABLE ONLY public.mark ALTER COLUMN id SET DEFAULT nextval('public.mark_id_seq'::regclass);
ALTER TABLE ONLY public.pitch_point ALTER COLUMN id SET DEFAULT nextval('public.pitch_point_id_seq'::regclass);
ALTER TABLE ONLY public.question ALTER COLUMN id SET DEFAULT nextval('public.question_id_seq'::regclass);
ALTER TABLE ONLY public.requirement ALTER COLUMN id SET DEFAULT nextval('public.requirement_id_seq'::regclass);
ALTER TABLE ONLY public.responsibility ALTER COLUMN id SET DEFAULT nextval('public.responsibility_id_seq'::regclass);
ALTER TABLE ONLY public.round ALTER COLUMN id SET DEFAULT nextval('public.round_id_seq'::regclass);
ALTER TABLE ONLY public.section ALTER COLUMN id SET DEFAULT nextval('public.section_id_seq'::regclass);
ALTER TABLE ONLY public.signal ALTER COLUMN id SET DEFAULT nextval('public.signal_id_seq'::regclass);
ALTER TABLE ONLY public.step ALTER COLUMN id SET DEFAULT nextval('public.step_id_seq'::regclass);
ALTER TABLE ONLY public.strength ALTER COLUMN id SET DEFAULT nextval('public.strength_id_seq'::regclass);
ALTER TABLE ONLY public.task ALTER COLUMN id SET DEFAULT nextval('public.task_id_seq'::regclass);
ALTER TABLE ONLY public.transfer ALTER COLUMN id SET DEFAULT nextval('public.transfer_id_seq'::regclass);
ALTER TABLE ONLY public.workbook ALTER COLUMN id SET DEFAULT nextval('public.workbook_id_seq'::regclass);
INSERT INTO public.account VALUES (1, '01a219ac-be14-75d5-a497-bfccfcae3fa1', 1, '2026-11-26 21:04:40+00', '2026-11-26 21:04:40+00');
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.answer VALUES (1, '01a219ac-be67-7788-9367-803d3015c22e', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 1, NULL, 'Ten by now.
One leaves in spring.', 2, 15, 15);
INSERT INTO public.answer VALUES (2, '01a219ac-bec1-72fa-9c8c-c8c592425e18', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 2, NULL, 'The head of data — 她决定一切。', 1, NULL, NULL);
INSERT INTO public.answer VALUES (3, '01a219ac-bfc2-7116-9260-cc618fc17c8a', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 1, 1, 'In the round they said eleven.', 1, NULL, NULL);
INSERT INTO public.answer_revision VALUES (1, '01a219ac-bebd-7af5-ad5a-3b20b57990af', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 1, 'Nine, says the site.', 'page');
INSERT INTO public.goal VALUES (2, '01a219ac-be67-73ff-b3cf-e4d3f6b59a59', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 6, 14336, 30, 30, 'Ask for references', 'short', true, NULL, NULL, '');
INSERT INTO public.goal VALUES (1, '01a219ac-be67-7c31-80de-418eaf1497b3', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 6, 12288, 28, 28, 'Learn Go', 'short', true, '2026-11-26 21:04:41+00', NULL, '');
INSERT INTO public.mark VALUES (1, '01a219ac-be89-743f-b968-1f3c1b2cd79f', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 3, NULL, true, '', 0);
INSERT INTO public.mark VALUES (2, '01a219ac-bfc9-7abf-82b6-b2b34f378854', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 1, 1, true, 'They asked Mina in.', 1);
INSERT INTO public.question VALUES (1, '01a219ac-be67-7584-a62c-cb5446f3c110', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 4, 4096, 13, 13, '1', 'How big is the team?', 'ask', NULL, '[]', NULL);
INSERT INTO public.question VALUES (2, '01a219ac-be67-7046-9ad1-4b1796541b1e', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 4, 5120, 17, 17, '2', 'Who decides what is built?', 'ask', NULL, '[]', NULL);
INSERT INTO public.question VALUES (3, '01a219ac-be67-7dca-a7f4-ef2120fe1884', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 4, 6144, 18, 18, '3', '团队怎么做代码评审？', 'ask', NULL, '[]', NULL);
INSERT INTO public.round VALUES (1, '01a219ac-bec3-7f50-a358-4a21b2cdeccd', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 1024, 'Second talk', 'technical', '2026-02-03 13:00:00+00', 'Europe/Zurich', NULL, '', 'planned', '');
INSERT INTO public.section VALUES (1, '01a219ac-be67-7f16-8c89-41e8fe4749b8', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, NULL, 0, '', 0, 'document', '', NULL, NULL);
INSERT INTO public.section VALUES (2, '01a219ac-be67-7401-b6b6-3d3303bc7940', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 1, 1024, 'Data engineer at Lakeside', 1, 'notes', '**Company**: Lakeside Rail
**Place**: Basel', 1, 1);
INSERT INTO public.section VALUES (3, '01a219ac-be67-7313-8e33-62ea209fb365', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 2, 2048, 'What the job asks for', 2, 'notes', '- ✅ **SQL** - nine years of it
- ❌ Kafka', 6, 6);
INSERT INTO public.section VALUES (4, '01a219ac-be67-7049-812e-91c8055bab72', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 2, 3072, 'Questions to ask', 2, 'questions', '', 11, 11);
INSERT INTO public.section VALUES (5, '01a219ac-be67-731b-87dd-b8960eaa4f41', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 2, 7168, 'Good signs', 2, 'signals', '', 20, 20);
INSERT INTO public.section VALUES (6, '01a219ac-be67-7340-accf-e8e177931172', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 2, 11264, 'Short-term goals (30 days)', 2, 'goals', '', 26, 26);
INSERT INTO public.section VALUES (7, '01a219ac-be67-7f77-8db4-2a135fd692a1', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 2, 15360, 'Notes', 2, 'notes', 'Bring the certificate.', 32, 32);
INSERT INTO public.signal VALUES (1, '01a219ac-be67-7f11-9e1c-d2d28e99d0a6', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 5, 8192, 22, 22, NULL, 'They let me talk to the team', 'positive', 1);
INSERT INTO public.signal VALUES (3, '01a219ac-be67-7a8b-a76d-be5c7dfb5973', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 5, 10240, 24, 24, NULL, 'A clear process', 'positive', 1);
INSERT INTO public.signal VALUES (2, '01a219ac-be67-73fe-b040-bd2a1c938796', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 5, 9216, 23, 23, 1, 'alone', 'positive', 1);
INSERT INTO public.step VALUES (1, '01a219ac-be67-7e89-9555-7dec6c3907cf', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 1, 6, 13312, 29, 29, 1, NULL, NULL, 'read the tour', false);
INSERT INTO public.workbook VALUES (1, '01a219ac-be67-771a-820a-b729f6bde2d7', 1, '2026-11-26 21:04:41+00', '2026-11-26 21:04:41+00', 'Data engineer at Lakeside', 'preparing', 'en', '\x23204461746120656e67696e656572206174204c616b65736964650a0a2a2a436f6d70616e792a2a3a204c616b6573696465205261696c0a2a2a506c6163652a2a3a20426173656c0a0a2323205768617420746865206a6f622061736b7320666f720a0a2d20e29c85202a2a53514c2a2a202d206e696e65207965617273206f662069740a2d20e29d8c204b61666b610a0a2323205175657374696f6e7320746f2061736b0a0a312e20486f772062696720697320746865207465616d3f0a0a2020204e696e652c20736179732074686520736974652e0a0a322e2057686f20646563696465732077686174206973206275696c743f0a332e20e59ba2e9989fe6808ee4b988e5819ae4bba3e7a081e8af84e5aea1efbc9f0a0a232320476f6f64207369676e730a0a2d205b205d2054686579206c6574206d652074616c6b20746f20746865207465616d0a20202d205b205d20616c6f6e650a2d205b785d204120636c6561722070726f636573730a0a23232053686f72742d7465726d20676f616c73202833302064617973290a0a2d205b205d204c6561726e20476f0a20202d205b205d20726561642074686520746f75720a2d205b785d2041736b20666f72207265666572656e6365730a0a2323204e6f7465730a0a4272696e67207468652063657274696669636174652e0a', NULL);
SELECT pg_catalog.setval('public.account_id_seq', 1, true);
SELECT pg_catalog.setval('public.answer_id_seq', 3, true);
SELECT pg_catalog.setval('public.answer_revision_id_seq', 1, true);
SELECT pg_catalog.setval('public.goal_id_seq', 2, true);
SELECT pg_catalog.setval('public.info_id_seq', 1, false);
SELECT pg_catalog.setval('public.interviewer_id_seq', 1, false);
SELECT pg_catalog.setval('public.mark_id_seq', 2, true);
SELECT pg_catalog.setval('public.pitch_point_id_seq', 1, false);
SELECT pg_catalog.setval('public.question_id_seq', 3, true);
SELECT pg_catalog.setval('public.requirement_id_seq', 1, false);
SELECT pg_catalog.setval('public.responsibility_id_seq', 1, false);
SELECT pg_catalog.setval('public.round_id_seq', 1, true);
SELECT pg_catalog.setval('public.section_id_seq', 7, true);
SELECT pg_catalog.setval('public.signal_id_seq', 3, true);
SELECT pg_catalog.setval('public.step_id_seq', 1, true);
SELECT pg_catalog.setval('public.strength_id_seq', 1, false);
SELECT pg_catalog.setval('public.task_id_seq', 1, false);
SELECT pg_catalog.setval('public.transfer_id_seq', 1, false);
SELECT pg_catalog.setval('public.workbook_id_seq', 1, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT pk_answer PRIMARY KEY (id);
ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT pk_answer_revision PRIMARY KEY (id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT pk_goal PRIMARY KEY (id);
ALTER TABLE ONLY public.info
    ADD CONSTRAINT pk_info PRIMARY KEY (id);
ALTER TABLE ONLY public.interviewer
    ADD CONSTRAINT pk_interviewer PRIMARY KEY (id);
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT pk_mark PRIMARY KEY (id);
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT pk_pitch_point PRIMARY KEY (id);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT pk_question PRIMARY KEY (id);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT pk_requirement PRIMARY KEY (id);
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT pk_responsibility PRIMARY KEY (id);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT pk_round PRIMARY KEY (id);
ALTER TABLE ONLY public.section
    ADD CONSTRAINT pk_section PRIMARY KEY (id);
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT pk_signal PRIMARY KEY (id);
ALTER TABLE ONLY public.step
    ADD CONSTRAINT pk_step PRIMARY KEY (id);
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT pk_strength PRIMARY KEY (id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT pk_task PRIMARY KEY (id);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT pk_transfer PRIMARY KEY (id);
ALTER TABLE ONLY public.workbook
    ADD CONSTRAINT pk_workbook PRIMARY KEY (id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT uq_answer_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT uq_answer_revision_answer_id_version UNIQUE (answer_id, version);
ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT uq_answer_revision_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT uq_goal_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT uq_goal_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.info
    ADD CONSTRAINT uq_info_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.info
    ADD CONSTRAINT uq_info_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.interviewer
    ADD CONSTRAINT uq_interviewer_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT uq_mark_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT uq_pitch_point_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT uq_pitch_point_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT uq_question_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT uq_question_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT uq_requirement_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT uq_requirement_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT uq_responsibility_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT uq_responsibility_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT uq_round_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT uq_round_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.section
    ADD CONSTRAINT uq_section_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT uq_signal_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT uq_signal_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.step
    ADD CONSTRAINT uq_step_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.step
    ADD CONSTRAINT uq_step_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT uq_strength_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT uq_strength_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT uq_task_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT uq_task_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT uq_transfer_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT uq_transfer_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.workbook
    ADD CONSTRAINT uq_workbook_owner_id_uid UNIQUE (owner_id, uid);
CREATE INDEX ix_answer_owner_id_workbook_id ON public.answer USING btree (owner_id, workbook_id);
CREATE INDEX ix_goal_owner_id_workbook_id_position ON public.goal USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_info_owner_id_workbook_id_position ON public.info USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_interviewer_round_id ON public.interviewer USING btree (round_id);
CREATE INDEX ix_mark_owner_id_workbook_id ON public.mark USING btree (owner_id, workbook_id);
CREATE INDEX ix_pitch_point_owner_id_workbook_id_position ON public.pitch_point USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_question_owner_id_workbook_id_position ON public.question USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_requirement_owner_id_workbook_id_position ON public.requirement USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_responsibility_owner_id_workbook_id_position ON public.responsibility USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_round_owner_id_workbook_id_position ON public.round USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_section_owner_id_workbook_id_position ON public.section USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_signal_owner_id_workbook_id_position ON public.signal USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_step_goal_id ON public.step USING btree (goal_id);
CREATE INDEX ix_step_owner_id_workbook_id_position ON public.step USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_step_task_id ON public.step USING btree (task_id);
CREATE INDEX ix_strength_owner_id_workbook_id_position ON public.strength USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_task_owner_id_workbook_id_position ON public.task USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_transfer_owner_id_workbook_id_position ON public.transfer USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_workbook_owner_id_deleted_at ON public.workbook USING btree (owner_id, deleted_at);
CREATE UNIQUE INDEX uq_answer_in_round ON public.answer USING btree (question_id, round_id) WHERE (round_id IS NOT NULL);
CREATE UNIQUE INDEX uq_answer_outside ON public.answer USING btree (question_id) WHERE (round_id IS NULL);
CREATE UNIQUE INDEX uq_mark_in_round ON public.mark USING btree (signal_id, round_id) WHERE (round_id IS NOT NULL);
CREATE UNIQUE INDEX uq_mark_outside ON public.mark USING btree (signal_id) WHERE (round_id IS NULL);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT fk_answer_revision_answer_id_answer FOREIGN KEY (answer_id) REFERENCES public.answer(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer_revision
    ADD CONSTRAINT fk_answer_revision_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_workbook_id_question_id_question FOREIGN KEY (workbook_id, question_id) REFERENCES public.question(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_workbook_id_round_id_round FOREIGN KEY (workbook_id, round_id) REFERENCES public.round(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.info
    ADD CONSTRAINT fk_info_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.info
    ADD CONSTRAINT fk_info_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.info
    ADD CONSTRAINT fk_info_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.interviewer
    ADD CONSTRAINT fk_interviewer_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.interviewer
    ADD CONSTRAINT fk_interviewer_round_id_round FOREIGN KEY (round_id) REFERENCES public.round(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT fk_mark_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT fk_mark_workbook_id_round_id_round FOREIGN KEY (workbook_id, round_id) REFERENCES public.round(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT fk_mark_workbook_id_signal_id_signal FOREIGN KEY (workbook_id, signal_id) REFERENCES public.signal(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT fk_mark_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_parent_id_section FOREIGN KEY (parent_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_parent_id_signal FOREIGN KEY (parent_id) REFERENCES public.signal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_goal_id_goal FOREIGN KEY (goal_id) REFERENCES public.goal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_parent_id_step FOREIGN KEY (parent_id) REFERENCES public.step(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_task_id_task FOREIGN KEY (task_id) REFERENCES public.task(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.workbook
    ADD CONSTRAINT fk_workbook_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
