CREATE TABLE wall (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    business TEXT NOT NULL,
    customer TEXT NOT NULL,
    row_title TEXT NOT NULL,
    starts_with TEXT NOT NULL,
    ends_with TEXT NOT NULL,
    review_weeks INTEGER NOT NULL
) STRICT;

CREATE TABLE stage (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE contact_type (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    colour TEXT NOT NULL,
    icon TEXT NOT NULL,
    pattern TEXT NOT NULL,
    audience TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE step (
    id TEXT PRIMARY KEY NOT NULL,
    stage_id TEXT REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX step_stage_id ON step (stage_id);

CREATE TABLE row (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    customer TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE moment (
    id TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    prompt TEXT NOT NULL,
    step_id TEXT REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
    row_id TEXT REFERENCES row (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL,
    contact_type_id TEXT REFERENCES contact_type (id) DEFERRABLE INITIALLY DEFERRED,
    description TEXT NOT NULL,
    is_ticked INTEGER NOT NULL,
    shortlist_rank INTEGER,
    rating TEXT,
    rated_on TEXT,
    expectation TEXT NOT NULL,
    today TEXT NOT NULL,
    ultimate TEXT NOT NULL,
    issue TEXT NOT NULL,
    good_looks_like TEXT NOT NULL,
    who_delivers TEXT NOT NULL,
    evidence TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    is_make_or_break INTEGER NOT NULL,
    kind TEXT NOT NULL,
    merged TEXT NOT NULL
) STRICT;

CREATE INDEX moment_step_id ON moment (step_id);

CREATE INDEX moment_row_id ON moment (row_id);

CREATE INDEX moment_contact_type_id ON moment (contact_type_id);

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL,
    held_on TEXT,
    facilitator TEXT NOT NULL,
    attendees TEXT NOT NULL,
    notes TEXT NOT NULL,
    agreement TEXT NOT NULL,
    take_away TEXT NOT NULL,
    next_on TEXT,
    is_next_declined INTEGER NOT NULL,
    opened_at TEXT,
    closed_at TEXT
) STRICT;

CREATE TABLE idea (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_idea_id TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
    author TEXT NOT NULL,
    verdict TEXT NOT NULL,
    cost TEXT,
    lift TEXT,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX idea_moment_id ON idea (moment_id);

CREATE INDEX idea_from_idea_id ON idea (from_idea_id);

CREATE INDEX idea_session_id ON idea (session_id);

CREATE TABLE planned_action (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    idea_id TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    state TEXT NOT NULL,
    from_rating TEXT,
    to_rating TEXT,
    size TEXT NOT NULL,
    done_on TEXT,
    checked_on TEXT,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX planned_action_moment_id ON planned_action (moment_id);

CREATE INDEX planned_action_idea_id ON planned_action (idea_id);

CREATE INDEX planned_action_session_id ON planned_action (session_id);

CREATE TABLE assessment (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    rated_on TEXT NOT NULL,
    rating TEXT,
    viewpoint TEXT NOT NULL,
    hands_miserable INTEGER NOT NULL,
    hands_neutral INTEGER NOT NULL,
    hands_magical INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    remark TEXT NOT NULL
) STRICT;

CREATE INDEX assessment_moment_id ON assessment (moment_id);

CREATE INDEX assessment_session_id ON assessment (session_id);

CREATE TABLE question (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX question_moment_id ON question (moment_id);

CREATE TABLE observation (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    observed_on TEXT NOT NULL,
    observer TEXT NOT NULL,
    attitude TEXT,
    knowledge TEXT,
    approach TEXT,
    believed_rating TEXT,
    observed_rating TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX observation_moment_id ON observation (moment_id);

CREATE TABLE answer (
    id TEXT PRIMARY KEY NOT NULL,
    question_id TEXT NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
    observation_id TEXT REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    answered_on TEXT NOT NULL,
    choice TEXT,
    note TEXT NOT NULL,
    viewpoint TEXT NOT NULL
) STRICT;

CREATE INDEX answer_question_id ON answer (question_id);

CREATE INDEX answer_observation_id ON answer (observation_id);

CREATE INDEX answer_session_id ON answer (session_id);

CREATE TABLE ladder (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    start_value REAL,
    starts_on TEXT,
    better TEXT,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX ladder_moment_id ON ladder (moment_id);

CREATE TABLE rung (
    id TEXT PRIMARY KEY NOT NULL,
    ladder_id TEXT NOT NULL REFERENCES ladder (id) DEFERRABLE INITIALLY DEFERRED,
    value REAL,
    promise TEXT NOT NULL,
    due TEXT,
    expected_rating TEXT,
    reached_on TEXT,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX rung_ladder_id ON rung (ladder_id);

CREATE TABLE measure (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    better TEXT NOT NULL,
    target REAL,
    every_days INTEGER NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX measure_moment_id ON measure (moment_id);

CREATE TABLE reading (
    id TEXT PRIMARY KEY NOT NULL,
    measure_id TEXT NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
    taken_on TEXT NOT NULL,
    value REAL NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX reading_measure_id ON reading (measure_id);

CREATE TABLE action_review (
    id TEXT PRIMARY KEY NOT NULL,
    action_id TEXT NOT NULL REFERENCES planned_action (id) DEFERRABLE INITIALLY DEFERRED,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    reviewed_on TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    assessment_id TEXT REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
    reading_id TEXT REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX action_review_action_id ON action_review (action_id);

CREATE INDEX action_review_session_id ON action_review (session_id);

CREATE INDEX action_review_assessment_id ON action_review (assessment_id);

CREATE INDEX action_review_reading_id ON action_review (reading_id);

CREATE TABLE picture (
    id TEXT PRIMARY KEY NOT NULL,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    digest TEXT NOT NULL,
    kind TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL
) STRICT;

CREATE INDEX picture_moment_id ON picture (moment_id);

CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    spent_s INTEGER NOT NULL,
    started_at TEXT,
    is_over INTEGER NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX agenda_item_session_id ON agenda_item (session_id);

CREATE TABLE vote_round (
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    way TEXT NOT NULL,
    budget INTEGER NOT NULL,
    people INTEGER NOT NULL,
    may_stack INTEGER NOT NULL,
    is_on_ticked INTEGER NOT NULL,
    is_revealed INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;

CREATE INDEX vote_round_session_id ON vote_round (session_id);

CREATE TABLE vote (
    id TEXT PRIMARY KEY NOT NULL,
    round_id TEXT NOT NULL REFERENCES vote_round (id) DEFERRABLE INITIALLY DEFERRED,
    moment_id TEXT NOT NULL REFERENCES moment (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL,
    dots INTEGER NOT NULL
) STRICT;

CREATE INDEX vote_round_id ON vote (round_id);

CREATE INDEX vote_moment_id ON vote (moment_id);

CREATE TABLE quiz_guess (
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    guess INTEGER NOT NULL,
    share INTEGER NOT NULL,
    is_revealed INTEGER NOT NULL,
    rank INTEGER NOT NULL
) STRICT;

CREATE INDEX quiz_guess_session_id ON quiz_guess (session_id);

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes TEXT,
    merge_key TEXT NOT NULL,
    label TEXT NOT NULL,
    count INTEGER NOT NULL,
    session_id TEXT,
    origin TEXT NOT NULL,
    format INTEGER NOT NULL,
    selection_before TEXT NOT NULL,
    selection_after TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE picture_bytes (
    digest TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
