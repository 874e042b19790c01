SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.desk_decisions_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = 'rows of desk_decisions are only ever added', ERRCODE = '23001'; END $$;
CREATE FUNCTION public.desk_fits_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = 'rows of desk_fits are only ever added', ERRCODE = '23001'; END $$;
CREATE FUNCTION public.desk_fits_used_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = 'rows of desk_fits_used are only ever added', ERRCODE = '23001'; END $$;
CREATE FUNCTION public.desk_trail_only_added() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = 'rows of desk_trail are only ever added', ERRCODE = '23001'; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.desk_articles (
    id integer NOT NULL,
    digest character varying(64) NOT NULL,
    title text NOT NULL,
    author text NOT NULL,
    section text NOT NULL,
    outlet text NOT NULL,
    published text NOT NULL,
    url text NOT NULL,
    source text NOT NULL,
    kind character varying(20) NOT NULL,
    language character varying(10) NOT NULL,
    words integer NOT NULL,
    model integer NOT NULL,
    added timestamp without time zone NOT NULL,
    added_by integer NOT NULL,
    removed boolean NOT NULL,
    notices text NOT NULL,
    sentences text NOT NULL,
    text text NOT NULL
);
CREATE SEQUENCE public.desk_articles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_articles_id_seq OWNED BY public.desk_articles.id;
CREATE TABLE public.desk_decisions (
    id integer NOT NULL,
    flag integer NOT NULL,
    seq integer,
    act character varying(10) NOT NULL,
    reason character varying(20) NOT NULL,
    wording text NOT NULL,
    note text NOT NULL,
    editor integer NOT NULL,
    made timestamp without time zone NOT NULL,
    second boolean NOT NULL,
    request character varying(64) NOT NULL
);
CREATE SEQUENCE public.desk_decisions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_decisions_id_seq OWNED BY public.desk_decisions.id;
CREATE TABLE public.desk_editors (
    id integer NOT NULL,
    name character varying(80) NOT NULL,
    name_key character varying(240),
    subject character varying(64),
    verified boolean NOT NULL,
    role character varying(10) NOT NULL,
    admin_by_settings boolean NOT NULL,
    since timestamp without time zone NOT NULL
);
CREATE SEQUENCE public.desk_editors_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_editors_id_seq OWNED BY public.desk_editors.id;
CREATE TABLE public.desk_fits (
    id integer NOT NULL,
    said text NOT NULL,
    editor integer NOT NULL,
    made timestamp without time zone NOT NULL
);
CREATE SEQUENCE public.desk_fits_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_fits_id_seq OWNED BY public.desk_fits.id;
CREATE TABLE public.desk_fits_used (
    id integer NOT NULL,
    fit integer,
    editor integer NOT NULL,
    made timestamp without time zone NOT NULL
);
CREATE SEQUENCE public.desk_fits_used_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_fits_used_id_seq OWNED BY public.desk_fits_used.id;
CREATE TABLE public.desk_flags (
    id integer NOT NULL,
    article integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    text text NOT NULL,
    "check" character varying(80) NOT NULL,
    kind character varying(10) NOT NULL,
    kind_rank integer NOT NULL,
    severity character varying(10) NOT NULL,
    severity_rank integer NOT NULL,
    message text NOT NULL,
    plainer text NOT NULL,
    voice character varying(10) NOT NULL,
    part character varying(10) NOT NULL,
    reason text NOT NULL,
    link text NOT NULL,
    revision integer NOT NULL,
    probability double precision,
    fingerprint character varying(32) NOT NULL,
    sentence integer NOT NULL,
    sentence_start integer NOT NULL,
    sentence_end integer NOT NULL,
    sentence_probability double precision,
    house_probability double precision,
    held_back boolean NOT NULL,
    certainty double precision NOT NULL,
    state character varying(10) NOT NULL,
    seq integer NOT NULL,
    standing integer
);
CREATE SEQUENCE public.desk_flags_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_flags_id_seq OWNED BY public.desk_flags.id;
CREATE TABLE public.desk_models (
    id integer NOT NULL,
    name text NOT NULL,
    version text NOT NULL
);
CREATE SEQUENCE public.desk_models_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_models_id_seq OWNED BY public.desk_models.id;
CREATE TABLE public.desk_notes (
    id integer NOT NULL,
    article integer NOT NULL,
    flag integer,
    text text NOT NULL,
    editor integer NOT NULL,
    made timestamp without time zone NOT NULL,
    request character varying(64) NOT NULL
);
CREATE SEQUENCE public.desk_notes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_notes_id_seq OWNED BY public.desk_notes.id;
CREATE TABLE public.desk_rules (
    id integer NOT NULL,
    rule character varying(80) NOT NULL,
    revision integer NOT NULL,
    digest character varying(64) NOT NULL,
    said text NOT NULL,
    seen timestamp without time zone NOT NULL
);
CREATE SEQUENCE public.desk_rules_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_rules_id_seq OWNED BY public.desk_rules.id;
CREATE TABLE public.desk_sessions (
    token_digest character varying(64) NOT NULL,
    editor integer NOT NULL,
    until timestamp without time zone NOT NULL
);
CREATE TABLE public.desk_statements (
    id integer NOT NULL,
    article integer NOT NULL,
    speaker text NOT NULL,
    kind text NOT NULL,
    form text NOT NULL,
    act text NOT NULL,
    verb text NOT NULL,
    manner text NOT NULL,
    words integer NOT NULL,
    quoted_words integer NOT NULL,
    sentence integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL
);
CREATE SEQUENCE public.desk_statements_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_statements_id_seq OWNED BY public.desk_statements.id;
CREATE TABLE public.desk_trail (
    id integer NOT NULL,
    at timestamp without time zone NOT NULL,
    editor integer,
    act character varying(30) NOT NULL,
    subject character varying(60) NOT NULL,
    detail text NOT NULL
);
CREATE SEQUENCE public.desk_trail_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_trail_id_seq OWNED BY public.desk_trail.id;
CREATE TABLE public.slant_desk_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE ONLY public.desk_articles ALTER COLUMN id SET DEFAULT nextval('public.desk_articles_id_seq'::regclass);
ALTER TABLE ONLY public.desk_decisions ALTER COLUMN id SET DEFAULT nextval('public.desk_decisions_id_seq'::regclass);
ALTER TABLE ONLY public.desk_editors ALTER COLUMN id SET DEFAULT nextval('public.desk_editors_id_seq'::regclass);
ALTER TABLE ONLY public.desk_fits ALTER COLUMN id SET DEFAULT nextval('public.desk_fits_id_seq'::regclass);
ALTER TABLE ONLY public.desk_fits_used ALTER COLUMN id SET DEFAULT nextval('public.desk_fits_used_id_seq'::regclass);
ALTER TABLE ONLY public.desk_flags ALTER COLUMN id SET DEFAULT nextval('public.desk_flags_id_seq'::regclass);
ALTER TABLE ONLY public.desk_models ALTER COLUMN id SET DEFAULT nextval('public.desk_models_id_seq'::regclass);
ALTER TABLE ONLY public.desk_notes ALTER COLUMN id SET DEFAULT nextval('public.desk_notes_id_seq'::regclass);
ALTER TABLE ONLY public.desk_rules ALTER COLUMN id SET DEFAULT nextval('public.desk_rules_id_seq'::regclass);
ALTER TABLE ONLY public.desk_statements ALTER COLUMN id SET DEFAULT nextval('public.desk_statements_id_seq'::regclass);
ALTER TABLE ONLY public.desk_trail ALTER COLUMN id SET DEFAULT nextval('public.desk_trail_id_seq'::regclass);
INSERT INTO public.desk_articles VALUES (2, '0d6f9a3a1c5b7e9f00112233445566778899aabbccddeeff0123456789abcdef', 'Tram “12”', '', 'Local', 'Invented Post', '2026-11-29', '', 'tram.txt', 'text', 'en', 6, 1, '2026-11-30 03:05:00', 1, false, '[]', '[[0, 15, 0, "body", "outlet", 0.25], [16, 29, 0, "body", "outlet", null]]', 'The tram stops. It shames us.');
INSERT INTO public.desk_decisions VALUES (1, 7, 1, 'dismiss', 'other', '', 'Said so by all.', 1, '2026-11-30 03:06:00.123456', false, 'r1');
INSERT INTO public.desk_decisions VALUES (2, 7, 2, 'undo', '', '', '', 1, '2026-11-30 03:07:00', false, 'r2');
INSERT INTO public.desk_decisions VALUES (3, 7, 3, 'reword', '', 'disappoints', '', 1, '2026-11-30 03:08:00', false, 'r3');
INSERT INTO public.desk_decisions VALUES (4, 7, NULL, 'accept', '', '', '', 3, '2026-11-30 03:09:00', true, 'r4');
INSERT INTO public.desk_editors VALUES (1, 'Ann Lee', 'ann lee', NULL, false, 'admin', false, '2026-11-30 03:04:05.000006');
INSERT INTO public.desk_editors VALUES (3, 'Zoë Ødegård ✓', NULL, '5f0c0b8a3c2a3f0e8f4c1d2b6a7988771122334455667788990011223344556a', true, 'waiting', false, '2026-12-01 03:04:05');
INSERT INTO public.desk_fits VALUES (1, '{"threshold": 0.5}', 1, '2026-11-30 03:12:00');
INSERT INTO public.desk_fits_used VALUES (1, 1, 1, '2026-11-30 03:13:00');
INSERT INTO public.desk_fits_used VALUES (2, NULL, 1, '2026-11-30 03:14:00');
INSERT INTO public.desk_flags VALUES (7, 2, 19, 25, 'shames', 'house.shame', 'rule', 0, 'warning', 1, 'Whom does it shame?', '["disappoints"]', 'outlet', 'body', '', '', 2, 0.875, 'f1', 1, 16, 29, NULL, 0.5, false, 0.5, 'reword', 3, 3);
INSERT INTO public.desk_models VALUES (1, 'slant-minilm', '4');
INSERT INTO public.desk_notes VALUES (1, 2, NULL, 'Ask the tram’s owner.', 1, '2026-11-30 03:10:00', 'n1');
INSERT INTO public.desk_notes VALUES (2, 2, 7, '100 % sure', 3, '2026-11-30 03:11:00', 'n2');
INSERT INTO public.desk_rules VALUES (1, 'house.shame', 2, '4d6f9a3a1c5b7e9f00112233445566778899aabbccddeeff0123456789abcdef', '{"rule": "house.shame"}', '2026-11-30 03:05:00');
INSERT INTO public.desk_sessions VALUES ('a72aeacca14112312c0b517396a4fcbfc87504876065d9d6de85a07eb3465278', 1, '2999-01-02 03:04:05');
INSERT INTO public.desk_statements VALUES (1, 2, 'the mayor', '', 'reported', 'said', 'say', 'neutral', 3, 0, 1, 16, 29);
INSERT INTO public.desk_trail VALUES (1, '2026-11-30 03:04:05.000006', 1, 'joined', 'editor:1', '{"role": "admin"}');
INSERT INTO public.desk_trail VALUES (5, '2026-11-30 03:14:00', NULL, 'role', 'editor:3', '{"role": "waiting"}');
INSERT INTO public.slant_desk_version VALUES ('0001');
SELECT pg_catalog.setval('public.desk_articles_id_seq', 2, true);
SELECT pg_catalog.setval('public.desk_decisions_id_seq', 4, true);
SELECT pg_catalog.setval('public.desk_editors_id_seq', 3, true);
SELECT pg_catalog.setval('public.desk_fits_id_seq', 1, true);
SELECT pg_catalog.setval('public.desk_fits_used_id_seq', 2, true);
SELECT pg_catalog.setval('public.desk_flags_id_seq', 7, true);
SELECT pg_catalog.setval('public.desk_models_id_seq', 1, true);
SELECT pg_catalog.setval('public.desk_notes_id_seq', 2, true);
SELECT pg_catalog.setval('public.desk_rules_id_seq', 1, true);
SELECT pg_catalog.setval('public.desk_statements_id_seq', 1, true);
SELECT pg_catalog.setval('public.desk_trail_id_seq', 5, true);
ALTER TABLE ONLY public.desk_articles
    ADD CONSTRAINT pk_desk_articles PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_decisions
    ADD CONSTRAINT pk_desk_decisions PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_editors
    ADD CONSTRAINT pk_desk_editors PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_fits
    ADD CONSTRAINT pk_desk_fits PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_fits_used
    ADD CONSTRAINT pk_desk_fits_used PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_flags
    ADD CONSTRAINT pk_desk_flags PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_models
    ADD CONSTRAINT pk_desk_models PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_notes
    ADD CONSTRAINT pk_desk_notes PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_rules
    ADD CONSTRAINT pk_desk_rules PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_sessions
    ADD CONSTRAINT pk_desk_sessions PRIMARY KEY (token_digest);
