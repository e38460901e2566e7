package com.callfloor.dialer.web;

import java.time.InstantSource;
import java.util.List;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.cases.ImportBook;
import com.callfloor.dialer.contacts.ContactDesk;
import com.callfloor.dialer.idempotency.IdempotencyBook;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.recordings.RecorderInbox;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingHolds;
import com.callfloor.dialer.recordings.RecordingWaveforms;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.live.ChangeBook;
import com.callfloor.dialer.supervision.live.LiveSettings;
import com.callfloor.dialer.supervision.why.CaseTallyBook;
import com.callfloor.dialer.web.ops.HealthCheck;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Everything that the web server shows and acts on.
 *
 * @param clock the real one, for sessions, also on a floor whose clock is simulated
 */
public record WebPorts(FloorWatch watch, FloorControl control, CaseDirectory cases, CallLog calls,
        RecordingCatalogue catalogue, RecordingAudio audio, RecordingWaveforms waveforms, RecorderInbox inbox,
        CaseFileImporter importer, ImportBook imports,
        StaffDirectory staff, InstantSource clock, PrometheusMeterRegistry meters, List<HealthCheck> checks,
        RulesBooks rulesBooks, Abandonment.Report abandonment, PaymentParts payments,
        OutcomeBooks outcomes, ContactDesk contacts, StrategyBooks strategyBooks, EffectBooks effect,
        IdempotencyBook idempotency, WebhookParts webhooks, MessageDesk messages,
        StaffParts people, RecordingHolds holds, RecordingBooks recordingBooks, QualityParts quality,
        LiveSettings settings,
        ChangeBook changes, CaseTallyBook tally, SupervisorParts supervisors, SystemParts system,
        SetupParts setup) {
    public WebPorts {
        checks = List.copyOf(checks);
    }
}
