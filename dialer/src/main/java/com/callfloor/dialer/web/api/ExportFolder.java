package com.callfloor.dialer.web.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.recordings.AccessBook;
import com.callfloor.dialer.recordings.EvidenceZip;
import com.callfloor.dialer.recordings.EvidenceZip.Hashed;
import com.callfloor.dialer.recordings.ExportBook.Item;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingAudio.Audio;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.json.ExportPapers;
import com.callfloor.dialer.web.json.ExportPapers.Packed;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where exports are put together before they leave; nothing stays there. Blocks on disk, store and database. */
public final class ExportFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);
    private static final String NAMES = "export-*.zip";
    private static final int MOST_ACCESSES = 1_000;
    private static final int LONGEST_MARK = 4;

    private final Path folder;
    private final RecordingCatalogue catalogue;
    private final RecordingAudio audio;
    private final AccessBook accesses;

    /** Removes what a dialer that was killed left in {@code folder}: it is sound in plain. */
    public ExportFolder(Path folder, RecordingCatalogue catalogue, RecordingAudio audio, AccessBook accesses) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.audio = audio;
        this.accesses = accesses;
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, NAMES)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                LOG.warn("what earlier exports left in {} could not be removed: {}", folder, e.getMessage());
            }
        }
    }

    /** The manifest as it is in the ZIP, and its hash. */
    record Contents(String manifest, String manifestSha256) {}

    Path fileOf(String exportId) {
        return folder.resolve("export-" + exportId + ".zip");
    }

    Contents write(Path file, ExportPapers papers, Instant at, List<Item> items) throws IOException {
        Files.createDirectories(folder);
        // What it holds is not encrypted any more.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE);
                EvidenceZip zip = new EvidenceZip(out, papers.watermark(), at)) {
            List<Packed> packed = new ArrayList<>();
            for (Item item : items) {
                packed.add(pack(zip, item));
            }
            String manifest = papers.manifest(packed);
            Hashed hashed = zip.put("manifest.json", manifest);
            zip.put("manifest.csv", papers.manifestTable(packed));
            zip.put("accesses.csv", papers.accessTable(packed));
            int missing = (int) packed.stream().filter(each -> each.file() == null).count();
            zip.put("README.txt", papers.readme(packed.size(), missing));
            zip.finish();
            return new Contents(manifest, hashed.sha256());
        }
    }

    private Packed pack(EvidenceZip zip, Item item) throws IOException {
        var pauses = catalogue.pauses(item.id());
        var heard = accesses.of(item.id(), null, MOST_ACCESSES);
        Optional<Audio> sound = item.state().equals("stored") ? audio.open(item.id()) : Optional.empty();
        if (sound.isEmpty()) {
            return new Packed(item, null, null, pauses, heard);
        }
        try (InputStream bytes = new BufferedInputStream(sound.get().read(0))) {
            String name = "recordings/" + item.id() + ending(bytes);
            Hashed hashed = zip.put(name, bytes);
            if (!hashed.sha256().equals(sound.get().tag()) || hashed.bytes() != sound.get().size()) {
                throw Problems.conflict(Words.of(
                        "The recording %s is not what was taken in when its call ended. Nothing was exported: run"
                                + " 'bin/floor recordings verify', then export without it.",
                        "录音 %s 与通话结束时入库的内容不符，未导出任何内容：请运行 bin/floor recordings verify，再排除它后导出。",
                        item.id()));
            }
            return new Packed(item, name, hashed, pauses, heard);
        }
    }

    /** By what the file says of itself, since each recording stays in the form in which it was stored. */
    private static String ending(InputStream bytes) throws IOException {
        bytes.mark(LONGEST_MARK);
        String mark = new String(bytes.readNBytes(LONGEST_MARK), StandardCharsets.ISO_8859_1);
        bytes.reset();
        return switch (mark) {
            case "OggS" -> ".opus";
            case "fLaC" -> ".flac";
            default -> ".wav";
        };
    }
}