ALTER TABLE ONLY public.desk_statements
    ADD CONSTRAINT pk_desk_statements PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_trail
    ADD CONSTRAINT pk_desk_trail PRIMARY KEY (id);
ALTER TABLE ONLY public.slant_desk_version
    ADD CONSTRAINT slant_desk_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.desk_decisions
    ADD CONSTRAINT uq_desk_decisions_flag_seq UNIQUE (flag, seq);
ALTER TABLE ONLY public.desk_decisions
    ADD CONSTRAINT uq_desk_decisions_request UNIQUE (request);
ALTER TABLE ONLY public.desk_editors
    ADD CONSTRAINT uq_desk_editors_name_key UNIQUE (name_key);
ALTER TABLE ONLY public.desk_editors
    ADD CONSTRAINT uq_desk_editors_subject UNIQUE (subject);
ALTER TABLE ONLY public.desk_models
    ADD CONSTRAINT uq_desk_models_name_version UNIQUE (name, version);
ALTER TABLE ONLY public.desk_notes
    ADD CONSTRAINT uq_desk_notes_request UNIQUE (request);
ALTER TABLE ONLY public.desk_rules
    ADD CONSTRAINT uq_desk_rules_rule_revision_digest UNIQUE (rule, revision, digest);
CREATE INDEX ix_desk_flags_article ON public.desk_flags USING btree (article, start, state);
CREATE INDEX ix_desk_flags_check ON public.desk_flags USING btree ("check", state, severity_rank, certainty DESC, article, start, id, held_back);
CREATE INDEX ix_desk_flags_queue ON public.desk_flags USING btree (state, kind_rank, severity_rank, certainty DESC, article, start, id, held_back);
CREATE INDEX ix_desk_notes_article ON public.desk_notes USING btree (article);
CREATE INDEX ix_desk_statements_article ON public.desk_statements USING btree (article);
CREATE UNIQUE INDEX uq_desk_articles_digest ON public.desk_articles USING btree (digest) WHERE (NOT removed);
CREATE TRIGGER desk_decisions_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.desk_decisions FOR EACH STATEMENT EXECUTE FUNCTION public.desk_decisions_only_added();
CREATE TRIGGER desk_fits_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.desk_fits FOR EACH STATEMENT EXECUTE FUNCTION public.desk_fits_only_added();
CREATE TRIGGER desk_fits_used_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.desk_fits_used FOR EACH STATEMENT EXECUTE FUNCTION public.desk_fits_used_only_added();
CREATE TRIGGER desk_trail_only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON public.desk_trail FOR EACH STATEMENT EXECUTE FUNCTION public.desk_trail_only_added();
ALTER TABLE ONLY public.desk_articles
    ADD CONSTRAINT fk_desk_articles_added_by FOREIGN KEY (added_by) REFERENCES public.desk_editors(id);
