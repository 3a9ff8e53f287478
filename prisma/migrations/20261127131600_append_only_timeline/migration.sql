-- The timeline is append-only. A repair by hand (restoring a backup, say) needs a superuser who says so for one transaction:
--   BEGIN; SET LOCAL session_replication_role = replica; …; COMMIT;
-- Under that role ordinary triggers do not fire. `npm run verify` still shows what such a repair changed: the hash chain does not bend.
CREATE FUNCTION "timeline_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the timeline is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "timeline_no_change" BEFORE UPDATE OR DELETE ON "timeline" FOR EACH ROW EXECUTE FUNCTION "timeline_is_append_only"();
CREATE TRIGGER "timeline_no_truncate" BEFORE TRUNCATE ON "timeline" FOR EACH STATEMENT EXECUTE FUNCTION "timeline_is_append_only"();
