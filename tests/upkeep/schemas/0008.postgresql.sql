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
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    settled_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    outcome character varying(8),
    CONSTRAINT ck_answer_body CHECK ((length(body) <= 100000)),
    CONSTRAINT ck_answer_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_answer_outcome CHECK (((outcome)::text = ANY (ARRAY[('answered'::character varying)::text, ('evaded'::character varying)::text, ('later'::character varying)::text]))),
    CONSTRAINT ck_answer_version CHECK ((version >= 0))
);
CREATE SEQUENCE public.answer_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.answer_id_seq OWNED BY public.answer.id;
CREATE TABLE public.conflict (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    noun character varying(16) NOT NULL,
    row_id integer NOT NULL,
    field character varying(8) NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    note text NOT NULL,
    CONSTRAINT ck_conflict_field CHECK (((field)::text = ANY (ARRAY[('body'::character varying)::text, ('evidence'::character varying)::text, ('notes'::character varying)::text, ('wording'::character varying)::text])))
);
CREATE SEQUENCE public.conflict_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.conflict_id_seq OWNED BY public.conflict.id;
CREATE TABLE public.contradiction (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    answer_id integer NOT NULL,
    other_id integer NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT ck_contradiction_note CHECK ((length(note) <= 10000)),
    CONSTRAINT ck_contradiction_order CHECK ((answer_id < other_id)),
    CONSTRAINT ck_contradiction_version CHECK ((version >= 0))
);
CREATE SEQUENCE public.contradiction_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.contradiction_id_seq OWNED BY public.contradiction.id;
CREATE TABLE public.goal (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    horizon character varying(8),
    done boolean NOT NULL,
    done_at timestamp with time zone,
    due_on date,
    notes text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    notes_version integer DEFAULT 0 NOT NULL,
    notes_origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    notes_settled_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_goal_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_goal_horizon CHECK (((horizon)::text = ANY (ARRAY[('short'::character varying)::text, ('mid'::character varying)::text, ('long'::character varying)::text]))),
    CONSTRAINT ck_goal_notes_origin CHECK (((notes_origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_goal_notes_version CHECK ((notes_version >= 0)),
    CONSTRAINT ck_goal_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_goal_version CHECK ((version >= 1))
);
CREATE SEQUENCE public.goal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.goal_id_seq OWNED BY public.goal.id;
CREATE TABLE public.goal_reason (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    goal_id integer NOT NULL,
    requirement_id integer,
    strength_id integer,
    question_id integer,
    CONSTRAINT ck_goal_reason_one CHECK ((((
CASE
    WHEN (requirement_id IS NULL) THEN 0
    ELSE 1
END +
CASE
    WHEN (strength_id IS NULL) THEN 0
    ELSE 1
END) +
CASE
    WHEN (question_id IS NULL) THEN 0
    ELSE 1
END) = 1))
);
CREATE SEQUENCE public.goal_reason_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.goal_reason_id_seq OWNED BY public.goal_reason.id;
CREATE TABLE public.info (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    label text NOT NULL,
    value text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_info_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_info_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_info_version CHECK ((version >= 1))
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
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    settled_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_mark_evidence CHECK ((length(evidence) <= 10000)),
    CONSTRAINT ck_mark_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
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
CREATE TABLE public.pick (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    question_id integer NOT NULL,
    round_id integer NOT NULL,
    "position" integer NOT NULL,
    minutes integer,
    CONSTRAINT ck_pick_minutes CHECK (((minutes IS NULL) OR ((minutes >= 1) AND (minutes <= 1440))))
);
CREATE SEQUENCE public.pick_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.pick_id_seq OWNED BY public.pick.id;
CREATE TABLE public.pitch_point (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_pitch_point_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_pitch_point_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_pitch_point_version CHECK ((version >= 1))
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    number character varying(64),
    text text NOT NULL,
    direction character varying(8) NOT NULL,
    priority integer,
    audience json NOT NULL,
    asked boolean,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_question_direction CHECK (((direction)::text = ANY (ARRAY[('ask'::character varying)::text, ('answer'::character varying)::text]))),
    CONSTRAINT ck_question_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_question_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_question_priority CHECK (((priority IS NULL) OR ((priority >= 1) AND (priority <= 3)))),
    CONSTRAINT ck_question_version CHECK ((version >= 1))
);
CREATE SEQUENCE public.question_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.question_id_seq OWNED BY public.question.id;
CREATE TABLE public.removal (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    noun character varying(16) NOT NULL,
    label text NOT NULL,
    restored_at timestamp with time zone,
    former character varying(32),
    became json DEFAULT '{}'::json NOT NULL,
    section_id integer
);
CREATE SEQUENCE public.removal_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.removal_id_seq OWNED BY public.removal.id;
CREATE TABLE public.requirement (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    section_id integer NOT NULL,
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    status character varying(16),
    evidence text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_requirement_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_requirement_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_requirement_status CHECK (((status)::text = ANY (ARRAY[('matched'::character varying)::text, ('learning'::character varying)::text, ('missing'::character varying)::text]))),
    CONSTRAINT ck_requirement_version CHECK ((version >= 1))
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_responsibility_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_responsibility_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_responsibility_version CHECK ((version >= 1))
);
CREATE SEQUENCE public.responsibility_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.responsibility_id_seq OWNED BY public.responsibility.id;
CREATE TABLE public.revision (
    id integer NOT NULL,
    uid character varying(64) NOT NULL,
    owner_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    workbook_id integer NOT NULL,
    noun character varying(16) NOT NULL,
    row_id integer NOT NULL,
    field character varying(8) NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    note text NOT NULL,
    origin character varying(8) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_revision_field CHECK (((field)::text = ANY (ARRAY[('body'::character varying)::text, ('evidence'::character varying)::text, ('notes'::character varying)::text, ('wording'::character varying)::text]))),
    CONSTRAINT ck_revision_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text])))
);
CREATE SEQUENCE public.revision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.revision_id_seq OWNED BY public.revision.id;
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
    removal_id integer,
    notes_version integer DEFAULT 0 NOT NULL,
    notes_origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    notes_settled_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ask_minutes integer,
    each_minutes integer,
    told text DEFAULT ''::text NOT NULL,
    told_version integer DEFAULT 0 NOT NULL,
    CONSTRAINT ck_round_ask_minutes CHECK (((ask_minutes IS NULL) OR ((ask_minutes >= 1) AND (ask_minutes <= 1440)))),
    CONSTRAINT ck_round_each_minutes CHECK (((each_minutes IS NULL) OR ((each_minutes >= 1) AND (each_minutes <= 1440)))),
    CONSTRAINT ck_round_kind CHECK (((kind)::text = ANY (ARRAY[('hr'::character varying)::text, ('technical'::character varying)::text, ('manager'::character varying)::text, ('cross'::character varying)::text, ('executive'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT ck_round_minutes CHECK (((minutes IS NULL) OR ((minutes >= 1) AND (minutes <= 1440)))),
    CONSTRAINT ck_round_notes_origin CHECK (((notes_origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_round_notes_version CHECK ((notes_version >= 0)),
    CONSTRAINT ck_round_state CHECK (((state)::text = ANY (ARRAY[('planned'::character varying)::text, ('live'::character varying)::text, ('debriefed'::character varying)::text]))),
    CONSTRAINT ck_round_told CHECK ((length(told) <= 10000)),
    CONSTRAINT ck_round_told_version CHECK ((told_version >= 0))
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
    "position" bigint NOT NULL,
    title text NOT NULL,
    level integer NOT NULL,
    kind character varying(16) NOT NULL,
    text text NOT NULL,
    first_line integer,
    last_line integer,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    direction character varying(8),
    polarity character varying(8),
    horizon character varying(8),
    told character varying(32),
    CONSTRAINT ck_section_direction CHECK (((direction)::text = ANY (ARRAY[('ask'::character varying)::text, ('answer'::character varying)::text]))),
    CONSTRAINT ck_section_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_section_horizon CHECK (((horizon)::text = ANY (ARRAY[('short'::character varying)::text, ('mid'::character varying)::text, ('long'::character varying)::text]))),
    CONSTRAINT ck_section_kind CHECK (((kind)::text = ANY (ARRAY[('document'::character varying)::text, ('info'::character varying)::text, ('responsibilities'::character varying)::text, ('requirements'::character varying)::text, ('strengths'::character varying)::text, ('transfers'::character varying)::text, ('questions'::character varying)::text, ('signals'::character varying)::text, ('pitch_points'::character varying)::text, ('goals'::character varying)::text, ('tasks'::character varying)::text, ('notes'::character varying)::text]))),
    CONSTRAINT ck_section_level CHECK (((level >= 0) AND ((level = 0) = ((kind)::text = 'document'::text)))),
    CONSTRAINT ck_section_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_section_polarity CHECK (((polarity)::text = ANY (ARRAY[('positive'::character varying)::text, ('caution'::character varying)::text]))),
    CONSTRAINT ck_section_version CHECK ((version >= 1))
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    parent_id integer,
    text text NOT NULL,
    polarity character varying(8) NOT NULL,
    weight integer NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_signal_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_signal_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_signal_polarity CHECK (((polarity)::text = ANY (ARRAY[('positive'::character varying)::text, ('caution'::character varying)::text]))),
    CONSTRAINT ck_signal_version CHECK ((version >= 1)),
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    goal_id integer,
    task_id integer,
    parent_id integer,
    text text NOT NULL,
    done boolean NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_step_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_step_goal_or_task CHECK (((goal_id IS NULL) <> (task_id IS NULL))),
    CONSTRAINT ck_step_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_step_version CHECK ((version >= 1))
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_strength_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_strength_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_strength_version CHECK ((version >= 1))
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    done boolean NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_task_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_task_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_task_version CHECK ((version >= 1))
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
    "position" bigint NOT NULL,
    first_line integer,
    last_line integer,
    text text NOT NULL,
    note text NOT NULL,
    removal_id integer,
    version integer DEFAULT 1 NOT NULL,
    origin character varying(8) DEFAULT 'page'::character varying NOT NULL,
    worded_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    CONSTRAINT ck_transfer_first_line CHECK ((((first_line IS NULL) = (last_line IS NULL)) AND ((first_line IS NULL) OR ((first_line >= 1) AND (last_line >= first_line))))),
    CONSTRAINT ck_transfer_origin CHECK (((origin)::text = ANY (ARRAY[('page'::character varying)::text, ('import'::character varying)::text, ('restore'::character varying)::text]))),
    CONSTRAINT ck_transfer_version CHECK ((version >= 1))
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
    gone json DEFAULT '[]'::json NOT NULL,
    encoding character varying(16),
    CONSTRAINT ck_workbook_state CHECK (((state)::text = ANY (ARRAY[('preparing'::character varying)::text, ('interviewing'::character varying)::text, ('offer'::character varying)::text, ('accepted'::character varying)::text, ('declined'::character varying)::text, ('ghosted'::character varying)::text, ('archived'::character varying)::text])))
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
ALTER TABLE ONLY public.conflict ALTER COLUMN id SET DEFAULT nextval('public.conflict_id_seq'::regclass);
ALTER TABLE ONLY public.contradiction ALTER COLUMN id SET DEFAULT nextval('public.contradiction_id_seq'::regclass);
ALTER TABLE ONLY public.goal ALTER COLUMN id SET DEFAULT nextval('public.goal_id_seq'::regclass);
ALTER TABLE ONLY public.goal_reason ALTER COLUMN id SET DEFAULT nextval('public.goal_reason_id_seq'::regclass);
ALTER TABLE ONLY public.info ALTER COLUMN id SET DEFAULT nextval('public.info_id_seq'::regclass);
ALTER TABLE ONLY public.interviewer ALTER COLUMN id SET DEFAULT nextval('public.interviewer_id_seq'::regclass);
ALTER TABLE ONLY public.mark ALTER COLUMN id SET DEFAULT nextval('public.mark_id_seq'::regclass);
ALTER TABLE ONLY public.pick ALTER COLUMN id SET DEFAULT nextval('public.pick_id_seq'::regclass);
ALTER TABLE ONLY public.pitch_point ALTER COLUMN id SET DEFAULT nextval('public.pitch_point_id_seq'::regclass);
ALTER TABLE ONLY public.question ALTER COLUMN id SET DEFAULT nextval('public.question_id_seq'::regclass);
ALTER TABLE ONLY public.removal ALTER COLUMN id SET DEFAULT nextval('public.removal_id_seq'::regclass);
ALTER TABLE ONLY public.requirement ALTER COLUMN id SET DEFAULT nextval('public.requirement_id_seq'::regclass);
ALTER TABLE ONLY public.responsibility ALTER COLUMN id SET DEFAULT nextval('public.responsibility_id_seq'::regclass);
ALTER TABLE ONLY public.revision ALTER COLUMN id SET DEFAULT nextval('public.revision_id_seq'::regclass);
ALTER TABLE ONLY public.round ALTER COLUMN id SET DEFAULT nextval('public.round_id_seq'::regclass);
ALTER TABLE ONLY public.section ALTER COLUMN id SET DEFAULT nextval('public.section_id_seq'::regclass);
ALTER TABLE ONLY public.signal ALTER COLUMN id SET DEFAULT nextval('public.signal_id_seq'::regclass);
ALTER TABLE ONLY public.step ALTER COLUMN id SET DEFAULT nextval('public.step_id_seq'::regclass);
ALTER TABLE ONLY public.strength ALTER COLUMN id SET DEFAULT nextval('public.strength_id_seq'::regclass);
ALTER TABLE ONLY public.task ALTER COLUMN id SET DEFAULT nextval('public.task_id_seq'::regclass);
ALTER TABLE ONLY public.transfer ALTER COLUMN id SET DEFAULT nextval('public.transfer_id_seq'::regclass);
ALTER TABLE ONLY public.workbook ALTER COLUMN id SET DEFAULT nextval('public.workbook_id_seq'::regclass);
INSERT INTO public.account VALUES (1, '01a219ac-df54-7534-8b14-ce38331de22c', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00');
INSERT INTO public.alembic_version VALUES ('0008');
INSERT INTO public.answer VALUES (1, '01a219ac-e08f-752d-947f-3fedf385d4f2', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 1, NULL, 'Ten by now.
One leaves in spring.', 2, 15, 15, 'page', '2026-11-26 21:04:49+00', NULL);
INSERT INTO public.answer VALUES (2, '01a219ac-e0e6-7a5e-ac1a-6350ffba86e9', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 2, NULL, 'The head of data — 她决定一切。', 1, NULL, NULL, 'page', '2026-11-26 21:04:49+00', NULL);
INSERT INTO public.answer VALUES (4, '01a21be9-b2ac-7b8c-b512-1fcbc965a025', 1, '2026-11-27 07:30:30+00', '2026-11-27 07:30:30+00', 1, 2, 1, '', 0, NULL, NULL, 'page', '2026-11-27 07:30:30+00', 'evaded');
INSERT INTO public.answer VALUES (3, '01a219ac-e21f-74f5-b3b8-27a46b29f2ad', 1, '2026-11-26 21:04:50+00', '2026-11-27 07:30:30+00', 1, 1, 1, 'In the round they said eleven.', 1, NULL, NULL, 'page', '2026-11-26 21:04:50+00', 'answered');
INSERT INTO public.conflict VALUES (1, '01a21a87-5463-7aeb-938d-fe5c0a8d10b8', 1, '2026-11-27 01:03:26+00', '2026-11-27 01:03:26+00', 1, 'answer', 1, 'body', 1, 'Said on the other page', '');
INSERT INTO public.goal VALUES (2, '01a219ac-e090-75f4-b090-8d69cd5ad56f', 1, '2026-11-26 21:04:49+00', '2026-11-26 22:34:43+00', 1, 6, 15032385536, 30, 30, 'Ask for references', 'short', true, NULL, NULL, '', 2, 1, 'import', '2026-11-26 21:04:49+00', 0, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.goal VALUES (1, '01a219ac-e08f-72f0-ba83-c5b180991fda', 1, '2026-11-26 21:04:49+00', '2026-11-26 22:34:43+00', 1, 6, 12884901888, 28, 28, 'Learn Go', 'short', true, '2026-11-26 21:04:50+00', NULL, '', 2, 1, 'import', '2026-11-26 21:04:49+00', 0, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.mark VALUES (1, '01a219ac-e0a4-7feb-9afa-364ba70eec63', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 3, NULL, true, '', 0, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.mark VALUES (2, '01a219ac-e225-7f49-8023-c0b0a1293c4b', 1, '2026-11-26 21:04:50+00', '2026-11-26 21:04:50+00', 1, 1, 1, true, 'They asked Mina in.', 1, 'page', '2026-11-26 21:04:50+00');
INSERT INTO public.pick VALUES (1, '01a21be9-b291-760b-8bc3-dc117b0f4375', 1, '2026-11-27 07:30:30+00', '2026-11-27 07:30:30+00', 1, 2, 1, 0, NULL);
INSERT INTO public.pick VALUES (2, '01a21be9-b299-73ff-8aed-d27581425a85', 1, '2026-11-27 07:30:30+00', '2026-11-27 07:30:30+00', 1, 1, 1, 1, 4);
INSERT INTO public.question VALUES (1, '01a219ac-e08f-7784-a14a-5e0584ce7987', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 4, 4294967296, 13, 13, '1', 'How big is the team?', 'ask', NULL, '[]', NULL, NULL, 1, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.question VALUES (3, '01a219ac-e08f-7c82-949e-6c1559a38e91', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:50+00', 1, 4, 6442450944, 18, 18, '3', '团队怎么做代码评审？', 'ask', NULL, '[]', NULL, 1, 1, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.question VALUES (2, '01a219ac-e08f-747a-8897-6e2ad8d4677b', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:50+00', 1, 4, 5368709120, 17, 17, '2', 'Who decides what gets built?', 'ask', NULL, '[]', NULL, NULL, 2, 'page', '2026-11-26 21:04:50+00');
INSERT INTO public.removal VALUES (1, '01a219ac-e22b-7249-8ead-b12b99344a72', 1, '2026-11-26 21:04:50+00', '2026-11-26 21:04:50+00', 1, 'question', '团队怎么做代码评审？', NULL, NULL, '{}', NULL);
INSERT INTO public.removal VALUES (2, '01a219ff-2d88-7d91-bd8c-13ff4a9df03e', 1, '2026-11-26 22:34:43+00', '2026-11-26 22:34:43+00', 1, 'holding', 'Short-term goals (30 days)', NULL, '', '{"01a219ac-e08f-72f0-ba83-c5b180991fda": "01a219ff-2c84-7964-9686-2c2d50fee9ec", "01a219ac-e090-75f4-b090-8d69cd5ad56f": "01a219ff-2c84-7073-a619-1964856f2970"}', 6);
INSERT INTO public.revision VALUES (1, '01a219ac-e0e2-79d2-b427-a5112019318c', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 'answer', 1, 'body', 1, 'Nine, says the site.', '', 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.revision VALUES (2, '01a219ac-e233-79be-bea5-1269d52617ab', 1, '2026-11-26 21:04:50+00', '2026-11-26 21:04:50+00', 1, 'question', 2, 'wording', 1, 'Who decides what is built?', '', 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.round VALUES (1, '01a219ac-e0e8-7713-8ee0-9772fefce432', 1, '2026-11-26 21:04:49+00', '2026-11-27 07:30:30+00', 1, 1024, 'Second talk', 'technical', '2026-02-03 13:00:00+00', 'Europe/Zurich', NULL, '', 'live', 'Zoom', NULL, 1, 'page', '2026-11-27 01:56:24+00', '2026-11-20 07:02:00+00', 12, 3, 'Notice: two months. 期望：面议', 1);
INSERT INTO public.section VALUES (1, '01a219ac-e08f-7eaa-886f-8d102d617d01', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, NULL, 0, '', 0, 'document', '', NULL, NULL, NULL, 1, 'import', '2026-11-26 21:04:49+00', NULL, NULL, NULL, NULL);
INSERT INTO public.section VALUES (2, '01a219ac-e08f-705a-959a-a5c00b36360d', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 1, 1073741824, 'Data engineer at Lakeside', 1, 'notes', '**Company**: Lakeside Rail
**Place**: Basel', 1, 1, NULL, 1, 'import', '2026-11-26 21:04:49+00', NULL, NULL, NULL, NULL);
INSERT INTO public.section VALUES (3, '01a219ac-e08f-7e5c-bc2b-8f502f46d057', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 2, 2147483648, 'What the job asks for', 2, 'notes', '- ✅ **SQL** - nine years of it
- ❌ Kafka', 6, 6, NULL, 1, 'import', '2026-11-26 21:04:49+00', NULL, NULL, NULL, NULL);
INSERT INTO public.section VALUES (4, '01a219ac-e08f-7ad6-854e-78f7a13d36c2', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 2, 3221225472, 'Questions to ask', 2, 'questions', '', 11, 11, NULL, 1, 'import', '2026-11-26 21:04:49+00', 'ask', NULL, NULL, NULL);
INSERT INTO public.section VALUES (5, '01a219ac-e08f-7504-9b30-f0a61112cf61', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 2, 7516192768, 'Good signs', 2, 'signals', '', 20, 20, NULL, 1, 'import', '2026-11-26 21:04:49+00', NULL, 'positive', NULL, NULL);
INSERT INTO public.section VALUES (7, '01a219ac-e08f-7988-9869-93c6084181bd', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 2, 16106127360, 'Notes', 2, 'notes', 'Bring the certificate.', 32, 32, NULL, 1, 'import', '2026-11-26 21:04:49+00', NULL, NULL, NULL, NULL);
INSERT INTO public.section VALUES (6, '01a219ac-e08f-7396-8b45-76750070bbb0', 1, '2026-11-26 21:04:49+00', '2026-11-26 22:34:43+00', 1, 2, 11811160064, 'Short-term goals (30 days)', 2, 'tasks', '', 26, 26, NULL, 1, 'import', '2026-11-26 21:04:49+00', NULL, NULL, NULL, 'tasks');
INSERT INTO public.signal VALUES (1, '01a219ac-e08f-7d16-a62e-b06148bd987c', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 5, 8589934592, 22, 22, NULL, 'They let me talk to the team', 'positive', 1, NULL, 1, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.signal VALUES (3, '01a219ac-e08f-7798-a4e3-a4855ae67023', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 5, 10737418240, 24, 24, NULL, 'A clear process', 'positive', 1, NULL, 1, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.signal VALUES (2, '01a219ac-e08f-78c6-890e-dc9c38acca70', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 5, 9663676416, 23, 23, 1, 'alone', 'positive', 1, NULL, 1, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.step VALUES (1, '01a219ac-e08f-7331-b388-dfdc912a0122', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 1, 6, 13958643712, 29, 29, NULL, 1, NULL, 'read the tour', false, NULL, 1, 'import', '2026-11-26 21:04:49+00');
INSERT INTO public.task VALUES (1, '01a219ff-2c84-7964-9686-2c2d50fee9ec', 1, '2026-11-26 22:34:43+00', '2026-11-26 22:34:43+00', 1, 6, 12884901888, 28, 28, 'Learn Go', true, NULL, 1, 'import', '2026-11-26 22:34:43+00');
INSERT INTO public.task VALUES (2, '01a219ff-2c84-7073-a619-1964856f2970', 1, '2026-11-26 22:34:43+00', '2026-11-26 22:34:43+00', 1, 6, 15032385536, 30, 30, 'Ask for references', true, NULL, 1, 'import', '2026-11-26 22:34:43+00');
INSERT INTO public.workbook VALUES (1, '01a219ac-e08f-7659-a637-08e3ad7b2b45', 1, '2026-11-26 21:04:49+00', '2026-11-26 21:04:49+00', 'Data engineer at Lakeside', 'preparing', 'en', '\x23204461746120656e67696e656572206174204c616b65736964650a0a2a2a436f6d70616e792a2a3a204c616b6573696465205261696c0a2a2a506c6163652a2a3a20426173656c0a0a2323205768617420746865206a6f622061736b7320666f720a0a2d20e29c85202a2a53514c2a2a202d206e696e65207965617273206f662069740a2d20e29d8c204b61666b610a0a2323205175657374696f6e7320746f2061736b0a0a312e20486f772062696720697320746865207465616d3f0a0a2020204e696e652c20736179732074686520736974652e0a0a322e2057686f20646563696465732077686174206973206275696c743f0a332e20e59ba2e9989fe6808ee4b988e5819ae4bba3e7a081e8af84e5aea1efbc9f0a0a232320476f6f64207369676e730a0a2d205b205d2054686579206c6574206d652074616c6b20746f20746865207465616d0a20202d205b205d20616c6f6e650a2d205b785d204120636c6561722070726f636573730a0a23232053686f72742d7465726d20676f616c73202833302064617973290a0a2d205b205d204c6561726e20476f0a20202d205b205d20726561642074686520746f75720a2d205b785d2041736b20666f72207265666572656e6365730a0a2323204e6f7465730a0a4272696e67207468652063657274696669636174652e0a', NULL, '[]', NULL);
SELECT pg_catalog.setval('public.account_id_seq', 1, true);
SELECT pg_catalog.setval('public.answer_id_seq', 4, true);
SELECT pg_catalog.setval('public.conflict_id_seq', 1, true);
SELECT pg_catalog.setval('public.contradiction_id_seq', 1, false);
SELECT pg_catalog.setval('public.goal_id_seq', 2, true);
SELECT pg_catalog.setval('public.goal_reason_id_seq', 1, false);
SELECT pg_catalog.setval('public.info_id_seq', 1, false);
SELECT pg_catalog.setval('public.interviewer_id_seq', 1, false);
SELECT pg_catalog.setval('public.mark_id_seq', 2, true);
SELECT pg_catalog.setval('public.pick_id_seq', 2, true);
SELECT pg_catalog.setval('public.pitch_point_id_seq', 1, false);
SELECT pg_catalog.setval('public.question_id_seq', 3, true);
SELECT pg_catalog.setval('public.removal_id_seq', 2, true);
SELECT pg_catalog.setval('public.requirement_id_seq', 1, false);
SELECT pg_catalog.setval('public.responsibility_id_seq', 1, false);
SELECT pg_catalog.setval('public.revision_id_seq', 2, true);
SELECT pg_catalog.setval('public.round_id_seq', 1, true);
SELECT pg_catalog.setval('public.section_id_seq', 7, true);
SELECT pg_catalog.setval('public.signal_id_seq', 3, true);
SELECT pg_catalog.setval('public.step_id_seq', 1, true);
SELECT pg_catalog.setval('public.strength_id_seq', 1, false);
SELECT pg_catalog.setval('public.task_id_seq', 2, true);
SELECT pg_catalog.setval('public.transfer_id_seq', 1, false);
SELECT pg_catalog.setval('public.workbook_id_seq', 1, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT pk_answer PRIMARY KEY (id);
ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT pk_conflict PRIMARY KEY (id);
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT pk_contradiction PRIMARY KEY (id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT pk_goal PRIMARY KEY (id);
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT pk_goal_reason PRIMARY KEY (id);
ALTER TABLE ONLY public.info
    ADD CONSTRAINT pk_info PRIMARY KEY (id);
ALTER TABLE ONLY public.interviewer
    ADD CONSTRAINT pk_interviewer PRIMARY KEY (id);
ALTER TABLE ONLY public.mark
    ADD CONSTRAINT pk_mark PRIMARY KEY (id);
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT pk_pick PRIMARY KEY (id);
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT pk_pitch_point PRIMARY KEY (id);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT pk_question PRIMARY KEY (id);
ALTER TABLE ONLY public.removal
    ADD CONSTRAINT pk_removal PRIMARY KEY (id);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT pk_requirement PRIMARY KEY (id);
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT pk_responsibility PRIMARY KEY (id);
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT pk_revision PRIMARY KEY (id);
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
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT uq_answer_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT uq_conflict_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT uq_contradiction_answer_id_other_id UNIQUE (answer_id, other_id);
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT uq_contradiction_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT uq_goal_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT uq_goal_reason_owner_id_uid UNIQUE (owner_id, uid);
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
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT uq_pick_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT uq_pick_round_id_question_id UNIQUE (round_id, question_id);
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT uq_pitch_point_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT uq_pitch_point_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT uq_question_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT uq_question_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.removal
    ADD CONSTRAINT uq_removal_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT uq_requirement_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT uq_requirement_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT uq_responsibility_owner_id_uid UNIQUE (owner_id, uid);
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT uq_responsibility_workbook_id_id UNIQUE (workbook_id, id);
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT uq_revision_noun_row_id_field_version UNIQUE (noun, row_id, field, version);
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT uq_revision_owner_id_uid UNIQUE (owner_id, uid);
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
CREATE INDEX ix_conflict_owner_id_workbook_id ON public.conflict USING btree (owner_id, workbook_id);
CREATE INDEX ix_conflict_workbook_id_noun_row_id ON public.conflict USING btree (workbook_id, noun, row_id);
CREATE INDEX ix_contradiction_other_id ON public.contradiction USING btree (other_id);
CREATE INDEX ix_contradiction_owner_id_workbook_id ON public.contradiction USING btree (owner_id, workbook_id);
CREATE INDEX ix_goal_owner_id_workbook_id_position ON public.goal USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_goal_reason_goal_id ON public.goal_reason USING btree (goal_id);
CREATE INDEX ix_goal_reason_owner_id_workbook_id ON public.goal_reason USING btree (owner_id, workbook_id);
CREATE INDEX ix_goal_removal_id ON public.goal USING btree (removal_id);
CREATE INDEX ix_goal_section_id_position ON public.goal USING btree (section_id, "position");
CREATE INDEX ix_info_owner_id_workbook_id_position ON public.info USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_info_removal_id ON public.info USING btree (removal_id);
CREATE INDEX ix_info_section_id_position ON public.info USING btree (section_id, "position");
CREATE INDEX ix_interviewer_round_id ON public.interviewer USING btree (round_id);
CREATE INDEX ix_mark_owner_id_workbook_id ON public.mark USING btree (owner_id, workbook_id);
CREATE INDEX ix_pick_owner_id_workbook_id ON public.pick USING btree (owner_id, workbook_id);
CREATE INDEX ix_pick_question_id ON public.pick USING btree (question_id);
CREATE INDEX ix_pitch_point_owner_id_workbook_id_position ON public.pitch_point USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_pitch_point_removal_id ON public.pitch_point USING btree (removal_id);
CREATE INDEX ix_pitch_point_section_id_position ON public.pitch_point USING btree (section_id, "position");
CREATE INDEX ix_question_owner_id_workbook_id_position ON public.question USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_question_removal_id ON public.question USING btree (removal_id);
CREATE INDEX ix_question_section_id_position ON public.question USING btree (section_id, "position");
CREATE INDEX ix_removal_owner_id_workbook_id ON public.removal USING btree (owner_id, workbook_id);
CREATE INDEX ix_removal_section_id ON public.removal USING btree (section_id);
CREATE INDEX ix_requirement_owner_id_workbook_id_position ON public.requirement USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_requirement_removal_id ON public.requirement USING btree (removal_id);
CREATE INDEX ix_requirement_section_id_position ON public.requirement USING btree (section_id, "position");
CREATE INDEX ix_responsibility_owner_id_workbook_id_position ON public.responsibility USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_responsibility_removal_id ON public.responsibility USING btree (removal_id);
CREATE INDEX ix_responsibility_section_id_position ON public.responsibility USING btree (section_id, "position");
CREATE INDEX ix_revision_owner_id_workbook_id ON public.revision USING btree (owner_id, workbook_id);
CREATE INDEX ix_round_owner_id_workbook_id_position ON public.round USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_round_removal_id ON public.round USING btree (removal_id);
CREATE INDEX ix_section_owner_id_workbook_id_position ON public.section USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_section_removal_id ON public.section USING btree (removal_id);
CREATE INDEX ix_signal_owner_id_workbook_id_position ON public.signal USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_signal_removal_id ON public.signal USING btree (removal_id);
CREATE INDEX ix_signal_section_id_position ON public.signal USING btree (section_id, "position");
CREATE INDEX ix_step_goal_id ON public.step USING btree (goal_id);
CREATE INDEX ix_step_owner_id_workbook_id_position ON public.step USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_step_removal_id ON public.step USING btree (removal_id);
CREATE INDEX ix_step_section_id_position ON public.step USING btree (section_id, "position");
CREATE INDEX ix_step_task_id ON public.step USING btree (task_id);
CREATE INDEX ix_strength_owner_id_workbook_id_position ON public.strength USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_strength_removal_id ON public.strength USING btree (removal_id);
CREATE INDEX ix_strength_section_id_position ON public.strength USING btree (section_id, "position");
CREATE INDEX ix_task_owner_id_workbook_id_position ON public.task USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_task_removal_id ON public.task USING btree (removal_id);
CREATE INDEX ix_task_section_id_position ON public.task USING btree (section_id, "position");
CREATE INDEX ix_transfer_owner_id_workbook_id_position ON public.transfer USING btree (owner_id, workbook_id, "position");
CREATE INDEX ix_transfer_removal_id ON public.transfer USING btree (removal_id);
CREATE INDEX ix_transfer_section_id_position ON public.transfer USING btree (section_id, "position");
CREATE INDEX ix_workbook_owner_id_deleted_at ON public.workbook USING btree (owner_id, deleted_at);
CREATE UNIQUE INDEX uq_answer_in_round ON public.answer USING btree (question_id, round_id) WHERE (round_id IS NOT NULL);
CREATE UNIQUE INDEX uq_answer_outside ON public.answer USING btree (question_id) WHERE (round_id IS NULL);
CREATE UNIQUE INDEX uq_mark_in_round ON public.mark USING btree (signal_id, round_id) WHERE (round_id IS NOT NULL);
CREATE UNIQUE INDEX uq_mark_outside ON public.mark USING btree (signal_id) WHERE (round_id IS NULL);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_workbook_id_question_id_question FOREIGN KEY (workbook_id, question_id) REFERENCES public.question(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_workbook_id_round_id_round FOREIGN KEY (workbook_id, round_id) REFERENCES public.round(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT fk_answer_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT fk_conflict_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.conflict
    ADD CONSTRAINT fk_conflict_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT fk_contradiction_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT fk_contradiction_workbook_id_answer_id_answer FOREIGN KEY (workbook_id, answer_id) REFERENCES public.answer(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT fk_contradiction_workbook_id_other_id_answer FOREIGN KEY (workbook_id, other_id) REFERENCES public.answer(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contradiction
    ADD CONSTRAINT fk_contradiction_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT fk_goal_reason_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT fk_goal_reason_workbook_id_goal_id_goal FOREIGN KEY (workbook_id, goal_id) REFERENCES public.goal(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT fk_goal_reason_workbook_id_question_id_question FOREIGN KEY (workbook_id, question_id) REFERENCES public.question(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT fk_goal_reason_workbook_id_requirement_id_requirement FOREIGN KEY (workbook_id, requirement_id) REFERENCES public.requirement(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT fk_goal_reason_workbook_id_strength_id_strength FOREIGN KEY (workbook_id, strength_id) REFERENCES public.strength(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal_reason
    ADD CONSTRAINT fk_goal_reason_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.info
    ADD CONSTRAINT fk_info_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.info
    ADD CONSTRAINT fk_info_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
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
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT fk_pick_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT fk_pick_workbook_id_question_id_question FOREIGN KEY (workbook_id, question_id) REFERENCES public.question(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT fk_pick_workbook_id_round_id_round FOREIGN KEY (workbook_id, round_id) REFERENCES public.round(workbook_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pick
    ADD CONSTRAINT fk_pick_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pitch_point
    ADD CONSTRAINT fk_pitch_point_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question
    ADD CONSTRAINT fk_question_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.removal
    ADD CONSTRAINT fk_removal_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.removal
    ADD CONSTRAINT fk_removal_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.removal
    ADD CONSTRAINT fk_removal_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT fk_requirement_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.responsibility
    ADD CONSTRAINT fk_responsibility_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT fk_revision_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT fk_revision_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.round
    ADD CONSTRAINT fk_round_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_parent_id_section FOREIGN KEY (parent_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.section
    ADD CONSTRAINT fk_section_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_parent_id_signal FOREIGN KEY (parent_id) REFERENCES public.signal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signal
    ADD CONSTRAINT fk_signal_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
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
    ADD CONSTRAINT fk_step_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_task_id_task FOREIGN KEY (task_id) REFERENCES public.task(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.step
    ADD CONSTRAINT fk_step_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.strength
    ADD CONSTRAINT fk_strength_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_removal_id_removal FOREIGN KEY (removal_id) REFERENCES public.removal(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_section_id_section FOREIGN KEY (section_id) REFERENCES public.section(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT fk_transfer_workbook_id_workbook FOREIGN KEY (workbook_id) REFERENCES public.workbook(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.workbook
    ADD CONSTRAINT fk_workbook_owner_id_account FOREIGN KEY (owner_id) REFERENCES public.account(id) ON DELETE CASCADE;
