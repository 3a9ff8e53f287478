-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "stores" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "address" TEXT NOT NULL,
    "complaint_phone" TEXT NOT NULL,
    "emergency_contact" TEXT NOT NULL,
    "windows" JSONB NOT NULL,
    "weekdays" INTEGER[],

    CONSTRAINT "stores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_closures" (
    "store_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "store_closures_pkey" PRIMARY KEY ("store_id","day")
);

-- CreateTable
CREATE TABLE "store_pictures" (
    "store_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_pictures_pkey" PRIMARY KEY ("store_id","name")
);

-- CreateTable
CREATE TABLE "capacities" (
    "store_id" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "capacities_pkey" PRIMARY KEY ("store_id","work","weekday")
);

-- CreateTable
CREATE TABLE "capacity_days" (
    "store_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reason" TEXT,

    CONSTRAINT "capacity_days_pkey" PRIMARY KEY ("store_id","day","work")
);

-- CreateTable
CREATE TABLE "product_offers" (
    "store_id" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "on_sale" BOOLEAN NOT NULL,

    CONSTRAINT "product_offers_pkey" PRIMARY KEY ("store_id","product")
);

-- CreateTable
CREATE TABLE "setting_edits" (
    "id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_edits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "role" TEXT,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "departments" TEXT[],
    "head_of" TEXT[],
    "password_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "deputy_id" TEXT,
    "password_temporary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" TEXT NOT NULL,
    "store_id" TEXT,
    "staff_id" TEXT,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT,
    "network" TEXT,

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "device" TEXT,
    "csrf" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("caller","key")
);

-- CreateTable
CREATE TABLE "feed" (
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "id" BIGSERIAL NOT NULL,
    "store_id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "about_order" TEXT,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "kinds" TEXT[],
    "tasks" TEXT[],
    "actor" JSONB,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acts_under_way" (
    "process_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acts_under_way_pkey" PRIMARY KEY ("process_id","key")
);

-- CreateTable
CREATE TABLE "order_counters" (
    "day" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "order_counters_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "processes" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "about_order" TEXT,
    "parent_id" TEXT,
    "state" TEXT NOT NULL,
    "overlays" TEXT[],
    "due_at" TIMESTAMPTZ(3),
    "rules_version" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "launched_at" TIMESTAMPTZ(3),
    "lost_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "inserted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "timeline_seq" INTEGER NOT NULL DEFAULT 0,
    "timeline_hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "processes_pkey" PRIMARY KEY ("id")
);

-- What an order is found by: any part of its number and of its customer's name, the last four digits and all digits of their telephone, and
-- each product. Of what is to be found in part every ending stands here, so that an index finds it by how it begins.
CREATE FUNCTION "order_words"(number TEXT, customer JSONB, lines JSONB) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(ARRAY(
    SELECT 'number:' || substr(number, n) FROM generate_series(1, length(number)) n
    UNION ALL SELECT 'name:' || lower(substr(customer->>'name', n)) FROM generate_series(1, length(customer->>'name')) n
    UNION ALL SELECT 'phone:' || known FROM regexp_replace(customer->>'phone', '\D', '', 'g') digits, unnest(ARRAY[digits, right(digits, 4)]) known
        WHERE known <> ''
    UNION ALL SELECT 'product:' || (line->>'product') FROM jsonb_array_elements(lines) line WHERE line->>'product' <> ''
));

