package com.callfloor.dialer.web.access;

import java.util.EnumSet;
import java.util.Set;

import com.callfloor.dialer.staff.Role;
import io.vertx.core.http.HttpMethod;

import static com.callfloor.dialer.staff.Role.ADMINISTRATOR;
import static com.callfloor.dialer.staff.Role.AGENT;
import static com.callfloor.dialer.staff.Role.AUDITOR;
import static com.callfloor.dialer.staff.Role.INTEGRATION;
import static com.callfloor.dialer.staff.Role.QA;
import static com.callfloor.dialer.staff.Role.SUPERVISOR;

/**
 * Everything the API does, and who may do it: the one table. What is not in it does not exist, and nothing can be served
 * without an entry here. Agents have no lists: they see the call and the case that the floor gives them, or the one
 * whose reference they know.
 *
 * <p>The order is that of matching: {@code /api/agents/me} comes before {@code /api/agents/{id}}.
 */
public enum Operation {
    SIGN_IN("POST", "/api/session", Body.JSON, Set.of()),

    SESSION("GET", "/api/session", Body.NONE, everyone()),

    SIGN_OUT("DELETE", "/api/session", Body.NONE, everyone()),

    CHANGE_OWN_PASSWORD("POST", "/api/session/password", Body.JSON, people()),

    HEADSET("POST", "/api/session/phone", Body.JSON, Set.of(AGENT, SUPERVISOR)),

