package com.callfloor.dialer.messages;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.Language;

/** All templates of a floor. Immutable. */
public final class TemplateLibrary {
    private final List<MessageTemplate> templates;

    /** @throws IllegalArgumentException if two have name, channel and language in common */
    public TemplateLibrary(List<MessageTemplate> templates) {
        Set<String> seen = new HashSet<>();
        for (MessageTemplate each : templates) {
            if (!seen.add(each.name() + "." + each.channel() + "." + each.language())) {
                throw new IllegalArgumentException("the template " + each.name() + " is there twice for "
                        + each.channel().code() + " in " + each.language().tag());
            }
        }
        this.templates = List.copyOf(templates);
    }

    public List<MessageTemplate> templates() {
        return templates;
    }

    public Optional<MessageTemplate> find(String name, Channel channel, Language language) {
        return templates.stream()
                .filter(each -> each.name().equals(name) && each.channel() == channel && each.language() == language)
                .findFirst();
    }
}
