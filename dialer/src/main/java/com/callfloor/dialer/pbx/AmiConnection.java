package com.callfloor.dialer.pbx;

import java.io.IOException;

import javax.net.ssl.SSLSocketFactory;

import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.CoreSettingsResponse;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * The library's connection without its reconnect, which resyncs nothing and may hang: once closed it stays closed, and
 * says so once.
 */
final class AmiConnection extends ManagerConnectionImpl {
    private final PbxSettings settings;
    private final SSLSocketFactory tls;
    private final Runnable closed;
    private volatile @Nullable AmiSocket socket;
    private volatile boolean killed;
    private volatile String pbxVersion = "unknown";

    /** @param closed called once when the stream has ended, on the library's event thread, after the last event */
    AmiConnection(PbxSettings settings, SSLSocketFactory tls, Runnable closed) {
        this.settings = settings;
        this.tls = tls;
        this.closed = closed;
        setHostname(settings.host());
        setPort(settings.port());
        setUsername(settings.user());
        setPassword(settings.secret());
        setDefaultResponseTimeout(settings.timings().connect().toMillis());
        registerUserEventClass(CallfloorMessageEvent.class);
        registerUserEventClass(CallfloorAskedEvent.class);
        registerUserEventClass(CallfloorLeftAloneEvent.class);
        registerUserEventClass(CallfloorHeldEvent.class);
        registerUserEventClass(CallfloorRatedEvent.class);
        registerUserEventClass(CallfloorAnsweredByEvent.class);
        registerUserEventClass(CallfloorOptOutEvent.class);
        registerUserEventClass(CallfloorOptOutsToldEvent.class);
        registerUserEventClass(CallfloorAgentIdleEvent.class);
        registerUserEventClass(CallfloorPhoneAdmittedEvent.class);
        registerUserEventClass(MixMonitorMuteEvent.class);
    }

    /** What the PBX calls its version; known after the sign-in. */
    String pbxVersion() {
        return pbxVersion;
    }

    /** Ends the connection at once, from any thread and whatever else is stuck. */
    void kill() {
        killed = true;
        AmiSocket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Closing is all that was wanted; there is nothing left to mend.
                state = ManagerConnectionState.DISCONNECTED;
            }
        }
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        AmiSocket opened = AmiSocket.open(settings, tls);
        socket = opened;
        if (killed) {
            opened.close();
            throw new IOException("the link was closed meanwhile");
        }
        return opened;
    }

    /** Asks once: the library's way retries for seconds, with an action that needs far more rights. */
    @Override
    protected AsteriskVersion determineVersion() throws IOException, TimeoutException {
        ManagerResponse response = sendAction(new CoreSettingsAction());
        if (!(response instanceof CoreSettingsResponse core)) {
            throw new IOException("the manager user may not ask for CoreSettings (" + response.getMessage()
                    + "); give it 'write = call,originate,reporting' in manager.conf");
        }
        pbxVersion = core.getAsteriskVersion();
        AsteriskVersion known = AsteriskVersion.getDetermineVersionFromString("Asterisk " + pbxVersion);
        return known == null ? AsteriskVersion.DEFAULT_VERSION : known;
    }

    /**
     * The end of the stream never reaches the library: it would start its own reconnect, and before that wait for the
     * lock that a sign-in under way holds, which blocks the thread that the sign-in's answers come from.
     */
    @Override
    public void dispatchEvent(ManagerEvent event, @Nullable Integer requiredHandlingTime) {
        if (event instanceof DisconnectEvent) {
            state = ManagerConnectionState.DISCONNECTED;
            closed.run();
        } else {
            super.dispatchEvent(event, requiredHandlingTime);
        }
    }
}
