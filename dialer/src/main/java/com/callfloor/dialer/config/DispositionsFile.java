package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.dispositions.OwnDisposition;

/** Reads {@code config/dispositions.yaml}; a file that is not understood to its last word is refused. */
public final class DispositionsFile {
    private final YamlFile yaml = new YamlFile();

    /** In the file's order. */
    public List<OwnDisposition> read(Path file) throws ConfigProblem {
        List<OwnDisposition> own = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Entry entry : yaml.read(file, Whole.class).dispositions()) {
            Disposition behavesAs = Disposition.ofCode(entry.behavesAs())
                    .orElseThrow(() -> new ConfigProblem(file + ": '" + entry.code() + "' behaves as '"
                            + entry.behavesAs() + "', which is not a built-in disposition"));
            try {
                own.add(new OwnDisposition(entry.code(), behavesAs, entry.nameZh(), entry.nameEn()));
            } catch (IllegalArgumentException e) {
                throw new ConfigProblem(file + ": " + e.getMessage(), e);
            }
            if (!codes.add(entry.code())) {
                throw new ConfigProblem(file + ": the code '" + entry.code() + "' stands here twice; remove one");
            }
        }
        return List.copyOf(own);
    }

    private record Whole(List<Entry> dispositions) {}

    private record Entry(String code, String behavesAs, String nameZh, String nameEn) {}
}
