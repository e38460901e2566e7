package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.messages.MessageStatement;
import com.callfloor.dialer.messages.MessageTemplate;
import com.callfloor.dialer.messages.TemplateLibrary;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.Language;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Reads message templates, {@code NAME.CHANNEL.LANGUAGE.md}, and refuses one that a message may not say. */
public final class MessageFile {
    private final YamlFile yaml = YamlFile.withOptionalKeys();

    /** Reads every template of a folder. */
    public TemplateLibrary readAll(Path folder) throws ConfigProblem {
        List<MessageTemplate> templates = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, ".md")) {
            templates.add(parse(file.toString(), String.valueOf(file.getFileName()), ConfigFolder.text(file)));
        }
        try {
            return new TemplateLibrary(templates);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(folder + ": " + e.getMessage(), e);
        }
    }

    /** Reads one template from its text; {@code where} names it in errors. */
    public MessageTemplate parse(String where, String fileName, String text) throws ConfigProblem {
        FrontMatter matter = FrontMatter.of(where, text);
        HeadText head = yaml.parse(where, matter.head(), HeadText.class);
        Channel channel = Channel.ofCode(head.channel())
                .filter(Channel::isMessage)
                .orElseThrow(() -> new ConfigProblem(where + ": channel '" + head.channel() + "' is not sms or email"));
        Language language = Language.ofTag(head.language())
                .orElseThrow(() -> new ConfigProblem(where + ": language '" + head.language() + "' is not one of "
                        + Language.known()));
        String expected = head.message() + "." + channel.code() + "." + language.tag() + ".md";
        if (!fileName.equals(expected)) {
            throw new ConfigProblem(where + ": the template calls itself '" + head.message() + "', for "
                    + channel.code() + " in " + language.tag() + "; its file must be " + expected);
        }
        checkDeclared(where, head);
        String body = matter.body().stream().collect(Collectors.joining("\n")).strip();
        if (channel == Channel.SMS) {
            // Lines of a file are wrapped for reading; an SMS is one paragraph.
            body = body.lines().collect(Collectors.joining(language == Language.ZH_CN ? "" : " "));
        }
        try {
            return new MessageTemplate(head.message(), head.version(), channel, language,
                    Optional.ofNullable(head.subject()).map(String::strip), body);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(where + ": " + e.getMessage(), e);
        }
    }

    private static void checkDeclared(String where, HeadText head) throws ConfigProblem {
        Set<MessageStatement> declared = EnumSet.noneOf(MessageStatement.class);
        for (String code : head.requires()) {
            declared.add(MessageStatement.ofCode(code)
                    .orElseThrow(() -> new ConfigProblem(where + ": requires: '" + code + "' is not one of "
                            + String.join(", ", MessageStatement.known())
                            + Nearest.hint(code, MessageStatement.known()))));
        }
        if (declared.size() < MessageStatement.values().length) {
            throw new ConfigProblem(where + ": every message must declare "
                    + String.join(", ", MessageStatement.known()) + " under requires");
        }
    }

    /** {@code subject}: of e-mails only. */
    private record HeadText(@JsonProperty(required = true) String message,
            @JsonProperty(required = true) String version, @JsonProperty(required = true) String channel,
            @JsonProperty(required = true) String language, @Nullable String subject,
            @JsonProperty(required = true) List<String> requires) {}
}