    PHONE_LINE("GET", "/api/phone", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    SIGN_IN_WAYS("GET", "/api/sign-in", Body.NONE, Set.of()),

    PROVIDER_SIGN_IN("GET", "/api/sign-in/provider", Body.NONE, Set.of()),

    PROVIDER_ANSWER("GET", "/api/sign-in/provider/answer", Body.NONE, Set.of()),

    USERS("GET", "/api/users", Body.NONE, Set.of(ADMINISTRATOR, AUDITOR)),

    HIRE_USER("POST", "/api/users", Body.JSON, Set.of(ADMINISTRATOR)),

    CHANGE_USER("PUT", "/api/users/{id}", Body.JSON, Set.of(ADMINISTRATOR)),

    SET_PASSWORD("POST", "/api/users/{id}/password", Body.JSON, Set.of(ADMINISTRATOR)),

    /** Where somebody is signed in. */
    SESSIONS_OF("GET", "/api/users/{id}/sessions", Body.NONE, Set.of(ADMINISTRATOR, AUDITOR)),

    END_SESSION("DELETE", "/api/users/{id}/sessions/{session}", Body.NONE, Set.of(ADMINISTRATOR)),

    END_SESSIONS("DELETE", "/api/users/{id}/sessions", Body.NONE, Set.of(ADMINISTRATOR)),

    TOKENS("GET", "/api/tokens", Body.NONE, Set.of(ADMINISTRATOR, AUDITOR)),

    MAKE_TOKEN("POST", "/api/tokens", Body.JSON, Set.of(ADMINISTRATOR)),

    REVOKE_TOKEN("DELETE", "/api/tokens/{name}", Body.NONE, Set.of(ADMINISTRATOR)),

    AUDIT_LOG("GET", "/api/audit", Body.NONE, Set.of(ADMINISTRATOR, AUDITOR)),

    FLOOR("GET", "/api/floor", Body.NONE, everyone()),

    LIVE("GET", "/api/live", Body.NONE, Set.of(AGENT, SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    OWN_AGENT("GET", "/api/agents/me", Body.NONE, Set.of(AGENT)),

    OWN_DAY("GET", "/api/agents/me/day", Body.NONE, Set.of(AGENT)),

    OWN_REVIEWS("GET", "/api/agents/me/reviews", Body.NONE, Set.of(AGENT)),

    OWN_REVIEW("GET", "/api/agents/me/reviews/{id}", Body.NONE, Set.of(AGENT)),

    ACKNOWLEDGE_REVIEW("POST", "/api/agents/me/reviews/{id}/acknowledgement", Body.NONE, Set.of(AGENT)),

    APPEAL_REVIEW("POST", "/api/agents/me/reviews/{id}/appeal", Body.JSON, Set.of(AGENT)),

    OWN_NOTICES("GET", "/api/agents/me/notices", Body.NONE, Set.of(AGENT)),

    READ_NOTICE("POST", "/api/agents/me/notices/{id}/read", Body.NONE, Set.of(AGENT)),

    OWN_STATE("POST", "/api/agents/me/state", Body.JSON, Set.of(AGENT)),

    PAUSE_RECORDING("POST", "/api/agents/me/recording/pause", Body.NONE, Set.of(AGENT)),

    RESUME_RECORDING("POST", "/api/agents/me/recording/resume", Body.NONE, Set.of(AGENT)),

    AGENTS("GET", "/api/agents", Body.NONE, readers()),

    AGENT_STATE("POST", "/api/agents/{id}/state", Body.JSON, Set.of(SUPERVISOR)),

    LISTEN("POST", "/api/agents/{id}/listen", Body.JSON, Set.of(SUPERVISOR)),

    NOTICES("GET", "/api/notices", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    SEND_NOTICE("POST", "/api/notices", Body.JSON, Set.of(SUPERVISOR)),

    ALERTS("GET", "/api/alerts", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    ACKNOWLEDGE_ALERT("POST", "/api/alerts/{id}/acknowledgement", Body.NONE, Set.of(SUPERVISOR)),

    CALLS("GET", "/api/calls", Body.NONE, readers()),

    CALL("GET", "/api/calls/{id}", Body.NONE, readers()),

    HANG_UP("POST", "/api/calls/{id}/hangup", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    HOLD("POST", "/api/calls/{id}/hold", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    RESUME("POST", "/api/calls/{id}/resume", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    PRESS_KEYS("POST", "/api/calls/{id}/dtmf", Body.JSON, Set.of(AGENT, SUPERVISOR)),

    TAKE_OVER("POST", "/api/calls/{id}/take-over", Body.JSON, Set.of(SUPERVISOR)),

    RECEIVERS("GET", "/api/calls/{id}/receivers", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    TRANSFER("POST", "/api/calls/{id}/transfer", Body.JSON, Set.of(AGENT, SUPERVISOR)),

    OUTSIDE_DESTINATIONS("GET", "/api/calls/{id}/outside", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    TRANSFER_OUTSIDE("POST", "/api/calls/{id}/outside", Body.JSON, Set.of(AGENT, SUPERVISOR)),

    ACCEPT_TRANSFER("POST", "/api/calls/{id}/transfer/acceptance", Body.JSON, Set.of(SUPERVISOR)),

    COMPLETE_TRANSFER("POST", "/api/calls/{id}/transfer/completion", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    CANCEL_TRANSFER("DELETE", "/api/calls/{id}/transfer", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    CONFERENCE("POST", "/api/calls/{id}/conference", Body.NONE, Set.of(AGENT, SUPERVISOR)),

    DISPOSE("POST", "/api/calls/{id}/disposition", Body.JSON, Set.of(AGENT)),

    WRAP_UP_DRAFT("GET", "/api/calls/{id}/wrap-up", Body.NONE, Set.of(AGENT)),

    SAVE_WRAP_UP_DRAFT("PUT", "/api/calls/{id}/wrap-up", Body.JSON, Set.of(AGENT)),

    DISPOSITIONS("GET", "/api/dispositions", Body.NONE, everyone()),

    /** Agents see their own call-backs. */
    TASKS("GET", "/api/tasks", Body.NONE, everyone()),

    /** Agents: their own call-backs. */
    TASK_DONE("POST", "/api/tasks/{id}/done", Body.JSON, Set.of(AGENT, SUPERVISOR, ADMINISTRATOR)),

    CALL_PREVIEWED("POST", "/api/previews/{id}/call", Body.NONE, Set.of(AGENT)),

    SKIP_PREVIEWED("POST", "/api/previews/{id}/skip", Body.JSON, Set.of(AGENT)),

    /** Agents find one by its reference, to call it; they have no list. */
    CASES("GET", "/api/cases", Body.NONE, everyone()),

    /** A question, and a POST only so that a number stands in no address. */
    FIND_CASES("POST", "/api/cases/search", Body.JSON, readers()),

    WITHDRAW_CASES("POST", "/api/cases/withdraw", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR, INTEGRATION)),

    CALL_CASE("POST", "/api/cases/{id}/call", Body.NONE, Set.of(AGENT)),

    CASE("GET", "/api/cases/{id}", Body.NONE, readers()),

    TIMELINE("GET", "/api/cases/{id}/timeline", Body.NONE, readers()),

    CASE_NUMBERS("GET", "/api/cases/{id}/numbers", Body.NONE, readers()),

    /** Agents: of the case that is before them. */
    CASE_STRATEGY("GET", "/api/cases/{id}/strategy", Body.NONE, everyone()),

    /** Agents: of the case that is before them. */
    CALL_BACK_SLOTS("GET", "/api/cases/{id}/call-back-slots", Body.NONE, everyone()),

    /** Agents: of the case that is before them. */
    CASE_SCRIPT("GET", "/api/cases/{id}/script", Body.NONE, everyone()),

    /** Agents: of the case that is before them. */
    CASE_MESSAGES("GET", "/api/cases/{id}/messages", Body.NONE, everyone()),

    /** Agents: of the case that is before them. */
    PREVIEW_MESSAGE("GET", "/api/cases/{id}/messages/preview", Body.NONE, everyone()),

    /** Agents: about the case that is before them. */
    SEND_MESSAGE("POST", "/api/cases/{id}/messages", Body.JSON, Set.of(AGENT, SUPERVISOR, ADMINISTRATOR)),

    NOTE_EMAIL("POST", "/api/cases/{id}/emails", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR, INTEGRATION)),

    MESSAGE_TEMPLATES("GET", "/api/messages/templates", Body.NONE, everyone()),

    /** Open to all, since a provider has no sign-in: each report proves by its header that it comes from the provider. */
    MESSAGE_REPORTS("POST", "/api/messages/reports/{gateway}", Body.JSON, Set.of()),

    FACTS("GET", "/api/cases/{id}/facts", Body.NONE, readers()),

    NOTE_FACT("POST", "/api/cases/{id}/facts", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR, INTEGRATION)),

    WITHDRAW_FACT("POST", "/api/cases/{id}/facts/{fact}/withdrawal", Body.JSON,
            Set.of(SUPERVISOR, ADMINISTRATOR, INTEGRATION)),

    NOTE_CALL("POST", "/api/cases/{id}/calls", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR, INTEGRATION)),

    STRATEGIES("GET", "/api/strategies", Body.NONE, readers()),

    PREVIEW_STRATEGY("POST", "/api/strategies/preview", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR)),

    SCRIPTS("GET", "/api/scripts", Body.NONE, readers()),

    DECISIONS("GET", "/api/decisions", Body.NONE, readers()),

    DECISION("GET", "/api/decisions/{id}", Body.NONE, readers()),

    RULES_CHECK("GET", "/api/rules/check", Body.NONE, readers()),

    RULE_PACKS("GET", "/api/rules/packs", Body.NONE, readers()),

    /** Which packs apply to which calls. */
    RULE_ASSIGNMENTS("GET", "/api/rules/assignments", Body.NONE, readers()),

    CALENDARS("GET", "/api/calendars", Body.NONE, readers()),

    LENDERS("GET", "/api/lenders", Body.NONE, readers()),

    CADENCE("GET", "/api/cadence", Body.NONE, readers()),

    DO_NOT_CALL("GET", "/api/do-not-call", Body.NONE, readers()),

    ADD_DO_NOT_CALL("POST", "/api/do-not-call/{list}", Body.UPLOAD, Set.of(ADMINISTRATOR, INTEGRATION)),

    REMOVE_DO_NOT_CALL("DELETE", "/api/do-not-call/{list}/{number}", Body.NONE, Set.of(ADMINISTRATOR, INTEGRATION)),

    IMPORT("POST", "/api/imports", Body.UPLOAD, Set.of(ADMINISTRATOR, INTEGRATION)),

    TAKE_PAYMENTS("POST", "/api/payments", Body.JSON, Set.of(ADMINISTRATOR, INTEGRATION)),

    IMPORT_PAYMENTS("POST", "/api/payments/imports", Body.UPLOAD, Set.of(ADMINISTRATOR, INTEGRATION)),

    REJECTED_PAYMENTS("GET", "/api/payments/imports/{id}/rejected", Body.NONE, readers()),

    UNMATCHED_PAYMENTS("GET", "/api/payments/unmatched", Body.NONE, readers()),

    MATCH_PAYMENT("POST", "/api/payments/{id}/match", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR)),

    CASE_PAYMENTS("GET", "/api/cases/{id}/payments", Body.NONE, readers()),

    IMPORTS("GET", "/api/imports", Body.NONE, readers()),

    IMPORT_STATE("GET", "/api/imports/{id}", Body.NONE, readers()),

    /** Whole rows of the lender's file, names and numbers among them: only for those who may import one. */
    REJECTED_ROWS("GET", "/api/imports/{id}/rejected", Body.NONE, Set.of(ADMINISTRATOR, INTEGRATION)),

    CONFIRM_IMPORT("POST", "/api/imports/{id}/confirm", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, INTEGRATION)),

    TRUNKS("GET", "/api/trunks", Body.NONE, readers()),

    CAMPAIGNS("GET", "/api/campaigns", Body.NONE, readers()),

    CAMPAIGN_DIALING("GET", "/api/campaigns/{id}/dialing", Body.NONE, readers()),

    ABANDONMENT("GET", "/api/campaigns/{id}/abandonment", Body.NONE, readers()),

    EFFECT("GET", "/api/reports/effect", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    EFFECT_CSV("GET", "/api/reports/effect.csv", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    EFFECT_XLSX("GET", "/api/reports/effect.xlsx", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    HEATMAP("GET", "/api/reports/heatmap", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    EXPERIMENTS("GET", "/api/reports/experiments", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    EXPERIMENT("GET", "/api/reports/experiments/{name}", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    CAMPAIGN_MODE("POST", "/api/campaigns/{id}/mode", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR)),

    CHANGE_CAMPAIGN("POST", "/api/campaigns/{id}/settings", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR)),

    CHANGE_TRUNK("POST", "/api/trunks/{name}/settings", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR)),

    CHANGES("GET", "/api/changes", Body.NONE, readers()),

    UNDO_CHANGE("POST", "/api/changes/{id}/undo", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR)),

    /** Agents: of their own calls, where the floor lets them. */
    RECORDINGS("GET", "/api/recordings", Body.NONE, everyone()),

    EXPORT_RECORDINGS("POST", "/api/recordings/exports", Body.JSON, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    RECORDING_EXPORT("GET", "/api/recordings/exports/{id}", Body.NONE, Set.of(SUPERVISOR, QA, ADMINISTRATOR, AUDITOR)),

    /** Agents: of their own calls, where the floor lets them. */
    RECORDING("GET", "/api/recordings/{id}", Body.NONE, everyone()),

    /** Agents: of their own calls, where the floor lets them. */
    AUDIO("GET", "/api/recordings/{id}/audio", Body.NONE, everyone()),

    ACCESSES("GET", "/api/recordings/{id}/accesses", Body.NONE, Set.of(SUPERVISOR, QA, ADMINISTRATOR, AUDITOR)),

    TEAMS("GET", "/api/teams", Body.NONE, Set.of(SUPERVISOR, QA, ADMINISTRATOR, AUDITOR)),

    MAKE_TEAM("POST", "/api/teams", Body.JSON, Set.of(ADMINISTRATOR)),

    PLACE_USER("PUT", "/api/users/{id}/team", Body.JSON, Set.of(ADMINISTRATOR)),

    LIMIT_LISTENING("PUT", "/api/users/{id}/listening", Body.JSON, Set.of(ADMINISTRATOR)),

    RECORDING_HOLDS("GET", "/api/recording-holds", Body.NONE, Set.of(SUPERVISOR, ADMINISTRATOR, AUDITOR)),

    HOLD_CASE("POST", "/api/cases/{id}/recording-hold", Body.JSON, Set.of(ADMINISTRATOR, AUDITOR)),

    HOLD_RECORDING("POST", "/api/recordings/{id}/hold", Body.JSON, Set.of(ADMINISTRATOR, AUDITOR)),

    LIFT_HOLD("POST", "/api/recording-holds/{id}/lift", Body.JSON, Set.of(ADMINISTRATOR, AUDITOR)),

    WAVEFORM("GET", "/api/recordings/{id}/waveform", Body.NONE, readers()),

    TRANSCRIPT("GET", "/api/recordings/{id}/transcript", Body.NONE, judges()),

    KEEP_TRANSCRIPT("PUT", "/api/recordings/{id}/transcript", Body.JSON, Set.of(QA, SUPERVISOR, INTEGRATION)),

    TRANSCRIBE("POST", "/api/recordings/{id}/transcription", Body.NONE, reviewers()),

    PHRASES("GET", "/api/recordings/{id}/phrases", Body.NONE, judges()),

    SCORECARDS("GET", "/api/quality/cards", Body.NONE, everyone()),

    REVIEWS("GET", "/api/quality/reviews", Body.NONE, judges()),

    OPEN_REVIEW("POST", "/api/quality/reviews", Body.JSON, reviewers()),

    REVIEW("GET", "/api/quality/reviews/{id}", Body.NONE, judges()),

    SAVE_REVIEW("PUT", "/api/quality/reviews/{id}", Body.JSON, reviewers()),

    SUBMIT_REVIEW("POST", "/api/quality/reviews/{id}/submission", Body.NONE, reviewers()),

    CORRECT_REVIEW("POST", "/api/quality/reviews/{id}/corrections", Body.JSON, reviewers()),

    DECIDE_APPEAL("POST", "/api/quality/reviews/{id}/decision", Body.JSON, reviewers()),

    /** Sign-ins and names of those who may be given reviews. */
    REVIEWERS("GET", "/api/quality/reviewers", Body.NONE, reviewers()),

    SAMPLES("GET", "/api/quality/samples", Body.NONE, judges()),

    DRAW_SAMPLE("POST", "/api/quality/samples", Body.JSON, reviewers()),

    SAMPLE("GET", "/api/quality/samples/{id}", Body.NONE, judges()),

    ASSIGNMENTS("GET", "/api/quality/assignments", Body.NONE, reviewers()),

    SEARCH_CALLS("GET", "/api/quality/search", Body.NONE, judges()),

    /** A question, and a POST only so that the number stands in no address. */
    SEARCH_CALLS_BY_NUMBER("POST", "/api/quality/search", Body.JSON, judges()),

    QUALITY_TRENDS("GET", "/api/quality/trends", Body.NONE, judges()),

    CALIBRATIONS("GET", "/api/quality/calibrations", Body.NONE, judges()),

    OPEN_CALIBRATION("POST", "/api/quality/calibrations", Body.JSON, reviewers()),

    CALIBRATION("GET", "/api/quality/calibrations/{id}", Body.NONE, judges()),

    CLOSE_CALIBRATION("POST", "/api/quality/calibrations/{id}/closing", Body.NONE, reviewers()),

    AGREEMENT("GET", "/api/quality/agreement", Body.NONE, judges()),

    AWAITED_RECORDINGS("GET", "/api/recorder/awaiting", Body.NONE, Set.of(INTEGRATION)),

    RECORDING_STATE("GET", "/api/recorder/recordings/{id}", Body.NONE, Set.of(INTEGRATION)),

    HAND_IN_RECORDING("PUT", "/api/recorder/recordings/{id}", Body.UPLOAD, Set.of(INTEGRATION)),

    MISS_RECORDING("POST", "/api/recorder/recordings/{id}/missing", Body.JSON, Set.of(INTEGRATION)),

    WEBHOOKS("GET", "/api/webhooks", Body.NONE, Set.of(ADMINISTRATOR)),

    WEBHOOK_DELIVERIES("GET", "/api/webhooks/deliveries", Body.NONE, Set.of(ADMINISTRATOR)),

    RESEND_WEBHOOK("POST", "/api/webhooks/deliveries/{id}/resend", Body.NONE, Set.of(ADMINISTRATOR)),

    TEST_WEBHOOK("POST", "/api/webhooks/{name}/test", Body.NONE, Set.of(ADMINISTRATOR)),

    SYSTEM_HEALTH("GET", "/api/system/health", Body.NONE, Set.of(ADMINISTRATOR, AUDITOR)),

    CONFIGURATION("GET", "/api/configuration", Body.NONE, Set.of(ADMINISTRATOR, AUDITOR)),

    OPENAPI("GET", "/api/openapi.yaml", Body.NONE, Set.of()),

    ALIVE("GET", "/health/live", Body.NONE, Set.of()),

    READY("GET", "/health/ready", Body.NONE, Set.of()),

    METRICS("GET", "/metrics", Body.NONE, Set.of());

    private final String method;
    private final String path;
    private final Body body;
    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable; its type does not say so.
    private final Set<Role> roles;

    Operation(String method, String path, Body body, Set<Role> roles) {
        this.method = method;
        this.path = path;
        this.body = body;
        this.roles = Set.copyOf(roles);
    }

    public HttpMethod method() {
        return HttpMethod.valueOf(method);
    }

    /** As OpenAPI writes it: {@code /api/cases/{id}}. */
    public String path() {
        return path;
    }

    public Body body() {
        return body;
    }

    /** Whether it answers those who are not signed in. Only such operations name no role. */
    public boolean open() {
        return roles.isEmpty();
    }

    /** Whether it speaks WebSocket: the endpoint takes the connection over, and other sites' pages must not. */
    public boolean isLine() {
        return this == LIVE || this == PHONE_LINE;
    }

    /** Whether somebody does something: what a page that is only open asks again and again is no use of a session. */
    public boolean isUse() {
        return switch (this) {
            case LIVE, PHONE_LINE, SESSION, FLOOR, SYSTEM_HEALTH, CAMPAIGNS, CAMPAIGN_DIALING, TRUNKS, CHANGES, IMPORTS,
                    IMPORT_STATE ->
                false;
            default -> true;
        };
    }

    /** Whether its body or its answer holds a secret: nothing of it is kept, not even to know it again. */
    public boolean holdsSecret() {
        return switch (this) {
            case SIGN_IN, CHANGE_OWN_PASSWORD, HIRE_USER, SET_PASSWORD, MAKE_TOKEN, HEADSET -> true;
            default -> false;
        };
    }

    public boolean permits(Role role) {
        return roles.contains(role);
    }

    public boolean changesState() {
        return !method.equals("GET");
    }

    /** What of it the audit log hears, and when. Whatever is not named otherwise is written down first. */
    public Audit audit() {
        return switch (this) {
            // They tell and change nothing about a debtor, or are asked all day long by machines.
            case SESSION, FLOOR, LIVE, PHONE_LINE, OWN_AGENT, OWN_DAY, OWN_NOTICES, AGENTS, RECEIVERS,
                    OUTSIDE_DESTINATIONS, ALERTS,
                    WRAP_UP_DRAFT, DISPOSITIONS,
                    MESSAGE_TEMPLATES,
                    STRATEGIES,
                    SCRIPTS, RULE_PACKS, RULE_ASSIGNMENTS, CALENDARS, LENDERS, CADENCE, IMPORTS, IMPORT_STATE, TRUNKS,
                    CAMPAIGNS, CAMPAIGN_DIALING,
                    CHANGES, ABANDONMENT, EFFECT,
                    HEATMAP,
                    EXPERIMENTS, EXPERIMENT, REVIEWERS, AWAITED_RECORDINGS, RECORDING_STATE, WEBHOOKS,
                    SYSTEM_HEALTH ->
                Audit.NONE;
            // An agent must be able to end a call and go home while the database is away.
            case HEADSET, OWN_STATE, PAUSE_RECORDING, RESUME_RECORDING, AGENT_STATE, HANG_UP, HOLD, RESUME, PRESS_KEYS,
                    TRANSFER, COMPLETE_TRANSFER, CANCEL_TRANSFER, CONFERENCE,
                    DISPOSE,
                    SAVE_WRAP_UP_DRAFT, CALL_PREVIEWED, SKIP_PREVIEWED,
                    CALL_CASE,
                    CAMPAIGN_MODE ->
                Audit.BESIDE;
            default -> open() ? Audit.NONE : Audit.FIRST;
        };
    }

    private static Set<Role> everyone() {
        return EnumSet.allOf(Role.class);
    }

    private static Set<Role> people() {
        return EnumSet.complementOf(EnumSet.of(INTEGRATION));
    }

    private static Set<Role> readers() {
        return EnumSet.complementOf(EnumSet.of(AGENT));
    }

    /** Who reviews calls. */
    private static Set<Role> reviewers() {
        return Set.of(QA, SUPERVISOR);
    }

    /** Who may read what reviewers found of anybody. */
    private static Set<Role> judges() {
        return Set.of(QA, SUPERVISOR, ADMINISTRATOR, AUDITOR);
    }

    /** How an operation is written to the audit log. */
    public enum Audit {
        NONE,
        /** Before it is done, and only then. */
        FIRST,
        /** While it is done: it waits for nothing. */
        BESIDE
    }

    /** What kind of body a request has. */
    public enum Body {
        NONE, JSON,
        /** Too large for memory: the endpoint takes it to disk. */
        UPLOAD
    }
}