-- CreateTable
CREATE TABLE "orders" (
    "number" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "plan_version" INTEGER NOT NULL DEFAULT 0,
    "channel" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "complex" BOOLEAN NOT NULL,
    "risk" BOOLEAN NOT NULL DEFAULT false,
    "needs_checked" BOOLEAN NOT NULL,
    "customer" JSONB NOT NULL,
    "delivery" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "delivery_at" TIMESTAMPTZ(3) NOT NULL,
    "total_fen" INTEGER NOT NULL,
    "deposit_fen" INTEGER NOT NULL,
    "received_fen" INTEGER NOT NULL DEFAULT 0,
    "refunded_fen" INTEGER NOT NULL DEFAULT 0,
    "outstanding_fen" INTEGER NOT NULL,
    "costs_fen" INTEGER NOT NULL DEFAULT 0,
    "accepted_at" TIMESTAMPTZ(3),
    "change_window_ends_at" TIMESTAMPTZ(3),
    "planned_start_at" TIMESTAMPTZ(3),
    "making_done_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "follow_up_at" TIMESTAMPTZ(3),
    "stages" JSONB NOT NULL DEFAULT '[]',
    "moments" JSONB NOT NULL DEFAULT '[]',
    "shut" JSONB NOT NULL DEFAULT '[]',
    "intake_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" TEXT NOT NULL,
    "words" tsvector GENERATED ALWAYS AS (order_words("number", "customer", "lines")) STORED,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "timeline" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "rule_id" TEXT,
    "data" JSONB NOT NULL,
    "text_id" TEXT,
    "covers" JSONB,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,

    CONSTRAINT "timeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "assignee" TEXT,
    "department" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "first_due_at" TIMESTAMPTZ(3),
    "paused_since" TIMESTAMPTZ(3),
    "paused_ms" BIGINT NOT NULL DEFAULT 0,
    "reason" JSONB,
    "rule_ids" TEXT[],
    "breached_at" TIMESTAMPTZ(3),
    "rung" INTEGER NOT NULL DEFAULT 0,
    "next_rung_at" TIMESTAMPTZ(3),
    "ladder" TEXT[],
    "state" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "texts" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changes" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "patch" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "preview" JSONB NOT NULL,
    "preview_hash" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "text_id" TEXT,
    "requested_by" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" JSONB,
    "decided_at" TIMESTAMPTZ(3),
    "decision_text_id" TEXT,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_versions" (
    "order_number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "delivery" JSONB NOT NULL,
    "delivery_at" TIMESTAMPTZ(3) NOT NULL,
    "total_fen" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_versions_pkey" PRIMARY KEY ("order_number","version")
);

