package com.callfloor.dialer.config;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.cases.intake.AmountUnit;
import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Reads how lenders write their files from {@code config/lenders}. What is not understood to its last word is refused. */
public final class LenderFile {
    private static final String ENDING = ".yaml";
    private static final Set<String> CHARSETS = Set.of("UTF-8", "GB18030");

    private final YamlFile yaml = YamlFile.withOptionalKeys();

    /** All of a folder, by name; none where there is no folder. */
    public List<LenderMapping> readAll(Path folder) throws ConfigProblem {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<LenderMapping> mappings = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, ENDING)) {
            mappings.add(read(file));
        }
        return mappings;
    }

    private LenderMapping read(Path file) throws ConfigProblem {
        String name = String.valueOf(file.getFileName());
        LenderText text = yaml.read(file, LenderText.class);
        try {
            return new LenderMapping(name.substring(0, name.length() - ENDING.length()), text.lender(),
                    Objects.requireNonNullElse(text.columns(), Map.of()),
                    Objects.requireNonNullElse(text.defaults(), Map.of()),
                    Optional.ofNullable(text.dateFormat()).map(LenderFile::dates),
                    Optional.ofNullable(text.amountUnit())
                            .map(unit -> one(AmountUnit.class, "amount_unit", unit))
                            .orElse(AmountUnit.YUAN),
                    Optional.ofNullable(text.kind())
                            .map(kind -> one(DeliveryKind.class, "kind", kind))
                            .orElse(DeliveryKind.DELTA),
                    Optional.ofNullable(text.charset()).map(LenderFile::charset),
                    Objects.requireNonNullElse(text.refPrefix(), ""));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(Words.of("%s: %s", "%s：%s", file, Objection.of(e)), e);
        }
    }

    /** Strictly: the 31st of February is no day, and the year is that of the calendar. */
    private static DateTimeFormatter dates(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new Objection(Words.of("date_format '%s' is not understood: write it like dd/MM/yyyy",
                    "date_format“%s”无法识别：写法如 dd/MM/yyyy", pattern));
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String key, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new Objection(Words.of("%s '%s' must be one of %s", "%s“%s”须为以下之一：%s", key, text,
                        String.join(", ", Stream.of(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()))));
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (CHARSETS.contains(charset.name())) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Told below like one that is none of the two.
        }
        throw new Objection(Words.of("charset '%s' must be UTF-8 or GB18030", "charset“%s”须为 UTF-8 或 GB18030", name));
    }

    private record LenderText(@JsonProperty(required = true) String lender, @Nullable Map<String, String> columns,
            @Nullable Map<String, String> defaults, @Nullable String dateFormat, @Nullable String amountUnit,
            @Nullable String kind, @Nullable String charset, @Nullable String refPrefix) {}
}
