package com.callfloor.dialer.pbx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * Any action, as the headers it is on the wire. The only action class that we send, so that no header gets past
 * {@link AmiText}, and since the library's own ones cannot say everything (its Bridge knows no {@code Tone: Channel2}).
 *
 * <p>Public only because the library reads it by reflection.
 */
public final class AmiAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final LinkedHashMap<String, String> headers = new LinkedHashMap<>();

    AmiAction(String name) {
        this.name = AmiText.name("the action", name);
    }

    /** @throws IllegalArgumentException if {@code value} could end the header */
    AmiAction with(String header, String value) {
        headers.put(AmiText.name("the header", header), AmiText.oneLine("the header " + header, value));
        return this;
    }

    @Override
    public String getAction() {
        return name;
    }

    /** The headers; a property of this name is what the library writes out as they are. */
    public Map<String, String> getAttributes() {
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public String toString() {
        return name + headers;
    }
}
