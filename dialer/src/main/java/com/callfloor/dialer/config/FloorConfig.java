package com.callfloor.dialer.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code config/floor.yaml}; the file itself explains each value. */
public record FloorConfig(FloorSection floor, DatabaseSection database, PbxSection pbx,
        List<TrunkSection> trunks, DialingSection dialing, AgentsSection agents, TransfersSection transfers,
        List<CampaignSection> campaigns,
        SkillsSection skills,
        FollowUpSection followUp, MessagesSection messages, RulesSection rules, PaymentsSection payments,
        EffectSection effect, List<ExperimentSection> experiments, RecorderSection recorder,
        RecordingsSection recordings, SpeechSection speech, IntakeSection intake,
        AlertsSection alerts, WebSection web, List<WebhookSection> webhooks, DemoSection demo) {

    /** The same with another dialing mode. */
    public FloorConfig withMode(String mode) {
        var changed = new DialingSection(mode, dialing.ratio(), dialing.abandonCap(), dialing.abandonWindows(),
                dialing.longestRing(), dialing.setUp(), dialing.longestCall(), dialing.previewTime(),
                dialing.dueAgainAfter(), dialing.answeringMachines(), dialing.machineFalsePositives(),
                dialing.forecast());
        return new FloorConfig(floor, database, pbx, trunks, changed, agents, transfers,
                campaigns.stream().map(campaign -> campaign.withMode(mode)).toList(), skills, followUp, messages,
                rules, payments, effect, experiments, recorder, recordings, speech, intake, alerts, web, webhooks,
                demo);
    }

    /** The same with another console port. */
    public FloorConfig withPort(int port) {
        return new FloorConfig(floor, database, pbx, trunks, dialing, agents, transfers, campaigns, skills, followUp,
                messages,
                rules, payments, effect, experiments, recorder, recordings, speech, intake, alerts,
                new WebSection(web.host(), port, web.publicUrl(), web.tls(),
                        web.signIn()),
                webhooks,
                demo);
    }

    /** The same with another number of simulated agents. */
    public FloorConfig withAgents(int simulated) {
        var changed = new DemoSection(simulated, demo.seed(), demo.wrapUp(), demo.longestTalk(), demo.preview(),
                demo.carrier());
        return new FloorConfig(floor, database, pbx, trunks, dialing, agents, transfers, campaigns, skills, followUp,
                messages,
                rules, payments, effect, experiments, recorder, recordings, speech, intake, alerts, web, webhooks,
                changed);
    }

    /** {@code spokenName..}, {@code callbackNumber}: what the PBX says to people and machines. */
    public record FloorSection(String name, String country, String currency, String language, String spokenNameZh,
            String spokenNameEn, String callbackNumber) {}

    public record DatabaseSection(String url, String user, @Secret String password, int pool) {
        public boolean isEmbedded() {
            return url.equals("embedded");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "database " + url + " as " + user;
        }
    }

    public record PbxSection(String host, int port, String user, @Secret String secret, boolean tls, String trunk,
            String spool, String callerId) {
        public boolean isLocal() {
            return host.equals("local");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "PBX " + host + ":" + port + " as " + user;
        }
    }

    /** One way out; see {@link com.callfloor.dialer.trunks.Trunk}. */
    public record TrunkSection(String name, int channels, double callsPerSecond, List<CallerIdSection> callerIds) {}

    public record CallerIdSection(String number, List<String> regions) {}

    /** Empty {@code mode}: the one of the dialing section. Empty lists: any. */
    public record CampaignSection(String id, String name, String mode, List<String> lenders, List<String> products,
            boolean satisfaction) {
        CampaignSection withMode(String wanted) {
            return new CampaignSection(id, name, wanted, lenders, products, satisfaction);
        }
    }

    /** See {@link com.callfloor.dialer.agents.Skills}. */
    public record SkillsSection(Map<String, List<String>> agents, Map<String, List<String>> byLanguage,
            Map<String, List<String>> byProduct) {}

    /** See {@link com.callfloor.dialer.dispositions.FollowUpPlan}. */
    public record FollowUpSection(String timeZone, int promiseGraceDays, String remindAt, String remindBy,
            int longestPromiseDays, Duration postingCheck, Duration hardship, Duration complaint,
            Duration callBackGrace) {}

    /** See {@link com.callfloor.dialer.messages.MessageSettings}; no gateways: nothing is planned or sent. */
    public record MessagesSection(String remindBy, Duration latestArrival, int tries, Duration backOff,
            List<GatewaySection> gateways) {}

    /** See {@link com.callfloor.dialer.gateway.HttpGatewaySettings}. */
    public record GatewaySection(String name, List<String> channels, @Secret String url, String method,
            @Secret Map<String, String> headers, String content, @Secret String body, @Secret String token,
            String tokenFile,
            Duration connectTimeout, Duration timeout, boolean idempotent, AcceptedSection accepted, String messageId,
            ReportsSection reports) {
        /** Without the token. */
        @Override
        public String toString() {
            return "gateway " + name + " at " + url;
        }
    }

    public record AcceptedSection(String field, List<String> values) {}

    public record ReportsSection(@Secret String secret, String secretFile, String header, String proof, String list,
            String reference, String id, String status, List<String> delivered, List<String> failed, String from,
            String text) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "reports proven by " + header;
        }
    }

    /** For {@code abandonCap} and its windows see {@link com.callfloor.dialer.pacing.predictive.AbandonmentCap}. */
    public record DialingSection(String mode, double ratio, double abandonCap, List<Duration> abandonWindows,
            Duration longestRing, Duration setUp, Duration longestCall, Duration previewTime,
            Map<String, Duration> dueAgainAfter, String answeringMachines, double machineFalsePositives,
            String forecast) {}

    /** See {@link com.callfloor.dialer.agents.AgentPhones}. */
    public record AgentsSection(String headsets, Duration longestRing, Duration longestRecordingPause,
            Duration longestHold, Duration backWithin, BrowserPhonesSection browserPhones) {}

    /** {@code url}: the PBX's WebSocket for phones in browsers; empty: there are none, save on the local floor. */
    public record BrowserPhonesSection(String url, String prefix) {}

    /** To whom outside the floor debtors may be put through. */
    public record TransfersSection(List<OutsideSection> outside) {}

    /** See {@link com.callfloor.dialer.supervision.OutsideDestination}. */
    public record OutsideSection(String name, LabelSection label, String number, String trunk, List<String> lenders,
            String permission) {}

    public record LabelSection(String en, String zh) {}

    /** Which packs apply to which calls; see {@link com.callfloor.dialer.rules.PackChoice.Assignments}. */
    public record RulesSection(List<String> always, Map<String, List<String>> byRegion,
            Map<String, List<String>> byPostalCode, Map<String, List<String>> byLender, List<String> agency,
            List<String> creditor, List<String> firstPartyLenders) {}

    /** {@code restAfterPart}: for how long nobody is called about a case of which a part was paid. */
    public record PaymentsSection(Duration restAfterPart, String inbox) {}

    public record EffectSection(CostsSection costs) {}

    /** See {@link com.callfloor.dialer.effect.Costs}. Empty {@code currency}: the floor's. */
    public record CostsSection(String currency, BigDecimal agentHour, BigDecimal lineMinute, BigDecimal smsSegment,
            BigDecimal email) {}

    /** See {@link com.callfloor.dialer.strategy.Experiment}. */
    public record ExperimentSection(String name, List<String> lenders, String start, String end, String seed,
            List<ArmSection> arms) {}

    /** See {@link com.callfloor.dialer.strategy.Arm}. {@code scripts}: by stage. Empty {@code strategy}: the lender's. */
    public record ArmSection(String name, int weight, String strategy, Map<String, String> scripts) {}

    /** Who may hear them. */
    public record RecordingsSection(boolean agentsHearOwn) {}

    /**
     * {@code vault}: a folder, unless {@code s3} names an endpoint; {@code keys}: the file of the keys that recordings are
     * encrypted under; {@code format}: opus, flac or wav.
     */
    public record RecorderSection(String vault, String format, String keys, S3Section s3,
            List<RetentionSection> retention) {}

    /** See {@link com.callfloor.recorder.vault.s3.S3Settings}; an empty {@code endpoint}: recordings are kept in a folder. */
    public record S3Section(String endpoint, String bucket, String region, boolean pathStyle, @Secret String accessKey,
            @Secret String secretKey, String secretFile, Duration connectTimeout, Duration timeout) {
        /** Without the keys. */
        @Override
        public String toString() {
            return "object store " + bucket + " at " + endpoint;
        }
    }

    /** See {@link com.callfloor.dialer.recordings.RetentionRule}. */
    public record RetentionSection(String name, List<String> lenders, List<String> products, List<String> regions,
            List<String> packs, String keep, String from) {}

    /** See {@link com.callfloor.dialer.gateway.HttpTranscriber.Settings}. Empty {@code url}: no engine. */
    public record SpeechSection(String url, String model, @Secret String secret, Duration timeout) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "speech engine at " + url;
        }
    }

    /** {@code inbox}: a folder, empty for none; {@code mostMissing}: 0 to 1. */
    public record IntakeSection(String inbox, Duration settle, double mostMissing) {}

    /** See {@link com.callfloor.dialer.supervision.alerts.AlertSettings}. */
    public record AlertsSection(Duration calm, double abandonmentNear, int leastAnswered, double answerRateFall,
            int leastCalls, double casesBehind, int leastCases, int leastRecordings, Duration longestWrapUp,
            Map<String, Duration> longestBreak) {}

    /** {@code publicUrl}: what browsers reach it by, empty if that is host and port. */
    public record WebSection(String host, int port, String publicUrl, TlsSection tls, SignInSection signIn) {}

    /** See {@link com.callfloor.dialer.staff.SignInPolicy}. */
    public record SignInSection(Duration idle, Duration longest, boolean passwords, List<String> emergency,
            OidcSection oidc) {}

    /** See {@link com.callfloor.dialer.gateway.OpenIdSettings}; an empty {@code issuer}: no provider. */
    public record OidcSection(String name, String issuer, String clientId, @Secret String clientSecret,
            String clientSecretFile, List<String> scopes, String loginClaim, String nameClaim, String extensionClaim,
            String groupsClaim, String people, List<GroupSection> groups) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "OpenID provider " + issuer;
        }
    }

    /** See {@link com.callfloor.dialer.staff.GroupRules.Rule}. */
    public record GroupSection(String group, String role, String team, List<String> lenders) {}

    /** See {@link com.callfloor.dialer.web.tls.KeyFiles}; an empty {@code certificate}: plain HTTP. */
    public record TlsSection(String certificate, String key, @Secret String password, String passwordFile,
            int redirectFrom) {
        /** Without the password. */
        @Override
        public String toString() {
            return "TLS by " + certificate;
        }
    }

    /**
     * Who is told of what; see {@link com.callfloor.dialer.webhooks.Receiver}. One of the last two is empty.
     *
     * @param secret one or two secrets, between blanks
     * @param secretFile a file that holds them
     */
    public record WebhookSection(String name, @Secret String url, List<String> events, List<String> lenders,
            @Secret String secret,
            String secretFile) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "webhook " + name + " to " + url;
        }
    }

    /** {@code agents}: how many are simulated. */
    public record DemoSection(int agents, long seed, Duration wrapUp, Duration longestTalk, Duration preview,
            CarrierSection carrier) {}

    /** The first seven are shares; they need not add up to 100. */
    public record CarrierSection(int answers, int voicemail, int hangsUpAtOnce, int noAnswer, int busy,
            int notInService, int congestion, DurationRange ring, DurationRange talk) {}
}
