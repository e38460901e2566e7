package com.callfloor.dialer.app;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.Durations;
import com.callfloor.dialer.local.LocalFloorException;
import com.callfloor.dialer.local.SipAddress;
import com.callfloor.dialer.store.DatabaseProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The Java side of {@code bin/floor}. */
@Command(name = "floor", description = "The verbs behind bin/floor.")
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        CommandLine verbs = new CommandLine(new Main());
        verbs.addSubcommand(new UpCommand(System.out));
        verbs.addSubcommand(new CommandLine(new Rules()).addSubcommand(new RulesCheckCommand(System.out))
                .addSubcommand(new RulesReplayCommand(System.out))
                .addSubcommand(new WhatIfCommand(System.out))
                .addSubcommand(new VerifyLogCommand(System.out)));
        verbs.addSubcommand(
                new CommandLine(new Recordings()).addSubcommand(new RecordingsVerifyCommand(System.out))
                        .addSubcommand(new RecordingsKeysCommand(System.out))
                        .addSubcommand(new RecordingsExpireCommand(System.out)));
        verbs.addSubcommand(new SimulateCommand(System.out));
        verbs.addSubcommand(new DoctorCommand(System.out));
        verbs.registerConverter(Duration.class, readable(Durations::parse));
        verbs.registerConverter(SipAddress.class, readable(SipAddress::parse));
        verbs.registerConverter(Instant.class, Main::instant);
        verbs.setExecutionExceptionHandler(inWords());
        System.exit(verbs.execute(args));
    }

    /** Only the verb's two words; asking for it alone shows what there is. */
    @Command(name = "rules")
    private static final class Rules {}

    /** Only the verb's two words. */
    @Command(name = "recordings")
    private static final class Recordings {}

    private static <T> ITypeConverter<T> readable(ITypeConverter<T> converter) {
        return text -> {
            try {
                return converter.convert(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not an instant: write 2026-03-02T09:00:00+08:00 or 2026-03-02T01:00:00Z");
        }
    }

    /** What people can mend is said in words; anything else is a fault of ours and leaves its trace in the log. */
    private static IExecutionExceptionHandler inWords() {
        return (failure, verb, parsed) -> {
            System.err.println("floor: " + failure.getMessage());
            boolean expected = failure instanceof ConfigProblem || failure instanceof DatabaseProblem
                    || failure instanceof LocalFloorException || failure instanceof VerbProblem;
            if (!expected) {
                LOG.error("{} failed", verb.getCommandName(), failure);
                System.err.println("floor: this is unexpected; var/log/dialer.log holds the details");
            }
            return FAILED;
        };
    }
}