-- CreateTable
CREATE TABLE "order_loads" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" BOOLEAN NOT NULL,

    CONSTRAINT "order_loads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exceptions" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reporter" JSONB NOT NULL,
    "late" BOOLEAN NOT NULL,
    "item" TEXT,
    "state" TEXT NOT NULL,
    "first_response_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "text_id" TEXT,

    CONSTRAINT "exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,
    "text_id" TEXT,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "costs" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "cost" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,

    CONSTRAINT "costs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photos" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" TEXT NOT NULL,

    CONSTRAINT "photos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppliers" (
    "id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "email" TEXT,
    "url" TEXT,
    "items" TEXT[],
    "rank" INTEGER NOT NULL,
    "limit_minutes" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "suppliers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supplier_contacts" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "exception_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "result" TEXT NOT NULL,
    "promised_at" TIMESTAMPTZ(3),

    CONSTRAINT "supplier_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "store_id" TEXT NOT NULL,
    "thread" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "rule_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "order_words" JSONB,
    "seq" BIGSERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "channels" TEXT[],
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_why" TEXT,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_attempts" (
    "id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "error" TEXT,

    CONSTRAINT "notice_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "links" (
    "id" TEXT NOT NULL,
    "process_id" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "may" TEXT[],
    "issued_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "last_used_at" TIMESTAMPTZ(3),
    "wrong_tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_acts" (
    "link_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "acts" INTEGER NOT NULL,

    CONSTRAINT "link_acts_pkey" PRIMARY KEY ("link_id","day")
);

-- CreateTable
CREATE TABLE "ratings" (
    "order_number" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text_id" TEXT,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("order_number")
);

-- CreateTable
CREATE TABLE "delay_causes" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delay_causes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_months" (
    "store_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "measured" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_months_pkey" PRIMARY KEY ("store_id","month","figure","person")
);

-- CreateTable
CREATE TABLE "report_rows" (
    "store_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "what" TEXT,

    CONSTRAINT "report_rows_pkey" PRIMARY KEY ("store_id","month","figure","id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "text_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "replied_at" TIMESTAMPTZ(3),

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "setting_edits_store_id_at_id_idx" ON "setting_edits"("store_id", "at", "id");

-- CreateIndex
CREATE INDEX "saved_views_store_id_staff_id_idx" ON "saved_views"("store_id", "staff_id");

-- CreateIndex
CREATE INDEX "saved_views_store_id_role_idx" ON "saved_views"("store_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "staff_login_key" ON "staff"("login");

-- CreateIndex
CREATE INDEX "absences_staff_id_from_idx" ON "absences"("staff_id", "from");

-- CreateIndex
CREATE INDEX "sign_ins_store_id_at_id_idx" ON "sign_ins"("store_id", "at", "id");

-- CreateIndex
CREATE INDEX "sign_ins_at_idx" ON "sign_ins"("at");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_id_key" ON "sessions"("id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "feed_xid_id_idx" ON "feed"("xid", "id");

-- CreateIndex
CREATE INDEX "feed_written_at_idx" ON "feed"("written_at");

-- CreateIndex
CREATE INDEX "acts_under_way_begun_at_idx" ON "acts_under_way"("begun_at");

-- CreateIndex
CREATE INDEX "processes_about_order_idx" ON "processes"("about_order");

-- CreateIndex
CREATE INDEX "processes_kind_state_idx" ON "processes"("kind", "state");

-- CreateIndex
CREATE INDEX "processes_launched_at_idx" ON "processes"("launched_at");

-- CreateIndex
CREATE INDEX "processes_closed_at_number_idx" ON "processes"("closed_at", "number");

-- CreateIndex
CREATE UNIQUE INDEX "processes_kind_number_key" ON "processes"("kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "orders_process_id_key" ON "orders"("process_id");

-- CreateIndex
CREATE INDEX "orders_store_id_delivery_at_number_idx" ON "orders"("store_id", "delivery_at", "number");

-- CreateIndex
CREATE INDEX "orders_store_id_intake_at_number_idx" ON "orders"("store_id", "intake_at", "number");

-- CreateIndex
CREATE INDEX "orders_taken_by_idx" ON "orders"("taken_by");

-- CreateIndex
CREATE INDEX "orders_words_idx" ON "orders" USING GIN ("words");

-- CreateIndex
CREATE INDEX "timeline_process_id_kind_idx" ON "timeline"("process_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_process_id_seq_key" ON "timeline"("process_id", "seq");

-- CreateIndex
CREATE INDEX "tasks_state_role_due_at_idx" ON "tasks"("state", "role", "due_at");

-- CreateIndex
CREATE INDEX "tasks_state_assignee_due_at_idx" ON "tasks"("state", "assignee", "due_at");

-- CreateIndex
CREATE INDEX "tasks_process_id_state_idx" ON "tasks"("process_id", "state");

-- CreateIndex
CREATE INDEX "tasks_store_id_closed_at_idx" ON "tasks"("store_id", "closed_at");

-- CreateIndex
CREATE INDEX "tasks_store_id_opened_at_idx" ON "tasks"("store_id", "opened_at");

-- CreateIndex
CREATE INDEX "texts_process_id_idx" ON "texts"("process_id");

-- CreateIndex
CREATE INDEX "changes_order_number_idx" ON "changes"("order_number");

-- CreateIndex
CREATE INDEX "changes_state_requested_at_id_idx" ON "changes"("state", "requested_at", "id");

-- CreateIndex
CREATE INDEX "order_loads_at_idx" ON "order_loads"("at");

-- CreateIndex
CREATE INDEX "order_loads_order_number_idx" ON "order_loads"("order_number");

-- CreateIndex
CREATE INDEX "exceptions_order_number_idx" ON "exceptions"("order_number");

-- CreateIndex
CREATE INDEX "exceptions_state_reported_at_id_idx" ON "exceptions"("state", "reported_at", "id");

-- CreateIndex
CREATE INDEX "exceptions_reported_at_idx" ON "exceptions"("reported_at");

-- CreateIndex
CREATE INDEX "payments_order_number_idx" ON "payments"("order_number");

-- CreateIndex
CREATE INDEX "costs_order_number_idx" ON "costs"("order_number");

-- CreateIndex
CREATE INDEX "photos_process_id_idx" ON "photos"("process_id");

-- CreateIndex
CREATE INDEX "supplier_contacts_order_number_idx" ON "supplier_contacts"("order_number");

-- CreateIndex
CREATE INDEX "notices_state_not_before_idx" ON "notices"("state", "not_before");

-- CreateIndex
CREATE INDEX "notices_thread_to_seq_idx" ON "notices"("thread", "to", "seq");

-- CreateIndex
CREATE INDEX "notice_attempts_notice_id_idx" ON "notice_attempts"("notice_id");

-- CreateIndex
CREATE INDEX "links_process_id_idx" ON "links"("process_id");

-- CreateIndex
CREATE INDEX "ratings_at_idx" ON "ratings"("at");

-- CreateIndex
CREATE INDEX "delay_causes_order_number_at_id_idx" ON "delay_causes"("order_number", "at", "id");

-- AddForeignKey
ALTER TABLE "store_closures" ADD CONSTRAINT "store_closures_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store_pictures" ADD CONSTRAINT "store_pictures_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "processes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "stores"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