ALTER TABLE ONLY public.desk_articles
    ADD CONSTRAINT fk_desk_articles_model FOREIGN KEY (model) REFERENCES public.desk_models(id);
ALTER TABLE ONLY public.desk_decisions
    ADD CONSTRAINT fk_desk_decisions_editor FOREIGN KEY (editor) REFERENCES public.desk_editors(id);
ALTER TABLE ONLY public.desk_decisions
    ADD CONSTRAINT fk_desk_decisions_flag FOREIGN KEY (flag) REFERENCES public.desk_flags(id);
ALTER TABLE ONLY public.desk_fits
    ADD CONSTRAINT fk_desk_fits_editor FOREIGN KEY (editor) REFERENCES public.desk_editors(id);
ALTER TABLE ONLY public.desk_fits_used
    ADD CONSTRAINT fk_desk_fits_used_editor FOREIGN KEY (editor) REFERENCES public.desk_editors(id);
ALTER TABLE ONLY public.desk_fits_used
    ADD CONSTRAINT fk_desk_fits_used_fit FOREIGN KEY (fit) REFERENCES public.desk_fits(id);
ALTER TABLE ONLY public.desk_flags
    ADD CONSTRAINT fk_desk_flags_article FOREIGN KEY (article) REFERENCES public.desk_articles(id);
ALTER TABLE ONLY public.desk_notes
    ADD CONSTRAINT fk_desk_notes_article FOREIGN KEY (article) REFERENCES public.desk_articles(id);
ALTER TABLE ONLY public.desk_notes
    ADD CONSTRAINT fk_desk_notes_editor FOREIGN KEY (editor) REFERENCES public.desk_editors(id);
ALTER TABLE ONLY public.desk_notes
    ADD CONSTRAINT fk_desk_notes_flag FOREIGN KEY (flag) REFERENCES public.desk_flags(id);
ALTER TABLE ONLY public.desk_sessions
    ADD CONSTRAINT fk_desk_sessions_editor FOREIGN KEY (editor) REFERENCES public.desk_editors(id);
ALTER TABLE ONLY public.desk_statements
    ADD CONSTRAINT fk_desk_statements_article FOREIGN KEY (article) REFERENCES public.desk_articles(id);
ALTER TABLE ONLY public.desk_trail
    ADD CONSTRAINT fk_desk_trail_editor FOREIGN KEY (editor) REFERENCES public.desk_editors(id);
